import CXML

/// What is told about a web page as it is read. Elements are closed in the order in which they were opened, whatever the page does.
package protocol HTMLHandler {
  mutating func start(_ name: String, _ attributes: HTMLAttributes)
  mutating func end(_ name: String)
  /// Character data, in as many pieces as it comes; references are resolved.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Whether there is more than any page has; ends the reading.
  var isOverfull: Bool { get }
}

/// The attributes of an element, while it is being started.
package struct HTMLAttributes {
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The value of an attribute; empty when it has none.
  package subscript(name: String) -> String? {
    guard var field = pointer else { return nil }
    while let key = field[0] {
      if String(cString: key) == name { return field[1].map { String(cString: $0) } ?? "" }
      field += 2
    }
    return nil
  }
}

/// Reads web pages as they are (libxml2's HTML parser): never malformed, nothing is loaded from anywhere.
package enum HTMLEvents {
  package static let deepest = 400
  private static let library: Void = xmlInitParser()

  /// - Parameter bytes: valid UTF-8 without U+0000.
  /// - Throws: ``ImportError/nestedTooDeep(file:entry:limit:)``, ``ImportError/inflatesTooMuch(file:entry:)``.
  package static func read<Handler: HTMLHandler>(_ bytes: [UInt8], _ handler: inout Handler, file: String)
    throws(ImportError)
  {
    _ = library
    let problem: HTMLState.Problem? = withUnsafeMutablePointer(to: &handler) { pointer in
      var state = HTMLState(
        start: { pointer.pointee.start($0, $1) }, end: { pointer.pointee.end($0) },
        text: { pointer.pointee.text($0) }, isOverfull: { pointer.pointee.isOverfull })
      return withUnsafeMutablePointer(to: &state) { parse(bytes, $0) }
    }
    switch problem {
    case nil: return
    case .tooDeep: throw .nestedTooDeep(file: file, entry: "the page", limit: deepest)
    case .overfull: throw .inflatesTooMuch(file: file, entry: "the page")
    case .noMemory: throw .damagedArchive(file: file, entry: "the page")
    }
  }

  private static func parse(_ bytes: [UInt8], _ state: UnsafeMutablePointer<HTMLState>)
    -> HTMLState.Problem?
  {
    var events = HTMLState.events
    cxml_say_nothing()
    guard let context = htmlCreatePushParserCtxt(&events, state, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
      return .noMemory
    }
    state.pointee.context = context
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    bytes.withUnsafeBytes { raw in
      let all = raw.bindMemory(to: CChar.self)
      var offset = 0
      while offset < all.count, state.pointee.problem == nil {
        let count = min(all.count - offset, 1 << 20)
        htmlParseChunk(context, all.baseAddress.map { $0 + offset }, Int32(count), 0)
        offset += count
        if state.pointee.isOverfull() { state.pointee.stop(.overfull) }
      }
      htmlParseChunk(context, nil, 0, 1)
    }
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    htmlFreeParserCtxt(context)
    return state.pointee.problem
  }
}

/// What the callbacks share.
private struct HTMLState {
  enum Problem { case tooDeep, overfull, noMemory }
  var start: (String, HTMLAttributes) -> Void
  var end: (String) -> Void
  var text: (UnsafeBufferPointer<UInt8>) -> Void
  var isOverfull: () -> Bool
  var context: htmlParserCtxtPtr?
  var problem: Problem?
  var depth = 0

  init(
    start: @escaping (String, HTMLAttributes) -> Void, end: @escaping (String) -> Void,
    text: @escaping (UnsafeBufferPointer<UInt8>) -> Void, isOverfull: @escaping () -> Bool
  ) {
    (self.start, self.end, self.text, self.isOverfull) = (start, end, text, isOverfull)
  }

  mutating func stop(_ problem: Problem) {
    if self.problem == nil { self.problem = problem }
    xmlStopParser(context)
  }

  static var events: htmlSAXHandler {
    var events = htmlSAXHandler()
    events.startElement = { state, name, attributes in
      guard let state = state?.assumingMemoryBound(to: HTMLState.self), let name else { return }
      guard state.pointee.problem == nil else { return }
      state.pointee.depth += 1
      guard state.pointee.depth <= HTMLEvents.deepest else { return state.pointee.stop(.tooDeep) }
      state.pointee.start(String(cString: name), HTMLAttributes(pointer: attributes))
    }
    events.endElement = { state, name in
      guard let state = state?.assumingMemoryBound(to: HTMLState.self), let name else { return }
      guard state.pointee.problem == nil, state.pointee.depth > 0 else { return }
      state.pointee.depth -= 1
      state.pointee.end(String(cString: name))
    }
    events.characters = { state, text, count in
      guard let state = state?.assumingMemoryBound(to: HTMLState.self), let text else { return }
      guard state.pointee.problem == nil else { return }
      state.pointee.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    events.ignorableWhitespace = events.characters
    // Scripts and style sheets.
    events.cdataBlock = { _, _, _ in }
    events.serror = { _, _ in }
    return events
  }
}
