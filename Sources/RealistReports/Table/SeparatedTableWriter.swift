/// CSV and TSV: one header line, one line a row, spans repeated, no title and no notes.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and is no number)
/// gets an apostrophe in front (OWASP, "CSV Injection").
public struct SeparatedTableWriter: TableWriter {
  /// How values are kept apart.
  public enum Style: Sendable {
    /// RFC 4180 quoting, lines ended by LF.
    case csv
    /// Tabs; a tab, line break or backslash within a value is written `\t`, `\n`, `\r`, `\\`, so that a row is always one line.
    case tsv
  }

  private let style: Style
  private let separator: UInt8
  private let guardsFormulas: Bool
  private var columns: [Table.Column] = []
  private var hasGroups = false
  private var group = ""

  public init(_ style: Style, guardsFormulas: Bool = true) {
    (self.style, self.guardsFormulas) = (style, guardsFormulas)
    separator = UInt8(ascii: style == .csv ? "," : "\t")
  }

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) {
    (columns, hasGroups) = (head.columns, head.grouping != nil)
    let titles = (head.grouping.map { [$0.title] } ?? []) + columns.map(\.title)
    for (place, title) in titles.enumerated() {
      if place > 0 { output.append(separator) }
      append(title, to: &output)
    }
    output.append(ascii: "\n")
  }

  public mutating func group(_ heading: String, into output: inout [UInt8]) { group = heading }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    if hasGroups { append(group, to: &output) }
    for place in columns.indices {
      if place > 0 || hasGroups { output.append(separator) }
      let isList = columns[place].kind == .list || columns[place].kind == .inlineList
      append(cells[column: place].text(separator: isList ? "; " : "\n"), to: &output)
    }
    output.append(ascii: "\n")
  }

  public mutating func finish(into output: inout [UInt8]) {}

  private func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      let guarded = guardsFormulas && bytes.isFormula
      switch style {
      case .csv: Self.appendQuoted(bytes, guarded: guarded, to: &output)
      case .tsv: Self.appendEscaped(bytes, guarded: guarded, to: &output)
      }
    }
  }

  private static func appendQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, guarded: Bool, to output: inout [UInt8]
  ) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = bytes.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    if needsQuotes { output.append(quote) }
    if guarded { output.append(ascii: "'") }
    if needsQuotes {
      var rest = bytes[...]
      while let place = rest.firstIndex(of: quote) {
        output.append(contentsOf: rest[...place])
        output.append(quote)
        rest = rest[(place + 1)...]
      }
      output.append(contentsOf: rest)
      output.append(quote)
    } else {
      output.append(contentsOf: bytes)
    }
  }

  private static func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, guarded: Bool, to output: inout [UInt8]
  ) {
    if guarded { output.append(ascii: "'") }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\t"): output.append("\\t")
      case UInt8(ascii: "\n"): output.append("\\n")
      case UInt8(ascii: "\r"): output.append("\\r")
      case UInt8(ascii: "\\"): output.append("\\\\")
      default: output.append(byte)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a spreadsheet would evaluate the text.
  fileprivate var isFormula: Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber
    default: false
    }
  }

  /// A sign, digits, and at most one point: a value that is safe although it begins with a sign.
  private var isNumber: Bool {
    var (digits, points) = (0, 0)
    for byte in dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
