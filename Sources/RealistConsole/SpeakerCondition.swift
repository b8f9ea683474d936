import CommandKit
import RealistAnalysis
import RealistModel
import RealistStore

/// Who must have said a passage, and where, for it to be taken: `--participant` and `--where`. A condition that begins with `@` is a query,
/// which marked passages answer.
package struct SpeakerCondition {
  /// Those whose words are taken; `nil` for everybody's.
  private let named: Set<ID<Participant>>?
  private let filter: Filter?
  /// The passages that a query answers; `nil` without one.
  private let answers: Set<ID<Segment>>?
  private let participants: [ID<Participant>: Participant]

  /// - Parameter isOfSegments: whether passages are marked already, so that a query can be asked.
  /// - Throws: ``StoreError/unknown(_:name:nearest:)``, ``FilterError``, ``QueryFailure``.
  package init(
    participants names: [String] = [], where text: String?, in reader: StudyReader, isOfSegments: Bool = false
  ) throws {
    let isQuery = text?.hasPrefix("@") ?? false
    guard !isQuery || isOfSegments else {
      throw Failure.usage(
        "a query finds passages that are marked already",
        hint: "ask about who speaks and where: --where \"band >= 4\"")
    }
    answers = try isQuery ? text.map { try reader.segments(answering: $0) } : nil
    let condition = isQuery ? nil : text
    named = names.isEmpty ? nil : Set(try names.map { try reader.participant($0).id })
    let attributes = condition == nil ? [] : try reader.attributes()
    filter = try condition.map { try Filter($0, attributes: attributes) }
    let people = filter == nil ? [] : try reader.participants()
    participants = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var isEmpty: Bool { named == nil && filter == nil && answers == nil }

  /// Whether a marked passage is taken.
  package func holds(segment: ID<Segment>, participant: ID<Participant>?, source: Source) -> Bool {
    (answers?.contains(segment) ?? true) && holds(participant: participant, source: source)
  }

  package func holds(participant: ID<Participant>?, source: Source) -> Bool {
    if let named, !(participant.map(named.contains) ?? false) { return false }
    return filter?.matches(participant: participant.flatMap { participants[$0] }, source: source) ?? true
  }
}

extension StudyReader {
  /// The sources of some names; `nil` when none was named, which means all.
  package func sourceIDs(named names: [String]) throws -> Set<ID<Source>>? {
    names.isEmpty ? nil : Set(try names.map { try source($0).id })
  }
}
