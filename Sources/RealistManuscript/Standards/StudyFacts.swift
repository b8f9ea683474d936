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

  static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `a`, `a and b`, `a, b and c`.
  static func listed(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// One fact, unless its text is empty.
  static func said(_ text: String, _ place: String = "") -> [Fact] {
    text.isEmpty ? [] : [Fact(text, place)]
  }
}
