/// The check value of a segment's words: the first 8 bytes of the SHA-256 of their UTF-8, big endian.
///
/// It is stored instead of a copy of the words. A copy can disagree with the text without anybody noticing, and would keep the words of a
/// person who withdrew.
public struct QuoteCheck: Hashable, Sendable {
  public let value: UInt64

  public init(value: UInt64) { self.value = value }

  public init(of words: String) {
    value = SHA256Digest(of: words).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
