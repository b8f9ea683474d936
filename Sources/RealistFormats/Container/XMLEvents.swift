import CXML

/// What is told about an XML document as it is read.
package protocol XMLHandler {
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes)
  mutating func end(_ name: XMLName)
  /// Character data, in as many pieces as it comes.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Whether there is more than any document has; asked after each chunk, and ends the reading.
  var isOverfull: Bool { get }
}

extension XMLHandler {
  package var isOverfull: Bool { false }
}

/// The name of an element.
package struct XMLName {
  package let local: String
  /// Empty when there is none.
  package let namespace: String
}

/// The attributes of an element, while it is being started.
package struct XMLAttributes {
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let count: Int
  fileprivate let context: xmlParserCtxtPtr?

  /// Where the element's start ends.
  package var place: TextPlace {
    TextPlace(
      line: max(1, Int(xmlSAX2GetLineNumber(context))), column: max(1, Int(xmlSAX2GetColumnNumber(context))))
  }

  /// What `body` makes of the value's UTF-8 of the attribute of that local name; nil where there is none. An ampersand comes as `&#38;`, as
  /// libxml2 hands it over.
  package func withBytes<Result>(
    _ local: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard let pointer else { return nil }
    for index in 0..<count {
      let field = pointer + index * 5
      guard let name = field[0], let begin = field[3], let end = field[4] else { continue }
      if Self.isSame(name, local) {
        return body(UnsafeBufferPointer(start: begin, count: end - begin))
      }
    }
    return nil
  }

  private static func isSame(_ name: UnsafePointer<xmlChar>, _ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { wanted in
      for place in wanted.indices where name[place] != wanted[place] { return false }
      return name[wanted.count] == 0
    }
  }

  /// The value of the attribute of that local name, with its ampersands as they are meant.
  package func text(_ local: StaticString) -> String? {
    withBytes(local) { bytes in
      guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
      var (result, at) = ([UInt8](), 0)
      let ampersand = Array("&#38;".utf8)
      while at < bytes.count {
        result.append(bytes[at])
        at += bytes[at...].starts(with: ampersand) ? ampersand.count : 1
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The value of the attribute of that local name, in whatever namespace.
  package subscript(local: String) -> String? {
    guard let pointer else { return nil }
    // libxml2 gives five pointers each: local name, prefix, namespace, begin and end of the value.
    for index in 0..<count {
      let field = pointer + index * 5
      guard let name = field[0], let begin = field[3], let end = field[4], String(cString: name) == local
      else {
        continue
      }
      return Self.value(begin, end)
    }
    return nil
  }

  /// All of them by their local names, in the order of the document.
  package var all: [(name: String, value: String)] {
    guard let pointer else { return [] }
    return (0..<count).compactMap { index in
      let field = pointer + index * 5
      guard let name = field[0], let begin = field[3], let end = field[4] else { return nil }
      return (String(cString: name), Self.value(begin, end))
    }
  }

  /// libxml2 leaves every `&` of a value as `&#38;`, for a tree that is built later; all other references are resolved.
  private static func value(_ begin: UnsafePointer<xmlChar>, _ end: UnsafePointer<xmlChar>) -> String {
    let bytes = UnsafeBufferPointer(start: begin, count: end - begin)
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }
}

/// Why an XML document was refused.
enum XMLProblem: Error {
  case doctype
  case tooDeep
  case overfull
  case malformed(TextPlace)
}

/// Reads XML as it comes (libxml2, SAX2). Nothing is loaded from anywhere, no entity of a document's own is expanded: a DOCTYPE is refused.
package final class XMLEvents {
  package static let deepest = 200
  private static let library: Void = xmlInitParser()

  private var state: UnsafeMutablePointer<XMLState>
  private let context: xmlParserCtxtPtr

  /// - Parameter handler: must stay where it is until the reader is gone; ``read(_:_:)`` sees to it.
  private init?<Handler: XMLHandler>(_ handler: UnsafeMutablePointer<Handler>) {
    _ = Self.library
    state = .allocate(capacity: 1)
    state.initialize(
      to: XMLState(
        start: { handler.pointee.start($0, $1) }, end: { handler.pointee.end($0) },
        text: { handler.pointee.text($0) }, isOverfull: { handler.pointee.isOverfull }))
    var events = XMLState.events
    cxml_say_nothing()
    guard let context = xmlCreatePushParserCtxt(&events, state, nil, 0, nil) else {
      state.deinitialize(count: 1)
      state.deallocate()
      return nil
    }
    self.context = context
    state.pointee.context = context
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Reads a document whose bytes `feed` hands over, chunk by chunk.
  package static func read<Handler: XMLHandler>(
    _ handler: inout Handler, file: String, entry: String,
    feed: (_ chunk: (UnsafeRawBufferPointer) throws(ImportError) -> Void) throws(ImportError) -> Void
  ) throws(ImportError) {
    let result: Result<Void, ImportError> = withUnsafeMutablePointer(to: &handler) { pointer in
      guard let reader = XMLEvents(pointer) else {
        return .failure(.damagedArchive(file: file, entry: entry))
      }
      do throws(ImportError) {
        try feed { (chunk: UnsafeRawBufferPointer) throws(ImportError) in
          try reader.check(reader.parse(chunk, isLast: false), file: file, entry: entry)
        }
        try reader.check(
          reader.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true), file: file, entry: entry)
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }

  private func parse(_ chunk: UnsafeRawBufferPointer, isLast: Bool) -> XMLProblem? {
    let bytes = chunk.bindMemory(to: CChar.self)
    let status = xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    if let problem = state.pointee.problem { return problem }
    if state.pointee.isOverfull() { return .overfull }
    guard status != 0 || context.pointee.wellFormed == 0 || (isLast && !state.pointee.hasRoot) else {
      return nil
    }
    let error = context.pointee.lastError
    return .malformed(TextPlace(line: max(1, Int(error.line)), column: max(1, Int(error.int2))))
  }

  private func check(_ problem: XMLProblem?, file: String, entry: String) throws(ImportError) {
    switch problem {
    case nil: return
    case .doctype: throw .doctype(file: file, entry: entry)
    case .overfull: throw .inflatesTooMuch(file: file, entry: entry)
    case .tooDeep: throw .nestedTooDeep(file: file, entry: entry, limit: Self.deepest)
    case .malformed(let place): throw .malformedXML(file: file, entry: entry, place: place)
    }
  }
}

/// What the callbacks share.
private struct XMLState {
  var start: (XMLName, XMLAttributes) -> Void
  var end: (XMLName) -> Void
  var text: (UnsafeBufferPointer<UInt8>) -> Void
  var isOverfull: () -> Bool
  var context: xmlParserCtxtPtr?
  var problem: XMLProblem?
  var depth = 0
  var hasRoot = false
  private var namespacePointer: UnsafePointer<xmlChar>?
  private var namespace = ""

  init(
    start: @escaping (XMLName, XMLAttributes) -> Void, end: @escaping (XMLName) -> Void,
    text: @escaping (UnsafeBufferPointer<UInt8>) -> Void, isOverfull: @escaping () -> Bool
  ) {
    (self.start, self.end, self.text, self.isOverfull) = (start, end, text, isOverfull)
  }

  /// The parser keeps one copy of each namespace name, so the same pointer is the same name.
  mutating func name(_ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) -> XMLName {
    if uri != namespacePointer {
      namespacePointer = uri
      namespace = uri.map { String(cString: $0) } ?? ""
    }
    return XMLName(local: String(cString: local), namespace: namespace)
  }

  mutating func stop(_ problem: XMLProblem) {
    if self.problem == nil { self.problem = problem }
    xmlStopParser(context)
  }

  static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = UInt32(XML_SAX2_MAGIC)
    events.internalSubset = { state, _, _, _ in
      state?.assumingMemoryBound(to: XMLState.self).pointee.stop(.doctype)
    }
    events.startElementNs = { state, local, _, uri, _, _, count, _, attributes in
      guard let state = state?.assumingMemoryBound(to: XMLState.self), let local else { return }
      state.pointee.depth += 1
      state.pointee.hasRoot = true
      guard state.pointee.depth <= XMLEvents.deepest else { return state.pointee.stop(.tooDeep) }
      let name = state.pointee.name(local, uri)
      state.pointee.start(
        name, XMLAttributes(pointer: attributes, count: Int(count), context: state.pointee.context))
    }
    events.endElementNs = { state, local, _, uri in
      guard let state = state?.assumingMemoryBound(to: XMLState.self), let local else { return }
      state.pointee.depth -= 1
      let name = state.pointee.name(local, uri)
      state.pointee.end(name)
    }
    events.characters = { state, text, count in
      guard let state = state?.assumingMemoryBound(to: XMLState.self), let text else { return }
      state.pointee.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    events.cdataBlock = events.characters
    // The place is asked of the parser afterwards; without this it would print to standard error.
    events.serror = { _, _ in }
    return events
  }
}
