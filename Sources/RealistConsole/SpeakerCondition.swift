import CommandKit
import RealistAnalysis
import RealistModel
import RealistStore

/// Who must have said a passage, and where, for it to be taken: `--participant` and `--where`.
package struct SpeakerCondition {
  /// Those whose words are taken; `nil` for everybody's.
  private let named: Set<ID<Participant>>?
  private let filter: Filter?
  private let participants: [ID<Participant>: Participant]

  /// - Throws: ``StoreError/unknown(_:name:nearest:)``, ``FilterError``.
  package init(participants names: [String] = [], where condition: String?, in reader: StudyReader) throws {
    named = names.isEmpty ? nil : Set(try names.map { try reader.participant($0).id })
    let attributes = condition == nil ? [] : try reader.attributes()
    filter = try condition.map { try Filter($0, attributes: attributes) }
    let people = filter == nil ? [] : try reader.participants()
    participants = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var isEmpty: Bool { named == nil && filter == nil }

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
