/// How a quote names who said it: text with `{number}`, `{id}`, `{name}`, `{source}` and `{attribute name}` in it.
public struct AttributionPattern: Hashable, Sendable, CustomStringConvertible {
  public let pattern: String

  public init(_ pattern: String) { self.pattern = pattern }

  /// `(Participant 5)`, as most reports print it.
  public static let usual = AttributionPattern("(Participant {number})")

  public var description: String { pattern }

  /// The attribution of a quote. `{number}` falls back to the pseudonym, and a quote without a participant is attributed to its speaker,
  /// else to its source, in parentheses.
  public func attribution(participant: Participant?, speaker: String?, source: String) -> String {
    guard let participant else { return "(\(speaker ?? source))" }
    var (result, rest) = ("", pattern[...])
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += value(
        of: String(rest[rest.index(after: open)..<close]), participant: participant, source: source)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func value(of field: String, participant: Participant, source: String) -> String {
    switch field {
    case "number": participant.number.map(String.init) ?? participant.key
    case "id": participant.key
    case "name": participant.name.isEmpty ? participant.key : participant.name
    case "source": source
    default: participant.attributes[field]?.description ?? ""
    }
  }
}
