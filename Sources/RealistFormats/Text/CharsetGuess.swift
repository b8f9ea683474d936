/// A guess at the charset of a text that has no byte order mark and is no valid UTF-8: UTF-16, else whichever of Windows-1252 and MacRoman makes
/// better words of it. Stated wherever it is used, never silent.
package struct CharsetGuess {
  /// How a command says otherwise, at the end of the sentence.
  package static let remedy = "; to name another: --encoding NAME"

  let encoding: TextEncoding
  /// Says what was guessed, and how to say otherwise.
  let sentence: String

  /// `nil` for valid UTF-8, and for bytes that are no text in any of these charsets.
  init?(_ bytes: [UInt8]) {
    let isUTF8 = bytes.withUnsafeBufferPointer { UTF8Validator.firstError(in: $0, refusesZero: true) } == nil
    guard !isUTF8 else { return nil }
    if let order = Self.utf16(bytes) {
      self.init(order, because: "every other byte of it is as in UTF-16")
      return
    }
    guard Self.isText(bytes) else { return nil }
    let windows = Self.score(bytes, SingleByteTable.windows1252)
    let mac = Self.score(bytes, SingleByteTable.macRoman)
    let high = bytes.count { $0 >= 0x80 }
    let (encoding, other) =
      (windows.map { $0 >= mac ?? .min } ?? false)
      ? (TextEncoding.windows1252, TextEncoding.macRoman) : (.macRoman, .windows1252)
    self.init(
      encoding,
      because: "its characters outside of ASCII (\(high)) make better words so than as \(other.rawValue)"
    )
  }

  private init(_ encoding: TextEncoding, because reason: String) {
    self.encoding = encoding
    sentence =
      "the charset was guessed: \(encoding.rawValue), for \(reason)" + Self.remedy
  }

  /// UTF-16 of texts with ASCII letters or spaces: their other byte is zero.
  private static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var (little, big) = (0, 0)
    var offset = 0
    while offset + 1 < bytes.count {
      if bytes[offset] == 0, bytes[offset + 1] != 0 { big += 1 }
      if bytes[offset] != 0, bytes[offset + 1] == 0 { little += 1 }
      offset += 2
    }
    let units = bytes.count / 2
    if little > 3, little * 10 > units, little > big * 8 { return .utf16LittleEndian }
    if big > 3, big * 10 > units, big > little * 8 { return .utf16BigEndian }
    return nil
  }

  /// No zero, and hardly any other control character.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes {
      if byte == 0 { return false }
      if byte < 0x20, byte != 0x09, byte != 0x0a, byte != 0x0c, byte != 0x0d { controls += 1 }
    }
    return controls * 200 <= bytes.count
  }

  /// How well the bytes above 0x7F fit their neighbours; `nil` when one of them stands for nothing.
  private static func score(_ bytes: [UInt8], _ table: [UInt16]) -> Int? {
    var score = 0
    for (offset, byte) in bytes.enumerated() where byte >= 0x80 {
      let value = table[Int(byte) - 0x80]
      guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
      score += fit(
        scalar, after: offset > 0 ? bytes[offset - 1] : 0x20,
        before: offset + 1 < bytes.count ? bytes[offset + 1] : 0x20)
    }
    return score
  }

  private static func fit(_ scalar: Unicode.Scalar, after: UInt8, before: UInt8) -> Int {
    let isInWord = isLetter(after) || isLetter(before)
    if scalar.properties.isLowercase { return isInWord || after >= 0x80 || before >= 0x80 ? 2 : 0 }
    if scalar.properties.isUppercase {
      // A capital behind a small letter is a wrong guess.
      return after >= 0x61 && after <= 0x7a ? -3 : isLetter(before) ? 1 : 0
    }
    switch scalar {
    case "’", "…", "–", "—", "“", "”", "‘", "„", "•", "€", "£", "«", "»", "°", "\u{a0}", "§", "¿", "¡", "½",
      "™", "©", "‚":
      return 2
    default: return isInWord ? -2 : -1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
