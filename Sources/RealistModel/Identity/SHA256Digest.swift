import CSodium

/// A SHA-256 digest (FIPS 180-4), computed by libsodium.
public struct SHA256Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The digest of some bytes; linear in their number.
  public init(of content: some Sequence<UInt8>) {
    let computed = content.withContiguousStorageIfAvailable {
      Self.hash(UnsafeBufferPointer(rebasing: $0[...]))
    }
    bytes = computed ?? Array(content).withUnsafeBufferPointer(Self.hash)
  }

  /// The digest of a string's UTF-8.
  public init(of text: String) {
    var text = text
    bytes = text.withUTF8(Self.hash)
  }

  /// A digest from its 32 stored bytes; `nil` when there are not exactly 32.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// 64 hexadecimal digits in lower case.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

  private static func hash(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { output, count in
      guard let start = output.baseAddress else { return }
      crypto_hash_sha256(start, input.baseAddress, UInt64(input.count))
      count = 32
    }
  }
}
