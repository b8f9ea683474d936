/// A place in a file, both numbers from 1; a column counts characters (Unicode scalars), not bytes.
public struct FilePlace: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// The place of a byte in text of one byte a character, or in UTF-8. CRLF, CR and LF each end a line.
  init(ofByte offset: Int, in bytes: some Collection<UInt8>, isUTF8: Bool) {
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
    self.init(line: line, column: column)
  }
}
