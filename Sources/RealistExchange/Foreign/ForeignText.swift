import RealistFormats
import RealistModel

/// A text of another program with what its offsets may have counted: how lines ended and whether it began with a byte order mark.
struct ForeignText: Sendable {
  /// The words with LF line ends and without byte order mark.
  let text: SourceText
  /// The line feeds, as scalar offsets, that were CR LF.
  let pairs: [Int]
  let hasMark: Bool
  /// What was changed, a sentence each.
  let notes: [String]

  /// - Parameter file: names the text in errors.
  init(_ bytes: [UInt8], file: String) throws(ImportError) {
    let decoded = try TextDecoder.decode(bytes, fileName: file)
    self.init(decoded, hasMark: bytes.starts(with: [0xef, 0xbb, 0xbf]), bytes: bytes)
  }

  /// A text that stood in the file itself.
  init(inline bytes: [UInt8], file: String) throws(ImportError) {
    // A character reference can bring in what no text file has; a mark at the beginning is one of a file that was pasted.
    self.init(
      try TextDecoder.decode(bytes, fileName: file, encoding: .utf8),
      hasMark: bytes.starts(with: [0xef, 0xbb, 0xbf]), bytes: bytes)
  }

  private init(_ decoded: DecodedText, hasMark: Bool, bytes: [UInt8]) {
    // The decoder has refused U+0000 and has left no carriage return.
    text = SourceText(valid: decoded.string)
    self.hasMark = hasMark
    notes = decoded.notes
    pairs = decoded.encoding == .utf8 ? Self.pairs(in: bytes, text) : []
  }

  /// The line feeds of a text whose bytes had CR LF before; a CR alone is one character and counts as one.
  private static func pairs(in bytes: [UInt8], _ text: SourceText) -> [Int] {
    guard bytes.contains(0x0d) else { return [] }
    var (places, scalar) = ([Int](), 0)
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    var at = start
    while at < bytes.count {
      if bytes[at] == 0x0d, at + 1 < bytes.count, bytes[at + 1] == 0x0a {
        places.append(scalar)
        at += 1
      }
      if bytes[at] & 0xc0 != 0x80 { scalar += 1 }
      at += 1
    }
    return places
  }
}
