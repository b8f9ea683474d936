import RealistModel

/// What an imported project adds to a study that is there: codes are joined by path, participants by pseudonym, sources by their words.
///
/// What the study has stays as it is; the imported project fills in what is empty. A pure function: the values are to be written in one
/// change.
public struct StudyMerge {
  /// The values to be put, new ones and changed ones, in an order in which each can be written. The study's own header is not among them.
  public private(set) var additions: StudyContents
  /// The import's report, with what became of each element here.
  public internal(set) var report: LossReport

  let own: Study
  let imported: Study
  private let revisions: [ID<Source>: [Revision]]
  var map = IDMap()

  /// - Parameter text: the newest text of a source of the study.
  /// - Throws: what `text` throws.
  public init(
    _ project: ImportedProject, into study: Study, text: (Source) throws -> SourceText?
  ) throws {
    (own, imported, report) = (study, project.contents.study, project.report)
    revisions = Dictionary(grouping: project.contents.revisions, by: \.source)
    var empty = Study(id: study.id, title: study.title, created: study.created)
    (empty.template, empty.stages) = (study.template, study.stages)
    additions = StudyContents(study: empty, revisions: [])
    mergeAttributes()
    mergeParticipants()
    mergeCodes()
    try mergeSources(text)
    mergeSegments()
    mergeCodings()
    mergeRealist()
    mergeMemos()
  }

  /// Whether the study has all of it already.
  public var addsNothing: Bool {
    let study = additions.study
    return additions.revisions.isEmpty && study.attributes.isEmpty && study.participants.isEmpty
      && study.sources.isEmpty && study.codes.isEmpty && study.segments.isEmpty && study.codings.isEmpty
      && study.linkedCodings.isEmpty && study.configurations.isEmpty && study.evidence.isEmpty
      && study.theories.isEmpty && study.responses.isEmpty && study.factors.isEmpty && study.links.isEmpty
      && study.loops.isEmpty && study.confirmedRipples.isEmpty && study.memos.isEmpty
      && study.recommendations.isEmpty && study.queries.isEmpty && study.framework.isEmpty
      && study.contextTables.isEmpty && study.stages == own.stages
  }

  mutating func add(_ change: (inout Study) -> Void) { change(&additions.study) }

  /// The id a thing keeps, or another one where the study has something else by it.
  func free<Value>(_ id: ID<Value>, among taken: Set<ID<Value>>) -> ID<Value> {
    taken.contains(id) ? GUID(naming: "joined \(own.id) \(id)").id() : id
  }

  // MARK: - People

  private mutating func mergeAttributes() {
    for definition in imported.attributes {
      guard
        let known = own.attributes.first(where: {
          $0.name == definition.name && $0.subject == definition.subject
        })
      else {
        add { $0.attributes.append(definition) }
        continue
      }
      guard known.kind != definition.kind else { continue }
      var other = definition
      var number = 2
      while own.attributes.contains(where: { $0.name == "\(definition.name) (\(number))" }) { number += 1 }
      other.name = "\(definition.name) (\(number))"
      map.attributes[definition] = other.name
      add { $0.attributes.append(other) }
      report.add("Attribute", .changed, "the study has another kind of the name", item: other.name)
    }
  }

  /// Values under the names that attributes have here.
  private func values(_ values: [String: AttributeValue], _ subject: AttributeDefinition.Subject) -> [String:
    AttributeValue]
  {
    var result: [String: AttributeValue] = [:]
    for (name, value) in values {
      let definition = imported.attributes.first { $0.name == name && $0.subject == subject }
      result[definition.flatMap { map.attributes[$0] } ?? name] = value
    }
    return result
  }

  private mutating func mergeParticipants() {
    let known = Dictionary(own.participants.map { ($0.key, $0) }) { first, _ in first }
    let taken = Set(own.participants.map(\.id))
    for participant in imported.participants {
      let attributes = values(participant.attributes, .participant)
      if var mine = known[participant.key] {
        map[participant.id] = mine.id
        let before = mine
        if mine.name.isEmpty { mine.name = participant.name }
        if mine.consent.isEmpty { mine.consent = participant.consent }
        if mine.withdrawn == nil { mine.withdrawn = participant.withdrawn }
        let differs = attributes.contains { name, value in mine.attributes[name].map { $0 != value } ?? false
        }
        if differs {
          report.add("Participant", .changed, "the study says something else, which stays", item: mine.key)
        }
        mine.attributes.merge(attributes) { own, _ in own }
        if mine != before { add { $0.participants.append(mine) } }
        report.add("Participant joined", .changed, "the study has the pseudonym", item: mine.key)
      } else {
        var new = participant
        (new.id, new.attributes) = (free(participant.id, among: taken), attributes)
        map[participant.id] = new.id
        add { $0.participants.append(new) }
      }
    }
  }

  // MARK: - Codes

  private mutating func mergeCodes() {
    guard let tree = try? CodeTree(own.codes), let other = try? CodeTree(imported.codes) else { return }
    let taken = Set(own.codes.map(\.id))
    var siblings: [ID<Code>?: Int] = [:]
    for code in own.codes { siblings[code.parent, default: 0] += 1 }
    for node in other.order {
      if var mine = tree[node.path]?.code {
        map[node.code.id] = mine.id
        let before = mine
        if mine.definition.isEmpty { mine.definition = node.code.definition }
        if mine.use.isEmpty { mine.use = node.code.use }
        if mine.not.isEmpty { mine.not = node.code.not }
        if mine.colour == nil { mine.colour = node.code.colour }
        if mine != before { add { $0.codes.append(mine) } }
        if !node.code.definition.isEmpty, mine.definition != node.code.definition {
          report.add("Code", .changed, "the study defines it otherwise, which stays", item: node.path)
        }
        report.add("Code joined", .changed, "the study has the path")
      } else {
        var new = node.code
        new.id = free(node.code.id, among: taken)
        new.parent = node.code.parent.flatMap { map[$0] }
        new.position = siblings[new.parent, default: 0]
        siblings[new.parent, default: 0] += 1
        map[node.code.id] = new.id
        add { $0.codes.append(new) }
      }
    }
  }

  // MARK: - Sources

  private mutating func mergeSources(_ text: (Source) throws -> SourceText?) throws {
    var names = Set(own.sources.map(\.name))
    let taken = Set(own.sources.map(\.id))
    for source in imported.sources {
      let attributes = values(source.attributes, .source)
      let people = source.participants.compactMap { map[$0] }
      let newest = revisions[source.id]?.first { $0.number == source.revision }
      if var mine = try same(newest?.text, text) {
        (map[source.id], map.revisions[source.id]) = (mine.id, mine.revision)
        let before = mine
        mine.attributes.merge(attributes) { own, _ in own }
        mine.participants = (mine.participants + people).distinct
        if mine.title.isEmpty { mine.title = source.title }
        if mine != before { add { $0.sources.append(mine) } }
        report.add("Source joined", .changed, "the study has its very words", item: mine.name)
        continue
      }
      var new = source
      (new.id, new.attributes, new.participants) = (free(source.id, among: taken), attributes, people)
      var number = 2
      while !names.insert(new.name).inserted {
        new.name = "\(source.name) (\(number))"
        number += 1
      }
      if new.name != source.name {
        report.add("Source name", .changed, "the study has another source of the name", item: new.name)
      }
      map[source.id] = new.id
      add { $0.sources.append(new) }
      for revision in revisions[source.id] ?? [] {
        var revision = revision
        revision.source = new.id
        for turn in revision.turns.indices {
          revision.turns[turn].participant = revision.turns[turn].participant.flatMap { map[$0] }
        }
        additions.revisions.append(revision)
      }
    }
  }

  /// The study's source with the same words; an empty text is nobody's.
  private func same(_ words: SourceText?, _ text: (Source) throws -> SourceText?) throws -> Source? {
    guard let words, words.length > 0 else { return nil }
    for source in own.sources where source.length == words.length {
      guard let mine = try text(source) else { continue }
      if mine.string.utf8.elementsEqual(words.string.utf8) { return source }
    }
    return nil
  }

  // MARK: - Passages and codings

  struct PassageKey: Hashable {
    var source: ID<Source>
    var revision: Int
    var span: TextSpan
  }

  private mutating func mergeSegments() {
    let known = Dictionary(
      own.segments.map { (PassageKey(source: $0.source, revision: $0.revision, span: $0.span), $0) }
    ) { first, _ in first }
    let taken = Set(own.segments.map(\.id))
    let newest = Dictionary(imported.sources.map { ($0.id, $0.revision) }) { first, _ in first }
    for segment in imported.segments {
      guard let source = map[segment.source] else { continue }
      var new = segment
      new.source = source
      if let number = map.revisions[segment.source] {
        guard segment.revision == newest[segment.source] else {
          report.add("Passage of an older text", .leftOut, "the study has another history of the source")
          continue
        }
        new.revision = number
      }
      if var mine = known[PassageKey(source: source, revision: new.revision, span: new.span)] {
        map[segment.id] = mine.id
        if !segment.memo.isEmpty, mine.memo != segment.memo {
          mine.memo += (mine.memo.isEmpty ? "" : "\n") + segment.memo
          add { $0.segments.append(mine) }
        }
      } else {
        new.id = free(segment.id, among: taken)
        map[segment.id] = new.id
        add { $0.segments.append(new) }
      }
    }
  }

  private struct CodingKey: Hashable {
    var segment: ID<Segment>
    var code: ID<Code>
    var coder: String
  }

  private mutating func mergeCodings() {
    var known = Set(own.codings.map { CodingKey(segment: $0.segment, code: $0.code, coder: $0.coder) })
    let taken = Set(own.codings.map(\.id))
    for coding in imported.codings {
      guard let segment = map[coding.segment], let code = map[coding.code] else { continue }
      guard known.insert(CodingKey(segment: segment, code: code, coder: coding.coder)).inserted else {
        report.add("Coding", .changed, "the study has the same coding by the same coder")
        continue
      }
      var new = coding
      (new.id, new.segment, new.code) = (free(coding.id, among: taken), segment, code)
      add { $0.codings.append(new) }
    }
  }
}

/// What things of an imported project are in the study.
struct IDMap {
  var attributes: [AttributeDefinition: String] = [:]
  /// The revision that the newest text of a joined source is in the study.
  var revisions: [ID<Source>: Int] = [:]
  private var ids: [ObjectIdentifier: [GUID: GUID]] = [:]

  subscript<Value>(id: ID<Value>) -> ID<Value>? {
    get { ids[ObjectIdentifier(Value.self)]?[GUID(id)]?.id() }
    set { ids[ObjectIdentifier(Value.self), default: [:]][GUID(id)] = newValue.map { GUID($0) } }
  }
}
