import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a linked coding with its roles.
  ///
  /// - Throws: ``StoreError/taken(_:name:)`` when another one has the key.
  public func put(_ linked: LinkedCoding) throws {
    try requireFree(linked.key, in: "linked_coding", column: "key", for: linked.id, kind: .linkedCoding)
    try put(
      "linked_coding", "id key segment coder created memo position", linked.id, linked.key, linked.segment,
      linked.coder, linked.created, linked.memo, try position(of: linked.id, in: "linked_coding"))
    try delete(from: "linked_part", where: "linked_coding", is: linked.id)
    for (position, part) in linked.parts.enumerated() {
      try put(
        "linked_part", key: "linked_coding position", "linked_coding position letter code segment", linked.id,
        position, part.letter, part.code, part.segment)
    }
  }

  /// Deletes a linked coding. Its segments stay.
  public func removeLinkedCoding(_ id: ID<LinkedCoding>) throws {
    try delete(from: "linked_part", where: "linked_coding", is: id)
    try delete(from: "linked_coding", where: "id", is: id)
  }

  /// Takes a code that goes out of linked codings; one that is left with a single role goes.
  func removeLinkedParts(of code: ID<Code>) throws {
    try removeLinkedCodings(keeping: { $0.code != code })
  }

  /// Takes a segment that goes out of linked codings: those of the whole passage go, roles that had its words keep the whole passage.
  func removeLinkedCodings(of segment: ID<Segment>) throws {
    let own = try connection.queryAll("SELECT id FROM linked_coding WHERE segment = \(segment)") { row in
      row.id(0, of: LinkedCoding.self)
    }
    for id in own { try removeLinkedCoding(id) }
    try statement("UPDATE linked_part SET segment = NULL WHERE segment = ?").run(segment)
  }

  private func removeLinkedCodings(keeping isKept: (LinkedCoding.Part) -> Bool) throws {
    for linked in try reader.linkedCodings() where !linked.parts.allSatisfy(isKept) {
      var shorter = linked
      shorter.parts = linked.parts.filter(isKept)
      if shorter.parts.count < 2 {
        try removeLinkedCoding(linked.id)
      } else {
        try put(shorter)
      }
    }
  }
}
