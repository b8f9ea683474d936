/// One passage coded as a pair or three that belong together: a context with the mechanism it sets off, a mechanism with its outcome
/// (Jackson and Kolla 2012, doi 10.1177/1098214012440030: dyads and triads are coded directly from what practitioners say, because
/// codes that are only counted side by side lose what was linked).
public struct LinkedCoding: Entity {
  /// One role in the link: which slot of the template, which code, and the words that say it.
  public struct Part: Hashable, Sendable {
    /// The slot of the template.
    public var letter: String
    public var code: ID<Code>
    /// The words inside the passage that say this role; `nil` where the whole passage does.
    public var segment: ID<Segment>?

    public init(letter: String, code: ID<Code>, segment: ID<Segment>? = nil) {
      (self.letter, self.code, self.segment) = (letter, code, segment)
    }
  }

  public var id: ID<LinkedCoding>
  /// A short name, e.g. `L7`; unique in the study.
  public var key: String
  /// The whole passage.
  public var segment: ID<Segment>
  /// In the order of the template; at least two.
  public var parts: [Part]
  public var coder: String
  public var created: Timestamp
  /// Why; empty when there is nothing to say.
  public var memo: String

  public init(
    id: ID<LinkedCoding>, key: String, segment: ID<Segment>, parts: [Part], coder: String, created: Timestamp,
    memo: String = ""
  ) {
    (self.id, self.key, self.segment, self.parts) = (id, key, segment, parts)
    (self.coder, self.created, self.memo) = (coder, created, memo)
  }

  /// Every segment it refers to: the whole passage, then the words of its roles.
  public var segments: [ID<Segment>] { [segment] + parts.compactMap(\.segment) }

  /// `C–M`, `C–M–O`.
  public var shape: String { parts.map(\.letter).joined(separator: "–") }

  /// A key that is not taken: one more than the greatest number among `L1`, `L2`, …
  public static func nextKey(after keys: some Sequence<String>) -> String {
    let numbers = keys.compactMap { $0.first == "L" ? Int($0.dropFirst()) : nil }
    return "L\((numbers.max() ?? 0) + 1)"
  }
}
