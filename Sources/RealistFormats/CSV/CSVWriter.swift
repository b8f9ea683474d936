/// Writes delimited rows into bytes (RFC 4180 with LF line ends): a field is quoted only when it has to be. In the first row that is also a field with
/// what other files are separated with, for readers find the delimiter there.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let guardsFormulas: Bool

  /// - Parameters:
  ///   - delimiter: a comma, or a tab for TSV.
  ///   - guardsFormulas: puts `'` before a field that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, CR at the start;
  ///     OWASP, "CSV Injection"), unless it is a plain number. For tables meant for spreadsheets; a study folder is written without.
  public init(delimiter: UInt8 = UInt8(ascii: ","), guardsFormulas: Bool = false) {
    (self.delimiter, self.guardsFormulas) = (delimiter, guardsFormulas)
  }

  /// Reserves room for that many more bytes.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Adds one row.
  public mutating func append(row fields: some Sequence<String>) {
    var count = 0
    let isFirst = bytes.isEmpty
    for field in fields {
      if count > 0 { bytes.append(delimiter) }
      append(field, isFirst: isFirst)
      count += 1
    }
    // A row of one empty field would be a blank line, which readers skip.
    if count == 1, bytes.isEmpty || bytes.last == UInt8(ascii: "\n") {
      bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "\"")])
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ field: String, isFirst: Bool) {
    var field = field
    field.withUTF8 { text in
      let isGuarded = guardsFormulas && Self.startsFormula(text)
      let isQuoted = text.contains { byte in
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r") || isFirst && CSVReader.delimiters.contains(byte)
      }
      if isQuoted { bytes.append(UInt8(ascii: "\"")) }
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      guard isQuoted else {
        bytes.append(contentsOf: text)
        return
      }
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func startsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): Double(String(decoding: text, as: UTF8.self)) == nil
    default: false
    }
  }
}
