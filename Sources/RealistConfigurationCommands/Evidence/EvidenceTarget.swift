import CommandKit
import RealistModel
import RealistStore

/// What a passage speaks to, as people write it: `CMO2`, `CMO2.M1`, `bespoke.C1+M1`.
struct EvidenceTarget {
  let configuration: Configuration
  /// In the configuration's order; empty for the whole.
  let elements: [ID<Element>]
  /// `CMO2.C1+M1`.
  let name: String

  /// - Throws: ``StoreError/unknown(_:name:nearest:)`` for a configuration or an element that is not there.
  init(_ text: String, in reader: StudyReader) throws {
    let (whole, labels) = try Self.parts(text, in: reader)
    configuration = whole
    let known = whole.labelled
    var chosen: Set<ID<Element>> = []
    for label in labels {
      guard let found = known.first(where: { $0.label == label.uppercased() }) else {
        throw StoreError.unknown(.element, name: label, nearest: known.map(\.label))
      }
      chosen.insert(found.element.id)
    }
    let spoken = known.filter { chosen.contains($0.element.id) }
    elements = spoken.map(\.element.id)
    let place = (try reader.configurations().firstIndex { $0.id == whole.id } ?? -1) + 1
    name =
      "CMO\(place)" + (spoken.isEmpty ? "" : "." + spoken.map(\.label).joined(separator: "+"))
  }

  /// A key may have a dot in it, so the whole text is tried first.
  private static func parts(_ text: String, in reader: StudyReader) throws -> (Configuration, [String]) {
    guard let dot = text.lastIndex(of: ".") else { return (try reader.configuration(text), []) }
    if let exact = try reader.configurations().first(where: { $0.key == text }) { return (exact, []) }
    let labels = text[text.index(after: dot)...].split { "+–-,".contains($0) }.map { $0.trimmed }
    return (try reader.configuration(String(text[..<dot])), labels)
  }
}
