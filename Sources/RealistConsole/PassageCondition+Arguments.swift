import CommandKit
import RealistAnalysis
import RealistModel
import RealistStore

extension PassageCondition {
  /// What `--participant` and `--where` ask for. A condition that begins with `@` is a query, which marked passages answer.
  ///
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
    let answers = try isQuery ? text.map { try reader.segments(answering: $0) } : nil
    let speakers = names.isEmpty ? nil : Set(try names.map { try reader.participant($0).id })
    let filter = try isQuery ? nil : text.map { try Filter($0, attributes: try reader.attributes()) }
    self.init(
      speakers: speakers, filter: filter, answers: answers,
      people: filter == nil ? [] : try reader.participants())
  }
}
