/// A place in a text file: line and column from 1, columns counted in characters (Unicode scalars), not bytes.
public struct TextPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// The place of a byte of UTF-8, or of text of one byte a character; linear in its offset. CRLF, CR and LF each end a line; a byte order
  /// mark is not counted.
  package init(ofByte offset: Int, in bytes: some Collection<UInt8>, isUTF8: Bool = true) {
    var (line, column, previous) = (1, 1, UInt8(0))
    for byte in bytes.prefix(offset) {
      switch byte {
      case 0x0a where previous == 0x0d: break
      case 0x0a, 0x0d: (line, column) = (line + 1, 1)
      case 0x80...0xbf where isUTF8: break
      default: column += 1
      }
      previous = byte
    }
    if isUTF8, line == 1, column > 1, bytes.starts(with: [0xef, 0xbb, 0xbf]) { column -= 1 }
    self.init(line: line, column: column)
  }

  /// `12:5`.
  public var description: String { "\(line):\(column)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
