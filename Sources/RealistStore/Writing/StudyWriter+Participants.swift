import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a participant. Attributes must be among the study's columns.
  ///
  /// - Throws: ``StoreError/taken(_:name:)`` when another participant has the pseudonym.
  public func put(_ participant: Participant) throws {
    try requireFree(
      participant.key, in: "participant", column: "key", for: participant.id, kind: .participant)
    try put(
      "participant", "id key name consent withdrawn position", participant.id, participant.key,
      participant.name,
      participant.consent.joined(separator: "\n"), participant.withdrawn,
      try position(of: participant.id, in: "participant"))
    try putValues("participant", participant.id, participant.attributes)
  }

  /// Removes a participant. Sources and turns stay, without the link to the person.
  public func removeParticipant(_ id: ID<Participant>) throws {
    try delete(from: "participant_value", where: "participant", is: id)
    try delete(from: "source_participant", where: "participant", is: id)
    try delete(from: "framework", where: "participant", is: id)
    try statement("UPDATE turn SET participant = NULL WHERE participant = ?").run(id)
    try delete(from: "memo", where: "subject", is: id)
    try delete(from: "participant", where: "id", is: id)
  }

  /// Replaces the attribute values of a participant or source.
  func putValues<Owner>(_ owner: String, _ id: ID<Owner>, _ values: [String: AttributeValue]) throws {
    try delete(from: "\(owner)_value", where: owner, is: id)
    let insert = try statement("INSERT INTO \(owner)_value (\(owner), attribute, value) VALUES (?, ?, ?)")
    for (attribute, value) in values.sorted(by: { $0.key < $1.key }) { try insert.run(id, attribute, value) }
  }
}
