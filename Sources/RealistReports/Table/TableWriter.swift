/// Writes a table row by row, so that a long one is never held in memory.
///
/// Call ``begin(_:into:)`` once, then ``group(_:into:)`` and ``row(_:into:)`` in the table's order, then ``finish(into:)`` once. Each call
/// appends bytes of UTF-8 to the output; a caller empties the output into a file whenever it likes. A row needs as many cells as the
/// table has columns; missing ones are taken as empty, further ones are ignored.
public protocol TableWriter: Sendable {
  mutating func begin(_ head: Table.Head, into output: inout [UInt8])
  mutating func group(_ heading: String, into output: inout [UInt8])
  mutating func row(_ cells: [Table.Cell], into output: inout [UInt8])
  mutating func finish(into output: inout [UInt8])
}

/// The formats a table can be written in.
public enum TableFormat: String, Hashable, Sendable, CaseIterable {
  case table, csv, tsv, markdown, html, latex, json

  /// A writer of the format.
  ///
  /// - Parameter width: columns of the terminal, which only the text table respects; `nil` never wraps.
  public func writer(width: Int? = nil) -> any TableWriter {
    switch self {
    case .table: TextTableWriter(width: width)
    case .csv: SeparatedTableWriter(.csv)
    case .tsv: SeparatedTableWriter(.tsv)
    case .markdown: MarkdownTableWriter()
    case .html: HTMLTableWriter()
    case .latex: LaTeXTableWriter()
    case .json: JSONTableWriter()
    }
  }
}

extension Table {
  /// Hands the whole table to a writer.
  public func write(with writer: inout any TableWriter, into output: inout [UInt8]) {
    writer.begin(head, into: &output)
    for row in rows {
      switch row {
      case .group(let heading): writer.group(heading, into: &output)
      case .cells(let cells): writer.row(cells, into: &output)
      }
    }
    writer.finish(into: &output)
  }

  /// The table in a format, as UTF-8.
  public func bytes(as format: TableFormat, width: Int? = nil) -> [UInt8] {
    var writer: any TableWriter =
      format == .table ? TextTableWriter(width: width, sample: .max) : format.writer(width: width)
    var output = [UInt8]()
    write(with: &writer, into: &output)
    return output
  }

  /// The table in a format, as text.
  public func text(as format: TableFormat, width: Int? = nil) -> String {
    String(decoding: bytes(as: format, width: width), as: UTF8.self)
  }
}

extension [Table.Cell] {
  /// The cell of a column; a row that is too short has empty ones.
  package subscript(column index: Int) -> Table.Cell { index < count ? self[index] : .empty }
}
