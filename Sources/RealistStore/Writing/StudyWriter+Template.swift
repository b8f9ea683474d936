import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Gives the study another template.
  ///
  /// - Throws: ``StoreError/inUse(_:name:by:)`` for a letter that elements or linked codings have and the new template lacks.
  public func put(_ template: Template) throws {
    let letters = Set(template.slots.map(\.letter))
    for slot in try reader.header().template.slots where !letters.contains(slot.letter) {
      let counts: [(sql: SQL, kind: StoreError.Kind)] = [
        ("SELECT count(*) FROM element WHERE letter = \(slot.letter)", .element),
        (
          "SELECT count(DISTINCT linked_coding) FROM linked_part WHERE letter = \(slot.letter)",
          .linkedCoding
        ),
      ]
      let used = try counts.map {
        StoreError.Dependents(count: try connection.int($0.sql) ?? 0, kind: $0.kind)
      }.filter { $0.count > 0 }
      guard used.isEmpty else { throw StoreError.inUse(.slot, name: slot.letter, by: used) }
    }
    var study = try reader.header()
    study.template = template
    try put(header: study)
  }
}
