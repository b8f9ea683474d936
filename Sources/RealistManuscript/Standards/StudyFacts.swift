import RealistModel

/// What a study knows about how it was made, in sentences that a methods section could take up.
///
/// Every function answers nothing when the study has nothing to say: a blank asks the author, a guess would mislead her.
public struct StudyFacts: Sendable {
  public var study: Study
  /// The audit trail.
  public var entries: [JournalEntry]
  /// The name and version of the program, e.g. `Realist 0.1.0`.
  public var program: String

  public init(_ study: Study, entries: [JournalEntry] = [], program: String = "Realist") {
    (self.study, self.entries, self.program) = (study, entries, program)
  }

  /// One fact, unless its text is empty.
  static func said(_ text: String, _ place: String = "") -> [Fact] {
    text.isEmpty ? [] : [Fact(text, place)]
  }
}
