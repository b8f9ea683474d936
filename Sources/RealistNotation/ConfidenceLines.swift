import RealistModel

/// The lines that say how far a configuration can be relied on:
///
/// ```
/// Confidence: moderate — three services, one of them in its first year
/// Confidence in coherence: minor concerns — two people saw it differently
/// ```
enum ConfidenceLines {
  private static let whole = "Confidence"
  private static func name(_ component: Confidence.Component) -> String {
    "Confidence in \(component.rawValue)"
  }

  /// What stands before the colon.
  static let names = [whole] + Confidence.Component.allCases.map(name)
  /// What stands in place of a level where none was decided.
  private static let undecided = "undecided"

  /// Reads one line into what is known.
  ///
  /// - Returns: what is wrong with it.
  static func read(
    _ name: String, _ value: String, into confidence: inout Confidence
  ) -> NotationProblem.Kind? {
    let (word, note) = parts(value)
    if name == whole {
      let level = Confidence.Level(rawValue: word)
      guard level != nil || word == undecided else {
        return .badValue(word, expected: Confidence.Level.allCases.map(\.rawValue) + [undecided])
      }
      (confidence.level, confidence.note) = (level, note)
      return nil
    }
    let component = Confidence.Component.allCases.first { self.name($0) == name }
    guard let component, let concern = Confidence.Concern(rawValue: word == "no" ? "none" : word) else {
      return .badValue(word, expected: ["no", "minor", "moderate", "serious"])
    }
    confidence.judgements[component] = Confidence.Judgement(concern, note: note)
    return nil
  }

  /// `minor concerns — why`: the word and the reason.
  private static func parts(_ value: String) -> (word: String, note: String) {
    let word = value.prefix { !$0.isWhitespace && $0 != "—" }
    var rest = value.dropFirst(word.count).trimmed
    for noun in ["concerns", "concern", "confidence"] where rest.after(noun) != nil {
      rest = (rest.after(noun) ?? "").trimmed
      break
    }
    for dash in ["—", "–", "-"] {
      if let note = rest.after(dash) { return (word.lowercased(), note.trimmed) }
    }
    return (word.lowercased(), rest)
  }

  /// The lines, each with its line break; none when nothing was judged.
  static func text(_ confidence: Confidence) -> String {
    var lines: [String] = []
    if confidence.level != nil || !confidence.note.isEmpty {
      lines.append(line(whole, confidence.level?.rawValue ?? undecided, confidence.note))
    }
    for (component, judgement) in confidence.ordered {
      let concern = judgement.concern == .none ? "no" : judgement.concern.rawValue
      lines.append(line(name(component), concern + " concerns", judgement.note))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ name: String, _ words: String, _ note: String) -> String {
    let note = note.onOneLine.trimmed
    return "\(name): \(words)" + (note.isEmpty ? "" : " — \(note)")
  }
}
