import RealistModel

/// A delimited file with a header row, its cells found by the name of their column.
public struct CSVTable: Sendable {
  /// The column names as written, without white space around them.
  public let header: [String]
  public let headerLine: Int
  public let rows: [CSVRow]

  /// The first row is the header. An empty file is a table without columns.
  public init(_ bytes: [UInt8], delimiter: UInt8? = nil) throws(CSVError) {
    var rows = try CSVReader.rows(bytes, delimiter: delimiter)
    headerLine = rows.first?.line ?? 1
    header = rows.isEmpty ? [] : rows.removeFirst().fields.map(\.trimmed)
    self.rows = rows
  }

  /// The place of a column: its exact name, else the name in another case.
  public func column(_ name: String) -> Int? {
    header.firstIndex { $0.isIdentical(to: name) }
      ?? header.firstIndex { $0.lowercased() == name.lowercased() }
  }
}

extension CSVRow {
  /// The cell of a column; empty when the row is shorter or the column absent.
  public subscript(column: Int?) -> String {
    guard let column, column < fields.count else { return "" }
    return fields[column]
  }
}
