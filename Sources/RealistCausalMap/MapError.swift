import RealistModel

/// Why a question to a map has no answer; the only place for the wording.
public enum MapError: Error, Hashable, Sendable {
  /// No factor has this name; the nearest names there are.
  case unknownFactor(String, nearest: [String])
  /// Several factors have it.
  case ambiguousFactor(String, candidates: [String])
  case badNumber(String, Int, least: Int)

  /// Lower case, without a full stop.
  public var message: String {
    switch self {
    case .unknownFactor(let name, _): "there is no factor '\(name)' in the map"
    case .ambiguousFactor(let name, let candidates):
      "'\(name)' can be \(counted(candidates.count, "factor")) of the map"
    case .badNumber(let what, let number, let least): "\(number) is no \(what): it is at least \(least)"
    }
  }

  public var hint: String? {
    switch self {
    case .unknownFactor(_, let nearest):
      nearest.isEmpty
        ? "list them: realist map factors" : "did you mean \(nearest.joined(separator: " or "))?"
    case .ambiguousFactor(_, let candidates): "say more of it: \(candidates.joined(separator: ", "))"
    case .badNumber: nil
    }
  }
}
