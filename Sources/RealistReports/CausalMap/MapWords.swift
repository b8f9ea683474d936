import RealistCausalMap
import RealistDiagrams
import RealistModel

/// Words about maps, shared by their tables.
public enum MapWords {
  /// `training → skills (+)`.
  public static func arrow(_ bundle: CausalMap.Bundle) -> String {
    let (cause, effect) = (
      (bundle.causeIsFlipped ? "~" : "") + bundle.cause, (bundle.effectIsFlipped ? "~" : "") + bundle.effect
    )
    return "\(cause) → \(effect) (\(sign(bundle)))"
  }

  /// `+`, `−`, or the kind where it is no influence.
  static func sign(_ bundle: CausalMap.Bundle) -> String {
    bundle.kind == .influence ? bundle.polarity.sign : bundle.kind.rawValue
  }

  /// `increases`, `decreases`, `condition`, `despite`.
  static func says(_ bundle: CausalMap.Bundle) -> String {
    bundle.kind == .influence ? bundle.polarity.rawValue : bundle.kind.rawValue
  }

  /// `3 sources / 5 citations`.
  public static func volume(_ claims: [Claim]) -> String {
    GraphWords.volume(Set(claims.map(\.source)).count, claims.count)
  }

  /// `A → B → C`.
  public static func chain(_ keys: [String]) -> String { keys.joined(separator: " → ") }

  /// What a search left out; `nil` when it found everything.
  public static func bound(_ end: SearchEnd, _ things: String) -> String? {
    switch end {
    case .complete: nil
    case .length(let steps):
      "\(things) of more than \(steps) steps were not looked for; allow more: --max-length \(steps + 4)"
    case .count(let count, let below):
      "only the first \(count) \(things) are listed; those of fewer than \(below) steps are complete; list more: --limit \(count * 10)"
    case .work(let below):
      "the search was given up in a tangled map; \(things) of fewer than \(below) steps are complete; filter it: --min-sources 2"
    }
  }

  /// Only threads say that anybody sees the first factor lead to the last.
  public static let transitivity =
    "A path joins what different people said; only a source that makes it all the way claims that the first leads to the last."
}
