import RealistAnalysis
import RealistModel
import RealistStore

/// What `where=` and its companions let through: a condition on people and sources, or a saved query that marked passages answer.
struct Conditions {
  private let condition: PassageCondition

  /// - Throws: ``FilterError``, ``QueryError``, ``WebError/badMember(_:expected:)``.
  init(_ call: Call, _ reader: StudyReader, ofSegments: Bool = false) throws {
    let text = call.parameter("where")
    let isQuery = text?.hasPrefix("@") ?? false
    guard !isQuery || ofSegments else {
      throw WebError.badMember(
        "where", expected: "a condition such as band >= 4; a query finds marked passages")
    }
    let speaker = try call.idParameter("participant", of: Participant.self)
    let answers = try isQuery ? text.map { try reader.segments(answering: $0) } : nil
    let filter = try isQuery ? nil : text.map { try Filter($0, attributes: try reader.attributes()) }
    condition = PassageCondition(
      speakers: speaker.map { [$0] }, filter: filter, answers: answers,
      people: filter == nil ? [] : try reader.participants())
  }

  var isEmpty: Bool { condition.isEmpty }

  /// What must hold of the speaker and the source; `nil` for nothing.
  var filter: Filter? { condition.filter }

  /// Whether a source is listed: the condition holds for it, or for it together with somebody who took part.
  func holds(_ source: Source) -> Bool {
    guard let filter = condition.filter else { return true }
    guard filter.subjects.contains(.participant) else { return filter.matches(source: source) }
    return source.participants.contains { filter.matches(participant: condition.people[$0], source: source) }
  }

  /// Whether a participant is listed: the condition holds for the person, or for the person together with a source.
  func holds(_ participant: Participant, sources: [Source]) -> Bool {
    guard let filter = condition.filter else { return true }
    guard filter.subjects.contains(.source) else { return filter.matches(participant) }
    return sources.contains {
      $0.participants.contains(participant.id) && filter.matches(participant: participant, source: $0)
    }
  }

  /// The study with only the codings and the evidence that are let through.
  func narrowed(_ study: Study, words: [ID<Segment>: QuoteWords]) -> Study {
    guard !isEmpty else { return study }
    let sources = Dictionary(study.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let segments = Dictionary(study.segments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return study.heard { id in
      guard let source = segments[id].flatMap({ sources[$0.source] }) else { return false }
      return holds(segment: id, speaker: words[id]?.participant, source: source)
    }
  }

  /// The codings that are let through.
  ///
  /// - Parameter parts: what else is to be read.
  func codings(_ reader: StudyReader, _ parts: CodingTable.Part) throws -> CodingTable {
    guard !isEmpty else { return try reader.codingTable(parts) }
    let table = try reader.codingTable(parts.union(.turns))
    return table.filtered(passages: { passage in
      let speaker = passage.participant < 0 ? nil : table.participants[Int(passage.participant)].id
      return holds(
        segment: passage.segment, speaker: speaker, source: table.sources[Int(passage.source)])
    })
  }

  /// Whether a passage is taken, marked or only found.
  func holds(segment: ID<Segment>?, speaker: ID<Participant>?, source: Source) -> Bool {
    condition.holds(segment: segment, speaker: speaker, source: source)
  }
}

extension StudyReader {
  /// The segments that a query answers.
  fileprivate func segments(answering text: String) throws -> Set<ID<Segment>> {
    let names = Query.Names(codes: try codeTree(), attributes: try attributes(), queries: try queries())
    let query = try Query(text, names: names)
    return query.segments(in: try codingTable(query.parts))
  }
}
