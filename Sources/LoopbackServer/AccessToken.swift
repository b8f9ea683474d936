import CSodium

/// What a page has to show to be answered: 32 random bytes, written in base64url (RFC 4648, section 5) without padding.
public struct AccessToken: Sendable {
  /// 43 characters that need no quoting in an address, a header or a shell.
  public let text: String

  /// A token nobody can guess.
  public static func random() -> AccessToken {
    var bytes = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&bytes, bytes.count)
    return AccessToken(bytes: bytes)
  }

  /// A token that was written down; `nil` when it is not one.
  public init?(_ text: String) {
    guard text.utf8.count == 43, text.utf8.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
    self.text = text
  }

  private init(bytes: [UInt8]) {
    var (characters, word, bits) = ([UInt8](), UInt32(0), 0)
    for byte in bytes {
      word = word << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        characters.append(Self.alphabet[Int(word >> UInt32(bits) & 63)])
      }
    }
    if bits > 0 { characters.append(Self.alphabet[Int(word << UInt32(6 - bits) & 63)]) }
    text = String(decoding: characters, as: UTF8.self)
  }

  /// Whether what was shown is this token; how long that takes tells nothing about where they differ.
  public func matches(_ shown: String) -> Bool {
    let (own, other) = (Array(text.utf8), Array(shown.utf8))
    return own.count == other.count && sodium_memcmp(own, other, own.count) == 0
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
