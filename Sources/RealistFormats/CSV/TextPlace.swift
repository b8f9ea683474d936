/// A place in a text file: line and column from 1, columns counted in Unicode scalars.
public struct TextPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// The place of a byte of UTF-8; linear in its offset. A byte order mark is not counted.
  package init(ofByte offset: Int, in bytes: some RandomAccessCollection<UInt8>) {
    (line, column) = (1, 1)
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    if line == 1, column > 1, bytes.starts(with: [0xef, 0xbb, 0xbf]) { column -= 1 }
  }

  /// `12:5`.
  public var description: String { "\(line):\(column)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
