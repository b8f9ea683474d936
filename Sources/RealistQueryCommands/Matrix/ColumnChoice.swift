import CommandKit
import RealistAnalysis
import RealistConsole
import RealistMatrices
import RealistModel
import RealistStore

extension MatrixColumns.Kind {
  /// What a name stands for: one of some fixed words, or an attribute.
  ///
  /// - Parameters:
  ///   - words: which of source, participant, coder and question can be asked for.
  ///   - bands: the limits of bands, as they were typed.
  init(named name: String, words: [String], bands: String? = nil, in reader: StudyReader) throws {
    let limits = try bands.map(Self.limits) ?? []
    let fixed: [String: MatrixColumns.Kind] = [
      "source": .source, "participant": .participant, "coder": .coder, "question": .question,
    ]
    if words.contains(name), let kind = fixed[name] {
      guard limits.isEmpty else { throw Failure.usage("--bands goes with a number, not with \(name)") }
      self = kind
      return
    }
    let attributes = try reader.attributes()
    guard let field = FilterField(name, attributes: attributes) else {
      let known = words + attributes.map(\.name)
      throw Failure(
        "there is no attribute '\(name)'",
        hint: nearest(to: name, among: known).map { "did you mean \($0)?" }
          ?? "it is one of \(known.joined(separator: ", "))", exitCode: Exit.noInput)
    }
    guard limits.isEmpty || field.kind == .number else {
      throw Failure.usage("--bands goes with a number, and \(name) is none")
    }
    self = .field(field, limits: limits)
  }

  /// `5,10`: numbers, each greater than the one before.
  private static func limits(_ text: String) throws -> [Double] {
    guard let numbers = MatrixColumns.limits(text) else {
      throw Failure.usage("--bands takes numbers, each greater than the one before", hint: "--bands 5,10")
    }
    return numbers
  }
}
