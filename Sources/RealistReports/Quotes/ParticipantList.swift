import RealistModel

/// Participants as reports name them: `(Participants 1, 2, 8 and 12)`, `five of the participants`.
public enum ParticipantList {
  /// The participants in one pair of parentheses, by number; empty for nobody.
  ///
  /// The wording follows the study's attribution: the word before `{number}`, `{id}` or `{name}` gets an `s` when there are several. A
  /// pattern with other fields is printed for each participant, with semicolons between.
  public static func text(of participants: [Participant], attribution: AttributionPattern = .usual) -> String
  {
    let sorted = participants.sorted {
      ($0.number ?? Int.max, $0.key, $0.id) < ($1.number ?? Int.max, $1.key, $1.id)
    }
    guard let first = sorted.first else { return "" }
    if sorted.count == 1 { return attribution.attribution(participant: first, speaker: nil, source: "") }
    if let (before, field, after) = singleField(of: attribution.pattern), !before.trimmed.isEmpty {
      let alone = AttributionPattern("{\(field)}")
      let names = sorted.map { alone.attribution(participant: $0, speaker: nil, source: "") }
      return plural(before) + series(names) + after
    }
    let all = sorted.map { attribution.attribution(participant: $0, speaker: nil, source: "") }
    return "(" + all.map(withoutParentheses).joined(separator: "; ") + ")"
  }

  /// A count in words, as running text has it: `none of the participants`, `five of the participants`, `all of the participants`; from 13
  /// on in digits.
  ///
  /// - Parameter total: how many there are; `nil` never says `all`.
  public static func words(count: Int, of total: Int? = nil, noun: String = "participants") -> String {
    if let total, count == total, count > 1 { return "all of the \(noun)" }
    return "\(number(count)) of the \(noun)"
  }

  private static func number(_ count: Int) -> String {
    let words = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return words.indices.contains(count) ? words[count] : "\(count)"
  }

  /// The pattern around its only field, when that names one participant.
  private static func singleField(of pattern: String) -> (before: String, field: String, after: String)? {
    let pieces = pattern.split(separator: "{", omittingEmptySubsequences: false)
    guard pieces.count == 2, let close = pieces[1].firstIndex(of: "}") else { return nil }
    let field = String(pieces[1][..<close])
    guard ["number", "id", "name"].contains(field) else { return nil }
    return (String(pieces[0]), field, String(pieces[1][pieces[1].index(after: close)...]))
  }

  /// `(Participant ` → `(Participants `; a text that ends in no letter stays.
  private static func plural(_ before: String) -> String {
    let word = before.trimmed
    guard word.last?.isLetter ?? false, let end = before.lastIndex(where: \.isLetter) else { return before }
    return before[...end] + "s" + before[before.index(after: end)...]
  }

  private static func withoutParentheses(_ text: String) -> String {
    text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
  }
}
