import RealistFolder
import RealistFormats
import RealistModel

/// What Realist put into the notes of a project comes back: the study's own values, turns, configurations, theories, and so on.
extension StudyAssembly {
  /// Looks through the notes, before anything else refers to them.
  mutating func findSupplement() {
    for note in project.memos {
      noteDocuments[note.guid] = note
      let words = note.text?.text.string ?? ""
      if note.name.utf8.starts(with: OwnElements.prefix.utf8) {
        supplement[String(decoding: note.name.utf8.dropFirst(OwnElements.prefix.utf8.count), as: UTF8.self)] =
          Array(words.utf8)
        supplementNotes.insert(note.guid)
      } else {
        noteTexts[note.guid] = Self.body(of: note)
      }
    }
    if supplement["study.json"] == nil {
      (supplement, supplementNotes) = ([:], [])
      for note in project.memos { noteTexts[note.guid] = Self.body(of: note) }
    }
  }

  /// The words of a note: its name, unless it is the beginning of the text, then description and text.
  static func body(of note: ForeignDocument) -> String {
    let text = (note.text?.text.string ?? "").trimmed
    let name = ForeignNames.line(note.name)
    if name.utf8.starts(with: OwnElements.memoPrefix.utf8), !text.isEmpty {
      return note.text?.text.string ?? ""
    }
    var parts = [note.description.trimmed, text].filter { !$0.isEmpty }
    if parts.count == 2, parts[0] == parts[1] { parts.removeLast() }
    if !name.isEmpty, !parts.contains(where: { $0.hasPrefix(name) }) { parts.insert("# \(name)", at: 0) }
    return parts.joined(separator: "\n\n")
  }

  /// Reads the supplement onto the study; what it cannot be read onto, because something was renamed elsewhere, stays as notes.
  mutating func addSupplement() -> OwnElements {
    guard !supplement.isEmpty else { return OwnElements() }
    do throws(FolderError) {
      let texts = Dictionary(
        study.sources.compactMap { source in
          revisions.first { $0.source == source.id }.map { (source.name, $0.text) }
        }, uniquingKeysWith: { first, _ in first })
      let basis = try StudyFolder.basis(of: supplement, texts: listed(texts))
      var contents = StudyContents(study: study, revisions: revisions)
      merge(basis, into: &contents)
      let known = ExchangeIDs(project, study: contents.study)
      contents.study = try StudyFolder.complete(contents, from: supplement, ids: known)
      (study, revisions) = (contents.study, contents.revisions)
      report.add("Note", .kept, count: supplementNotes.count)
      report.add("Configuration", .kept, count: study.configurations.count)
      report.add("Theory", .kept, count: study.theories.count)
      report.add("Factor", .kept, count: study.factors.count)
      return OwnElements(study)
    } catch {
      for note in project.memos where supplementNotes.contains(note.guid) {
        noteTexts[note.guid] = Self.body(of: note)
      }
      supplementNotes = []
      report.add(
        "What Realist wrote beside the standard", .note,
        "it does not fit the project any more: \(error.problems.first?.message ?? "")")
      return OwnElements()
    }
  }

  /// The texts that the supplement speaks of; others came in elsewhere.
  private func listed(_ texts: [String: SourceText]) -> [String: SourceText] {
    guard let bytes = supplement["sources.csv"], let table = try? CSVTable(bytes),
      let column = table.column("name")
    else { return [:] }
    let names = Set(table.rows.map { $0[column].trimmed })
    return texts.filter { names.contains($0.key) }
  }

  // MARK: - The basis, by name

  private func merge(_ basis: StudyContents, into contents: inout StudyContents) {
    let own = basis.study
    var study = contents.study
    (study.id, study.title, study.question) = (own.id, own.title, own.question)
    (study.summary, study.ethics, study.created) = (own.summary, own.ethics, own.created)
    (study.template, study.stages, study.attribution) = (own.template, own.stages, own.attribution)
    study.guide = own.guide
    study.readme = supplement["README.md"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    study.attributes =
      own.attributes
      + study.attributes.filter { other in
        isUsed(other, in: study)
          && !own.attributes.contains { $0.name == other.name && $0.subject == other.subject }
      }
    mergeParticipants(own, into: &study)
    mergeCodes(own, into: &study)
    contents.study = study
    mergeSources(basis, into: &contents)
  }

  private func isUsed(_ definition: AttributeDefinition, in study: Study) -> Bool {
    switch definition.subject {
    case .participant: study.participants.contains { $0.attributes[definition.name] != nil }
    case .source: study.sources.contains { $0.attributes[definition.name] != nil }
    }
  }

  /// A value that was changed elsewhere wins over the one that was written.
  private func merged(
    _ own: [String: AttributeValue], _ foreign: [String: AttributeValue],
    _ definitions: [AttributeDefinition], _ subject: AttributeDefinition.Subject
  ) -> [String: AttributeValue] {
    var result = own
    for (name, value) in foreign {
      if let written = own[name], XMLText.clean(written.description) == value.description { continue }
      let kind = definitions.first { $0.name == name && $0.subject == subject }?.kind ?? value.kind
      if let fitting = AttributeValue(value.description, kind: kind) { result[name] = fitting }
    }
    return result
  }

  private func mergeParticipants(_ own: Study, into study: inout Study) {
    let known = Dictionary(own.participants.map { ($0.key, $0) }) { first, _ in first }
    for place in study.participants.indices {
      guard let written = known[study.participants[place].key] else { continue }
      study.participants[place].name = written.name
      study.participants[place].consent = written.consent
      study.participants[place].withdrawn = written.withdrawn
      study.participants[place].attributes = merged(
        written.attributes, study.participants[place].attributes, study.attributes, .participant)
    }
  }

  private func mergeCodes(_ own: Study, into study: inout Study) {
    guard let written = try? CodeTree(own.codes), let tree = try? CodeTree(study.codes) else { return }
    let places = Dictionary(study.codes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for node in tree.order {
      guard let code = written[node.path]?.code, let place = places[node.code.id] else { continue }
      (study.codes[place].hotkey, study.codes[place].colour) = (code.hotkey, study.codes[place].colour)
      let isUnchanged = XMLText.clean(CodeText.description(code)).trimmed == node.code.definition
      guard isUnchanged else { continue }
      (study.codes[place].definition, study.codes[place].use) = (code.definition, code.use)
      study.codes[place].not = code.not
    }
  }

  private func mergeSources(_ basis: StudyContents, into contents: inout StudyContents) {
    let known = Dictionary(basis.study.sources.map { ($0.name, $0) }) { first, _ in first }
    let keys = Dictionary(basis.study.participants.map { ($0.id, $0.key) }) { first, _ in first }
    let people = Dictionary(contents.study.participants.map { ($0.key, $0.id) }) { first, _ in first }
    func person(_ id: ID<Participant>) -> ID<Participant>? { keys[id].flatMap { people[$0] } }
    let written = Dictionary(grouping: basis.revisions, by: \.source)
    var newest: [ID<Source>: Int] = [:]
    for place in contents.study.sources.indices {
      guard let own = known[contents.study.sources[place].name] else { continue }
      var source = contents.study.sources[place]
      (source.title, source.kind, source.mode) = (own.title, own.kind, own.mode)
      (source.date, source.minutes, source.revision) = (own.date, own.minutes, own.revision)
      source.participants = own.participants.compactMap(person)
      source.attributes = merged(own.attributes, source.attributes, contents.study.attributes, .source)
      newest[source.id] = own.revision
      var revisions: [Revision] = written[own.id] ?? []
      for index in revisions.indices {
        revisions[index].source = source.id
        for turn in revisions[index].turns.indices {
          revisions[index].turns[turn].participant = revisions[index].turns[turn].participant.flatMap(person)
        }
      }
      contents.revisions.removeAll { $0.source == source.id }
      contents.revisions += revisions
      if let last = revisions.last { source = source.measured(by: last.text, last.turns) }
      contents.study.sources[place] = source
    }
    for place in contents.study.segments.indices {
      if let number = newest[contents.study.segments[place].source] {
        contents.study.segments[place].revision = number
      }
    }
  }
}

/// The ids that things had when they were written: configurations by their sets, theories by their notes, factors by their vertices.
struct ExchangeIDs: NaturalIDs {
  private var known: [String: GUID] = [:]
  private let derived: DerivedIDs

  init(_ project: ForeignProject, study: Study) {
    derived = DerivedIDs(study: study.id, created: study.created)
    for set in project.sets { known["configuration\n\(OwnNames.key(set.name))"] = set.guid }
    for note in project.memos where note.name.utf8.starts(with: OwnNames.theory.utf8) {
      known["theory\n\(OwnNames.key(note.name))"] = note.guid
    }
    let graph = OwnElements.theoryOfChangeGraph(of: study.id)
    for vertex in project.graphs.first(where: { $0.guid == graph })?.vertices ?? [] {
      known["factor\n\(OwnNames.key(vertex.name))"] = vertex.guid
    }
  }

  func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity> {
    known["\(kind)\n\(key)"]?.id() ?? derived.id(entity, kind: kind, key: key)
  }
}

/// The names that configurations, theories and factors have in other programs: `Configuration: Title {#key}`.
enum OwnNames {
  static let configuration = "Configuration: "
  static let theory = "Theory: "

  static func name(_ prefix: String, title: String, key: String) -> String {
    prefix + (title.isEmpty ? "" : ForeignNames.line(title) + " ") + "{#\(key)}"
  }

  /// The key in a name; empty when there is none.
  static func key(_ name: String) -> String {
    // By bytes: a character of the title may join with the brace.
    let bytes = Array(name.utf8)
    guard bytes.last == UInt8(ascii: "}"),
      let open = bytes.indices.last(where: { bytes[$0...].starts(with: "{#".utf8) })
    else { return "" }
    return String(decoding: bytes[(open + 2)..<(bytes.count - 1)], as: UTF8.self)
  }
}
