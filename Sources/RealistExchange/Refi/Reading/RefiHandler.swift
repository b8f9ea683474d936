import RealistFormats
import RealistModel

/// Builds a foreign project from the XML of a `.qde` or `.qdc` as it comes. Elements are known by local name, in any version of the
/// standard's namespace or in none; what the standard does not know is counted and skipped.
struct RefiHandler: XMLHandler {
  let file: String
  let entry: String
  var project = ForeignProject(format: "REFI-QDA project")
  var report = LossReport()
  /// How many elements of each kind were begun.
  private(set) var counts: [RefiElement: Int] = [:]
  private(set) var error: ExchangeError?

  var stack: [RefiElement] = []
  private var skipped = 0
  private var text: [UInt8] = []
  var openCodes: [Int] = []
  var documents: [ForeignDocument] = []
  var selection: ForeignSelection?
  var region: ForeignRegion?
  var coding: ForeignCoding?
  var value: ForeignValue?
  /// The GUIDs that were given, for each kind of element that must have its own.
  private var seen: [RefiElement: Set<GUID>] = [:]
  private var isFirst = true
  private var moments = ForeignDate.Reader()
  private var place = TextPlace(line: 1, column: 1)

  init(file: String, entry: String) { (self.file, self.entry) = (file, entry) }

  var isOverfull: Bool { error != nil }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard error == nil else { return }
    if skipped > 0 {
      skipped += 1
      return
    }
    let isOurs = name.namespace.isEmpty || name.namespace.hasPrefix("urn:QDA-XML:")
    let element = isOurs ? RefiElement(rawValue: name.local) ?? .unknown : .unknown
    place = attributes.place
    if isFirst {
      isFirst = false
      guard element == .project || element == .codeBook else {
        error = .wrongRoot(
          file: file, entry: entry, place: place, element: name.local, namespace: name.namespace)
        return
      }
      if element == .codeBook { project.format = "REFI-QDA codebook" }
    }
    guard element != .unknown else {
      skipped = 1
      report.add(name.local, .leftOut, "an element that the standard does not have")
      return
    }
    stack.append(element)
    if element.hasText { text.removeAll(keepingCapacity: true) }
    counts[element, default: 0] += 1
    begin(element, attributes)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, let last = stack.last, last.hasText else { return }
    text.append(contentsOf: bytes)
  }

  mutating func end(_ name: XMLName) {
    guard error == nil else { return }
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let element = stack.popLast() else { return }
    finish(element)
  }

  // MARK: - Attributes

  mutating func fail(_ problem: ExchangeError) { if error == nil { error = problem } }

  /// A required GUID that no other element of its kind has.
  mutating func guid(_ element: RefiElement, _ attributes: XMLAttributes) -> GUID? {
    guard let guid = reference(attributes, "guid") else {
      fail(
        .missingAttribute(
          file: file, entry: entry, place: place, element: element.rawValue, attribute: "guid"))
      return nil
    }
    return guid
  }

  /// The same, refusing a second element of the kind with it: references to it would mean either.
  mutating func uniqueGUID(
    _ element: RefiElement, among kind: RefiElement? = nil, _ attributes: XMLAttributes
  ) -> GUID? {
    guard let guid = guid(element, attributes) else { return nil }
    guard seen[kind ?? element, default: []].insert(guid).inserted else {
      fail(
        .duplicateGUID(
          file: file, entry: entry, place: place, element: element.rawValue, guid: guid.description))
      return nil
    }
    return guid
  }

  /// A GUID in an attribute; one that is no GUID is taken for a name and gets a GUID made from it.
  mutating func reference(_ attributes: XMLAttributes, _ name: StaticString) -> GUID? {
    guard let found = attributes.withBytes(name, { GUID($0) }) else { return nil }
    if let found { return found }
    guard let text = attributes.text(name), !text.isEmpty else { return nil }
    report.add("GUID", .changed, "a name that is no GUID, such as c001, was given one")
    return GUID(naming: text)
  }

  mutating func moment(_ attributes: XMLAttributes, _ name: StaticString) -> Timestamp? {
    var reader = moments
    let found = attributes.withBytes(name) { bytes in (reader.moment(bytes), bytes.isEmpty) }
    moments = reader
    guard let found else { return nil }
    if found.0 == nil, !found.1 { report.add("Date", .leftOut, "a date that is none") }
    return found.0
  }

  mutating func required(_ element: RefiElement, _ name: StaticString, _ attributes: XMLAttributes) -> String
  {
    if let text = attributes.text(name) { return text }
    fail(
      .missingAttribute(
        file: file, entry: entry, place: place, element: element.rawValue, attribute: "\(name)"))
    return ""
  }

  mutating func number(_ element: RefiElement, _ name: StaticString, _ attributes: XMLAttributes) -> Int {
    let text = required(element, name, attributes)
    if let number = Int(text.trimmed) { return number }
    fail(
      .badAttribute(
        file: file, entry: entry, place: place, element: element.rawValue, attribute: "\(name)",
        expected: "a whole number"))
    return 0
  }

  // MARK: - Text

  private var string: String { String(decoding: text, as: UTF8.self) }

  private mutating func finish(_ element: RefiElement) {
    switch element {
    case .description: describe(string)
    case .plainTextContent:
      let content = text
      Self.change(&documents) { $0.inline = content }
    case .textValue, .booleanValue, .integerValue, .floatValue, .dateValue, .dateTimeValue:
      let words = string
      value?.text = words
    case .memberNote:
      // Transana writes the guid as the element's text.
      if let last = project.sets.indices.last, !string.trimmed.isEmpty {
        var name = string.trimmed
        let guid = name.withUTF8 { GUID($0) } ?? GUID(naming: name)
        project.sets[last].notes.append(guid)
      }
    default: close(element)
    }
  }

  /// Puts a description where it belongs: to the element around it.
  private mutating func describe(_ text: String) {
    switch stack.last {
    case .project: project.description = text
    case .code: if let code = openCodes.last { project.codes[code].description = text }
    case .variable: Self.change(&project.variables) { $0.description = text }
    case .case: Self.change(&project.cases) { $0.description = text }
    case .set: Self.change(&project.sets) { $0.description = text }
    case .plainTextSelection, .transcriptSelection: selection?.description = text
    case .some(let element) where element.isRegion: region?.description = text
    case .some(let element) where element.document != nil: Self.change(&documents) { $0.description = text }
    default: report.add("Description", .leftOut, "of an element that has none")
    }
  }

  static func change<Value>(_ values: inout [Value], _ body: (inout Value) -> Void) {
    guard let last = values.indices.last else { return }
    body(&values[last])
  }
}
