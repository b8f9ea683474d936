/// JSON: an array with one object a row, an object a line, keys in column order; spans repeated, no title and no notes.
///
/// A cell of a number column is a number, or `null` when it is empty; of a list column an array of strings; any other a string.
public struct JSONTableWriter: TableWriter {
  private var columns: [Table.Column] = []
  private var grouping: Table.Column?
  private var group = ""
  private var isFirst = true

  public init() {}

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) {
    (columns, grouping) = (head.columns, head.grouping)
    output.append("[")
  }

  public mutating func group(_ heading: String, into output: inout [UInt8]) { group = heading }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    output.append(isFirst ? "\n{" : ",\n{")
    isFirst = false
    if let grouping {
      output.append(json: grouping.key)
      output.append(":")
      output.append(json: group)
    }
    for (place, column) in columns.enumerated() {
      if place > 0 || grouping != nil { output.append(ascii: ",") }
      output.append(json: column.key)
      output.append(ascii: ":")
      Self.append(cells[column: place], kind: column.kind, to: &output)
    }
    output.append("}")
  }

  public mutating func finish(into output: inout [UInt8]) { output.append(isFirst ? "]\n" : "\n]\n") }

  private static func append(_ cell: Table.Cell, kind: Table.Column.Kind, to output: inout [UInt8]) {
    switch kind {
    case .text: output.append(json: cell.text())
    case .number:
      let text = cell.text()
      if text.isEmpty {
        output.append("null")
      } else if text.isPlainNumber {
        output.append(text)
      } else {
        output.append(json: text)
      }
    case .list, .inlineList:
      output.append(ascii: "[")
      for (place, line) in cell.lines.enumerated() {
        if place > 0 { output.append(ascii: ",") }
        output.append(json: line.text)
      }
      output.append(ascii: "]")
    }
  }
}

extension [UInt8] {
  /// Appends a text as a JSON string (RFC 8259, section 7); U+2028 and U+2029 stay as they are.
  package mutating func append(json text: String) {
    append(ascii: "\"")
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      for (offset, byte) in bytes.enumerated() {
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<offset]))
        appendJSONEscape(byte)
        copied = offset + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
    append(ascii: "\"")
  }

  private mutating func appendJSONEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default: append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
    }
  }
}
