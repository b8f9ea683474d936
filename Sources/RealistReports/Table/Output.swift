extension [UInt8] {
  /// Appends a text as UTF-8.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  mutating func append(ascii character: UnicodeScalar) { append(UInt8(ascii: character)) }

  /// Appends a text with some ASCII characters replaced: `replacement` answers `nil` for a byte that stays as it is.
  mutating func append(_ text: String, replacing replacement: (UInt8) -> StaticString?) {
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      for (offset, byte) in bytes.enumerated() where byte < 0x80 {
        guard let new = replacement(byte) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<offset]))
        append(contentsOf: UnsafeBufferPointer(start: new.utf8Start, count: new.utf8CodeUnitCount))
        copied = offset + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }
}

/// Rows that belong together because cells span them.
package struct SpanBlock: Sendable {
  package private(set) var rows: [[Table.Cell]] = []

  package init() {}

  /// Takes the next row. Answers the block before it when the row begins a new one.
  package mutating func add(_ row: [Table.Cell]) -> SpanBlock? {
    if rows.isEmpty || row.contains(where: \.continues) {
      rows.append(row)
      return nil
    }
    let complete = self
    rows = [row]
    return complete
  }

  /// The block so far, which is then empty.
  package mutating func take() -> SpanBlock {
    defer { rows = [] }
    return self
  }

  /// How many rows the cell covers; 0 for one that continues the cell above.
  package func span(row: Int, column: Int) -> Int {
    if row > 0 && rows[row][column: column].continues { return 0 }
    return 1 + rows[(row + 1)...].prefix { $0[column: column].continues }.count
  }
}

extension String {
  /// The lines between line feeds, empty ones too. Looks at bytes: cutting by `Character` is many times slower.
  var lineByLine: [Substring] {
    guard utf8.contains(0x0a) else { return [self[...]] }
    return utf8.split(separator: 0x0a, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
