/// How much there is in one source, and how much was done with it.
public struct SourceCounts: Hashable, Sendable {
  /// Turns of the newest revision.
  public var turns = 0
  /// Passages of the newest revision that are marked.
  public var segments = 0
  /// Marked passages, of any revision, without a code.
  public var highlights = 0
  /// Codings of any revision.
  public var codings = 0
  /// Passages that stayed with an older revision because their words are gone or changed.
  public var leftBehind = 0

  public init() {}
}
