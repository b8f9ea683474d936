import RealistModel

/// Notes, links, sets and graphs: memos, and what other programs can show of configurations and the theory of change.
extension RefiProjectWriter {
  // MARK: - Notes

  mutating func writeNotes() {
    let codings = study.codings.filter { !$0.memo.isEmpty }
    guard !noted.isEmpty || !codings.isEmpty || !supplement.isEmpty else { return }
    xml.start("Notes")
    for memo in noted {
      writeNote(GUID(memo.id), Self.memoName(memo.body), memo.body) {
        $0.writeMaker(memo.coder, memo.written)
      }
      report.add("Memo", .kept)
    }
    for coding in codings {
      writeNote(OwnElements.note(of: coding.id), Self.memoName(coding.memo), coding.memo) {
        $0.writeMaker(coding.coder, coding.created)
      }
    }
    writeConfigurationNotes()
    for (name, bytes) in supplement.sorted(by: { $0.key < $1.key }) {
      let guid = OwnElements.file(name, of: study.id)
      addFile("\(guid).txt", bytes)
      xml.start("Note")
      xml.attribute("guid", guid)
      xml.attribute("name", OwnElements.prefix + name)
      xml.attribute("plainTextPath", "internal://\(guid).txt")
      xml.end("Note")
    }
    xml.end("Notes")
  }

  /// A note's name in lists: the beginning of its first line.
  private static func memoName(_ body: String) -> String {
    let line = body.split(separator: "\n").first.map(String.init) ?? ""
    return OwnElements.memoPrefix
      + String(String.UnicodeScalarView(ForeignNames.line(line).unicodeScalars.prefix(60)))
  }

  /// A note with its words in it, or in a file where XML cannot hold them.
  private mutating func writeNote(
    _ guid: GUID, _ name: String, _ text: String, maker: (inout Self) -> Void = { _ in }
  ) {
    let needsFile = text.unicodeScalars.contains(where: XMLText.isForbidden)
    xml.start("Note")
    xml.attribute("guid", guid)
    xml.attribute("name", name)
    if needsFile {
      addFile("\(guid).txt", Array(text.utf8))
      xml.attribute("plainTextPath", "internal://\(guid).txt")
    }
    maker(&self)
    if !needsFile { xml.element("PlainTextContent", text) }
    xml.end("Note")
  }

  /// Each configuration and theory in words, for people in other programs.
  private mutating func writeConfigurationNotes() {
    let words = Self.blocks(supplement["configurations.md"])
    for (place, configuration) in study.configurations.enumerated() {
      let text = words.count == study.configurations.count ? words[place] : configuration.statement
      let name = OwnNames.name(OwnNames.configuration, title: configuration.title, key: configuration.key)
      writeNote(OwnElements.note(of: configuration.id), name, text)
    }
    let theories = Self.blocks(supplement["theories.md"])
    for (place, theory) in study.theories.enumerated() {
      let text =
        theories.count == study.theories.count ? theories[place] : theory.wording?.statement ?? theory.name
      writeNote(GUID(theory.id), OwnNames.name(OwnNames.theory, title: theory.title, key: theory.key), text)
    }
    if let bytes = supplement["theory-of-change.md"] {
      let text = String(decoding: bytes, as: UTF8.self)
      writeNote(OwnElements.theoryOfChangeNote(of: study.id), "Theory of change", text)
    }
  }

  /// The parts of a file that begin with a heading of the second level.
  private static func blocks(_ bytes: [UInt8]?) -> [String] {
    guard let bytes else { return [] }
    var blocks: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.utf8.starts(with: "## ".utf8) {
        blocks.append(String(line))
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1] += "\n" + line
      }
    }
    return blocks.map(\.trimmed)
  }

  // MARK: - Links and sets

  /// An arrow between the codes of two elements that follow each other.
  private struct Arrow {
    var guid: GUID
    var name: String
    var from: Element
    var to: Element
  }

  private func arrows(of configuration: Configuration) -> [Arrow] {
    let elements = configuration.elements.sorted {
      study.template.position(of: $0.letter) < study.template.position(of: $1.letter)
    }
    return zip(elements, elements.dropFirst()).enumerated().compactMap { place, pair in
      guard pair.0.letter != pair.1.letter else { return nil }
      let role = study.template.slot(letter: pair.1.letter)?.role
      let name =
        role == .outcome ? "leads to" : role == .mechanism || role == .reasoning ? "triggers" : "goes with"
      return Arrow(
        guid: OwnElements.link(of: configuration.id, place), name: name, from: pair.0, to: pair.1)
    }
  }

  private static func areLinked(_ arrow: Arrow) -> Bool {
    arrow.from.code != nil && arrow.to.code != nil && arrow.from.code != arrow.to.code
  }

  mutating func writeLinks() {
    let memos = noted.compactMap { memo in target(of: memo.subject).map { (memo, $0) } }
    let arrows = study.configurations.map { ($0, self.arrows(of: $0).filter(Self.areLinked)) }
    guard !memos.isEmpty || arrows.contains(where: { !$0.1.isEmpty }) else { return }
    xml.start("Links")
    for (memo, target) in memos {
      startLink(OwnElements.link(of: memo.id), "memo on", GUID(memo.id), target)
      xml.end("Link")
    }
    for (configuration, own) in arrows {
      for arrow in own {
        guard let from = arrow.from.code, let to = arrow.to.code else { continue }
        startLink(arrow.guid, arrow.name, GUID(from), GUID(to))
        xml.reference("NoteRef", OwnElements.note(of: configuration.id))
        xml.end("Link")
      }
    }
    xml.end("Links")
  }

  private mutating func startLink(_ guid: GUID, _ name: String, _ origin: GUID, _ target: GUID) {
    xml.start("Link")
    xml.attribute("guid", guid)
    xml.attribute("name", name)
    xml.attribute("direction", "OneWay")
    xml.attribute("originGUID", origin)
    xml.attribute("targetGUID", target)
  }

  /// What a memo is about, where the standard has no NoteRef for it.
  private func target(of subject: Memo.Subject) -> GUID? {
    switch subject {
    case .participant(let id): GUID(id)
    case .configuration(let id): GUID(id)
    case .theory(let id): GUID(id)
    case .factor(let id): GUID(id)
    case .study, .source, .code, .segment: nil
    }
  }

  mutating func writeSets() {
    guard !study.configurations.isEmpty else { return }
    let evidence = Dictionary(grouping: study.evidence, by: \.configuration)
    xml.start("Sets")
    for configuration in study.configurations {
      xml.start("Set")
      xml.attribute("guid", GUID(configuration.id))
      xml.attribute(
        "name", OwnNames.name(OwnNames.configuration, title: configuration.title, key: configuration.key))
      for code in configuration.elements.compactMap(\.code).distinct {
        xml.reference("MemberCode", GUID(code))
      }
      let used = (evidence[configuration.id] ?? []).compactMap { segments[$0.segment]?.source }.distinct
      for source in used { xml.reference("MemberSource", GUID(source)) }
      xml.reference("MemberNote", OwnElements.note(of: configuration.id))
      xml.end("Set")
    }
    xml.end("Sets")
  }

  // MARK: - Graphs

  mutating func writeGraphs() {
    guard !study.configurations.isEmpty || !study.factors.isEmpty else { return }
    xml.start("Graphs")
    for configuration in study.configurations { writeGraph(of: configuration) }
    if !study.factors.isEmpty { writeTheoryOfChange() }
    xml.end("Graphs")
  }

  private mutating func writeGraph(of configuration: Configuration) {
    xml.start("Graph")
    xml.attribute("guid", OwnElements.graph(of: configuration.id))
    xml.attribute(
      "name", OwnNames.name(OwnNames.configuration, title: configuration.title, key: configuration.key))
    var rows: [Int: Int] = [:]
    for element in configuration.elements {
      let column = study.template.position(of: element.letter)
      let role = study.template.slot(letter: element.letter)?.role
      let shape =
        role == .mechanism || role == .reasoning
        ? "Oval" : role == .outcome ? "RoundedRectangle" : "Rectangle"
      writeVertex(
        GUID(element.id), element.code.map { GUID($0) }, element.text, column: column,
        row: rows[column, default: 0], shape)
      rows[column, default: 0] += 1
    }
    for arrow in arrows(of: configuration) {
      let link = Self.areLinked(arrow) ? arrow.guid : nil
      writeEdge(
        GUID(naming: "edge \(arrow.guid)"), link, arrow.name, GUID(arrow.from.id), GUID(arrow.to.id),
        line: "solid")
    }
    xml.end("Graph")
  }

  private mutating func writeTheoryOfChange() {
    xml.start("Graph")
    xml.attribute("guid", OwnElements.theoryOfChangeGraph(of: study.id))
    xml.attribute("name", "Theory of change")
    let stages = Dictionary(study.stages.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var rows: [Int: Int] = [:]
    for factor in study.factors {
      let column = stages[factor.stage] ?? study.stages.count
      let name = OwnNames.name("", title: factor.text, key: factor.key)
      writeVertex(
        GUID(factor.id), factor.code.map { GUID($0) }, name, column: column, row: rows[column, default: 0],
        "Rectangle")
      rows[column, default: 0] += 1
    }
    for link in study.links {
      let sign = link.polarity == .increases ? "+" : "−"
      let name = link.label.isEmpty ? sign : "\(sign) \(ForeignNames.line(link.label))"
      writeEdge(
        GUID(link.id), nil, name, GUID(link.from), GUID(link.to),
        line: link.polarity == .increases ? "solid" : "dashed")
    }
    xml.end("Graph")
  }

  private mutating func writeVertex(
    _ guid: GUID, _ represented: GUID?, _ name: String, column: Int, row: Int, _ shape: String
  ) {
    xml.start("Vertex")
    xml.attribute("guid", guid)
    if let represented { xml.attribute("representedGUID", represented) }
    xml.attribute("name", name)
    xml.attribute("firstX", column * 240)
    xml.attribute("firstY", row * 90)
    xml.attribute("secondX", column * 240 + 200)
    xml.attribute("secondY", row * 90 + 60)
    xml.attribute("shape", shape)
    xml.end("Vertex")
  }

  private mutating func writeEdge(
    _ guid: GUID, _ represented: GUID?, _ name: String, _ from: GUID, _ to: GUID, line: String
  ) {
    xml.start("Edge")
    xml.attribute("guid", guid)
    if let represented { xml.attribute("representedGUID", represented) }
    xml.attribute("name", name)
    xml.attribute("sourceVertex", from)
    xml.attribute("targetVertex", to)
    xml.attribute("direction", "OneWay")
    xml.attribute("lineStyle", line)
    xml.end("Edge")
  }

  // MARK: - What other programs do not see

  /// Says what the standard has no element for: it travels in notes that only Realist reads, or not at all.
  mutating func account(for contents: StudyContents) {
    let newest = contents.revisions.filter { sources[$0.source]?.revision == $0.number }
    let forUs = "other programs see it as words in a note, Realist reads it back"
    report.add(
      "Configuration", .note, "a set, links, a graph and a note; Realist reads it back",
      count: study.configurations.count)
    report.add("Evidence", .note, forUs, count: study.evidence.count)
    report.add("Theory", .note, forUs, count: study.theories.count)
    report.add("Response to a theory", .note, forUs, count: study.responses.count)
    report.add("Factor", .note, "a graph and a note; Realist reads it back", count: study.factors.count)
    report.add(
      "Link of the theory of change", .note, "an arrow of the graph and a note; Realist reads it back",
      count: study.links.count)
    report.add("Loop", .note, forUs, count: study.loops.count)
    report.add("Linked coding", .note, forUs, count: study.linkedCodings.count)
    report.add("Recommendation", .note, forUs, count: study.recommendations.count)
    report.add("Saved query", .note, forUs, count: study.queries.count)
    report.add("Framework summary", .note, forUs, count: study.framework.count)
    report.add("Table of context", .note, forUs, count: study.contextTables.count)
    report.add(
      "Turn", .note, "who speaks and when; \(forUs)", count: newest.reduce(0) { $0 + $1.turns.count })
    let people = study.participants.count { !$0.name.isEmpty || !$0.consent.isEmpty || $0.withdrawn != nil }
    report.add("Display name, consent or withdrawal", .note, forUs, count: people)
    let old = study.segments.count { sources[$0.source]?.revision != $0.revision }
    report.add("Older text of a source", .note, forUs, count: contents.revisions.count - newest.count)
    report.add("Passage of an older text", .note, forUs, count: old)
    let originals = contents.revisions.count { $0.original != nil }
    report.add(
      "Original file", .leftOut, "the study folder has them: realist export folder", count: originals)
    if profile == .nvivo {
      report.add(
        "Offset", .changed,
        "counted as NVivo for Windows does; other programs will be off after emoji and line ends",
        count: study.segments.count - old)
    }
  }
}
