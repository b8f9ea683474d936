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
  struct Arrow {
    var guid: GUID
    var name: String
    var from: Element
    var to: Element
  }

  func arrows(of configuration: Configuration) -> [Arrow] {
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

  static func areLinked(_ arrow: Arrow) -> Bool {
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
}
