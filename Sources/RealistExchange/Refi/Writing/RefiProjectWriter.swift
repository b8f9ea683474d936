import RealistFolder
import RealistFormats
import RealistModel

/// Writes the parts of a project in the order of the schema.
struct RefiProjectWriter {
  var xml = XMLWriter()
  /// The files below `sources/`, in the order of the project.
  private(set) var files: [(String, [UInt8])] = []
  var report = LossReport()
  let study: Study
  let profile: ExportProfile
  let tree: CodeTree
  let sources: [ID<Source>: Source]
  let segments: [ID<Segment>: Segment]
  let supplement: [String: [UInt8]]
  private let origin: String
  private let revisions: [ID<Source>: Revision]
  private let users: [String: GUID]
  /// The memos but for those on passages of older texts, which are not in the project.
  let noted: [Memo]
  /// The memos about each thing.
  private let memos: [Memo.Subject: [Memo]]

  init(_ contents: StudyContents, version: String, profile: ExportProfile) throws(ExchangeError) {
    (study, self.profile) = (contents.study, profile)
    tree = try RefiWriter.tree(of: contents.study)
    origin = OwnElements.origin + " \(version)" + (profile == .nvivo ? " for NVivo" : "")
    sources = Dictionary(study.sources.map { ($0.id, $0) }) { first, _ in first }
    segments = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
    let known = sources
    revisions = Dictionary(
      contents.revisions.filter { known[$0.source]?.revision == $0.number }.map { ($0.source, $0) }
    ) { first, _ in first }
    let names =
      study.segments.map(\.coder) + study.codings.map(\.coder) + study.memos.map(\.coder)
    users = Dictionary(Set(names).filter { !$0.isEmpty }.map { ($0, GUID(coder: $0)) }) {
      first, _ in first
    }
    let passages = segments
    noted = study.memos.filter { memo in
      guard case .segment(let id) = memo.subject, let segment = passages[id] else { return true }
      return known[segment.source]?.revision == segment.revision
    }
    memos = Dictionary(grouping: noted, by: \.subject)
    do { supplement = try StudyFolder.supplement(to: contents) } catch {
      throw .unwritable(reason: "the study's codes are no tree")
    }
    account(for: contents)
  }

  mutating func write() {
    xml.start("Project")
    xml.attribute("xmlns", "urn:QDA-XML:project:1.0")
    xml.attribute("name", study.title)
    xml.attribute("origin", origin)
    xml.attribute("creationDateTime", study.created.iso8601)
    writeUsers()
    writeCodes()
    writeVariables()
    writeCases()
    writeSources()
    writeNotes()
    writeLinks()
    writeSets()
    writeGraphs()
    if !study.summary.isEmpty { xml.element("Description", study.summary) }
    for memo in memos[.study] ?? [] { xml.reference("NoteRef", GUID(memo.id)) }
    xml.end("Project")
    if xml.hasReplaced {
      report.add("Character", .changed, "one that XML cannot hold is U+FFFD in names and notes")
    }
  }

  /// The files, which are not kept here any longer.
  mutating func takeFiles() -> [(String, [UInt8])] {
    let written = files
    files = []
    return written
  }

  mutating func addFile(_ name: String, _ bytes: [UInt8]) { files.append((name, bytes)) }

  // MARK: - People and codes

  private mutating func writeUsers() {
    guard !users.isEmpty else { return }
    xml.start("Users")
    for (name, guid) in users.sorted(by: { $0.key < $1.key }) {
      xml.start("User")
      xml.attribute("guid", guid)
      xml.attribute("name", name)
      xml.end("User")
      report.add("User", .kept)
    }
    xml.end("Users")
  }

  /// Who made something, and when.
  mutating func writeMaker(_ coder: String, _ created: Timestamp) {
    if let user = users[coder] { xml.attribute("creatingUser", user) }
    xml.attribute("creationDateTime", created.iso8601)
  }

  private mutating func writeCodes() {
    guard !study.codes.isEmpty else { return }
    var names: [ID<Code>: String] = [:]
    if profile == .qualcoder {
      var free = ForeignNames()
      for node in tree.order {
        let name = free.free(node.code.name)
        if name != node.code.name {
          names[node.code.id] = name
          report.add("Code name", .changed, "QualCoder has each name once", item: node.path)
        }
      }
    }
    xml.start("CodeBook")
    xml.start("Codes")
    let memos = memos
    RefiCodes(tree: tree, names: names).write(to: &xml, &report) { code in
      (memos[.code(code)] ?? []).map { GUID($0.id) }
    }
    xml.end("Codes")
    xml.end("CodeBook")
  }

  // MARK: - Attributes and participants

  private func variable(_ definition: AttributeDefinition) -> GUID {
    GUID(naming: "variable \(study.id) \(definition.subject.rawValue) \(definition.name)")
  }

  private mutating func writeVariables() {
    guard !study.attributes.isEmpty else { return }
    xml.start("Variables")
    for definition in study.attributes {
      xml.start("Variable")
      xml.attribute("guid", variable(definition))
      xml.attribute("name", definition.name)
      xml.attribute("typeOfVariable", type(definition.kind))
      xml.end("Variable")
      report.add("Variable", .kept)
    }
    xml.end("Variables")
  }

  private func type(_ kind: AttributeDefinition.Kind) -> String {
    switch kind {
    case .text: "Text"
    case .number: "Float"
    case .date: profile == .qualcoder ? "Text" : "Date"
    case .boolean: profile == .qualcoder ? "Text" : "Boolean"
    }
  }

  private mutating func writeValues(
    _ values: [String: AttributeValue], _ subject: AttributeDefinition.Subject
  ) {
    for definition in study.attributes where definition.subject == subject {
      guard let value = values[definition.name] else { continue }
      xml.start("VariableValue")
      xml.reference("VariableRef", variable(definition))
      switch (value, profile) {
      case (.number(let number), _): xml.element("FloatValue", XMLDecimal.text(number))
      case (.date(let day), let profile) where profile != .qualcoder:
        xml.element("DateValue", day.description)
      case (.boolean(let value), let profile) where profile != .qualcoder:
        xml.element("BooleanValue", value ? "true" : "false")
      default: xml.element("TextValue", value.description)
      }
      xml.end("VariableValue")
      report.add("VariableValue", .kept)
    }
  }

  private mutating func writeCases() {
    guard !study.participants.isEmpty else { return }
    var taking: [ID<Participant>: [ID<Source>]] = [:]
    for source in study.sources {
      for participant in source.participants { taking[participant, default: []].append(source.id) }
    }
    xml.start("Cases")
    for participant in study.participants {
      xml.start("Case")
      xml.attribute("guid", GUID(participant.id))
      xml.attribute("name", participant.key)
      writeValues(participant.attributes, .participant)
      for source in taking[participant.id] ?? [] { xml.reference("SourceRef", GUID(source)) }
      xml.end("Case")
      report.add("Case", .kept)
    }
    xml.end("Cases")
  }

  // MARK: - Sources

  private mutating func writeSources() {
    guard !study.sources.isEmpty else { return }
    let bySource = Dictionary(
      grouping: study.segments.filter { sources[$0.source]?.revision == $0.revision }, by: \.source)
    var codings: [ID<Segment>: [Int]] = [:]
    codings.reserveCapacity(study.segments.count)
    for (place, coding) in study.codings.enumerated() { codings[coding.segment, default: []].append(place) }
    xml.start("Sources")
    for source in study.sources {
      let text = revisions[source.id]?.text ?? SourceText(valid: "")
      let written = WrittenText(text, profile)
      addFile("\(source.id).txt", written.bytes)
      xml.start("TextSource")
      xml.attribute("guid", GUID(source.id))
      xml.attribute("name", source.name)
      xml.attribute("plainTextPath", "internal://\(source.id).txt")
      xml.attribute("creationDateTime", (revisions[source.id]?.imported ?? study.created).iso8601)
      for segment in bySource[source.id] ?? [] {
        write(segment, codings[segment.id] ?? [], text, written)
      }
      for memo in memos[.source(source.id)] ?? [] { xml.reference("NoteRef", GUID(memo.id)) }
      writeValues(source.attributes, .source)
      xml.end("TextSource")
      report.add("Source", .kept)
    }
    xml.end("Sources")
  }

  private mutating func write(
    _ segment: Segment, _ codings: [Int], _ text: SourceText, _ written: WrittenText
  ) {
    xml.start("PlainTextSelection")
    xml.attribute("guid", GUID(segment.id))
    if segment.span.end <= text.length { xml.attribute("name", Self.name(of: segment.span, in: text)) }
    xml.attribute("startPosition", written.place(segment.span.start))
    xml.attribute("endPosition", written.place(segment.span.end))
    writeMaker(segment.coder, segment.created)
    if !segment.memo.isEmpty { xml.element("Description", segment.memo) }
    for place in codings {
      let coding = study.codings[place]
      xml.start("Coding")
      xml.attribute("guid", GUID(coding.id))
      writeMaker(coding.coder, coding.created)
      xml.reference("CodeRef", GUID(coding.code))
      if !coding.memo.isEmpty { xml.reference("NoteRef", OwnElements.note(of: coding.id)) }
      xml.end("Coding")
    }
    for memo in memos[.segment(segment.id)] ?? [] { xml.reference("NoteRef", GUID(memo.id)) }
    xml.end("PlainTextSelection")
    report.add("Selection", .kept)
    report.add("Coding", .kept, count: codings.count)
  }

  /// The first 100 code points of a quote.
  static func name(of span: TextSpan, in text: SourceText) -> String {
    let end = min(span.end, span.start + 100)
    return String(text[TextSpan(valid: span.start..<end)])
  }
}
