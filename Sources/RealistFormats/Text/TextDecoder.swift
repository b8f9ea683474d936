/// A text as valid UTF-8 with LF line ends, and what was done to get it.
public struct DecodedText: Sendable {
  /// Valid UTF-8 without byte order mark, carriage return and U+0000.
  public let bytes: [UInt8]
  public let encoding: TextEncoding
  /// What was changed, a sentence each.
  public let notes: [String]
  /// The charset was guessed: a sentence that says so and why. Never more than one.
  public let guesses: [String]

  package init(bytes: [UInt8], encoding: TextEncoding, notes: [String], guesses: [String] = []) {
    (self.bytes, self.encoding, self.notes, self.guesses) = (bytes, encoding, notes, guesses)
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Turns the bytes of a text file into text; anything that does not fit the charset is an error with its place, never repaired.
public enum TextDecoder {
  /// - Parameters:
  ///   - fileName: for the error message.
  ///   - encoding: the charset that was named; `nil` means the byte order mark decides, else it must be UTF-8.
  ///   - guesses: whether a file without a mark that is no valid UTF-8 may be of another charset: see ``CharsetGuess``.
  public static func decode(
    _ bytes: [UInt8], fileName: String, encoding named: TextEncoding? = nil, guesses: Bool = false
  ) throws(ImportError) -> DecodedText {
    let mark = ByteOrderMark(of: bytes)
    if guesses, named == nil, mark == nil, let guess = CharsetGuess(bytes) {
      let decoded = try decode(bytes, fileName: fileName, encoding: guess.encoding)
      return DecodedText(
        bytes: decoded.bytes, encoding: decoded.encoding, notes: decoded.notes, guesses: [guess.sentence])
    }
    let encoding = named ?? mark?.encoding ?? .utf8
    if let mark, !mark.fits(encoding) {
      throw .otherByteOrderMark(file: fileName, mark: mark.encoding, named: encoding)
    }
    if let page = encoding.codePage, let table = SingleByteCharset.table(codePage: page) {
      return try singleByte(bytes, table, encoding, fileName: fileName)
    }
    return encoding == .utf8
      ? try utf8(bytes, skipping: mark == .utf8 ? 3 : 0, fileName: fileName)
      : try utf16(bytes, named: encoding, mark: mark, fileName: fileName)
  }

  private static func utf8(_ bytes: [UInt8], skipping mark: Int, fileName: String) throws(ImportError)
    -> DecodedText
  {
    let bad = bytes.withUnsafeBufferPointer {
      UTF8Validator.firstError(in: UnsafeBufferPointer(rebasing: $0[mark...]), refusesZero: true)
    }
    if let bad {
      let place = TextPlace(ofByte: bad, in: bytes[mark...])
      let byte = bytes[mark + bad]
      throw byte == 0
        ? .containsNull(file: fileName, place: place, looksLike: likelyUTF16(bytes))
        : .badByte(file: fileName, place: place, byte: byte, encoding: .utf8)
    }
    var notes = mark > 0 ? ["the byte order mark was left out"] : []
    var body = mark > 0 ? Array(bytes[mark...]) : bytes
    if let ends = LineEnds.unify(&body) { notes.append(ends) }
    return DecodedText(bytes: body, encoding: .utf8, notes: notes)
  }

  /// Text in ASCII letters has a zero in every other byte of its UTF-16.
  private static func likelyUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    let start = bytes.prefix(512)
    let even = start.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    let odd = start.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    if odd * 4 > start.count { return .utf16LittleEndian }
    return even * 4 > start.count ? .utf16BigEndian : nil
  }

  private static func singleByte(
    _ bytes: [UInt8], _ table: [UInt16], _ encoding: TextEncoding, fileName: String
  ) throws(ImportError) -> DecodedText {
    var result = [UInt8]()
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      let value = byte < 0x80 ? UInt16(byte) : table[Int(byte) - 0x80]
      guard value != 0, let scalar = Unicode.Scalar(value) else {
        let place = TextPlace(ofByte: offset, in: bytes, isUTF8: false)
        throw byte == 0
          ? .containsNull(file: fileName, place: place, looksLike: likelyUTF16(bytes))
          : .badByte(file: fileName, place: place, byte: byte, encoding: encoding)
      }
      result.append(contentsOf: scalar.utf8)
    }
    let notes = LineEnds.unify(&result).map { [$0] } ?? []
    return DecodedText(bytes: result, encoding: encoding, notes: notes)
  }
}

/// The first bytes by which a file says its charset.
enum ByteOrderMark: Hashable {
  case utf8, utf16LittleEndian, utf16BigEndian

  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      self = .utf8
    } else if bytes.starts(with: [0xff, 0xfe]) {
      self = .utf16LittleEndian
    } else if bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }

  func fits(_ encoding: TextEncoding) -> Bool {
    encoding == self.encoding || (encoding == .utf16 && self != .utf8)
  }

  var encoding: TextEncoding {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    }
  }
}

/// CRLF and CR become LF.
package enum LineEnds {
  /// Says what was changed; `nil` when nothing was.
  package static func unify(_ bytes: inout [UInt8]) -> String? {
    guard let first = bytes.firstIndex(of: 0x0d) else { return nil }
    var (write, read, pairs, alone) = (first, first, 0, 0)
    while read < bytes.count {
      var byte = bytes[read]
      if byte == 0x0d {
        byte = 0x0a
        if read + 1 < bytes.count, bytes[read + 1] == 0x0a {
          (read, pairs) = (read + 1, pairs + 1)
        } else {
          alone += 1
        }
      }
      bytes[write] = byte
      (write, read) = (write + 1, read + 1)
    }
    bytes.removeSubrange(write...)
    switch (pairs, alone) {
    case (_, 0): return "line ends were CRLF and are LF now"
    case (0, _): return "line ends were CR and are LF now"
    default: return "line ends were CRLF and CR and are LF now"
    }
  }
}
