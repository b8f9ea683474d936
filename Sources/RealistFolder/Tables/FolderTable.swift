import RealistFormats
import RealistModel

/// One CSV file of a study folder, with the problems found in it.
struct FolderTable {
  let file: String
  let table: CSVTable
  fileprivate(set) var problems: [FolderProblem] = []

  /// Reads a file and checks that it has the required columns.
  ///
  /// - Throws: ``FolderError`` when it is no table at all or a column is missing: then there is nothing to go on with.
  init(_ bytes: [UInt8], file: String, required: [String]) throws(FolderError) {
    self.file = file
    do {
      table = try CSVTable(bytes)
    } catch {
      throw FolderError([
        FolderProblem(file, TextPlace(line: error.line, column: error.column), .csv(error.kind))
      ])
    }
    let place = TextPlace(line: table.headerLine, column: 0)
    var missing = required.filter { table.column($0) == nil }.map {
      FolderProblem(file, place, .missingColumn($0))
    }
    for (position, name) in table.header.enumerated() where !name.isEmpty && table.column(name) != position {
      missing.append(FolderProblem(file, place, .duplicateColumn(name)))
    }
    guard missing.isEmpty else { throw FolderError(missing) }
  }

  func column(_ name: String) -> Int? { table.column(name) }

  mutating func report(_ row: CSVRow, _ kind: FolderProblem.Kind) {
    problems.append(FolderProblem(file, TextPlace(line: row.line, column: 0), kind))
  }

  /// Reports rows that have more filled cells than there are columns.
  mutating func checkWidths() {
    for row in table.rows where row.fields.count > table.header.count {
      guard row.fields[table.header.count...].contains(where: { !$0.isEmpty }) else { continue }
      report(row, .tooManyCells(expected: table.header.count, found: row.fields.count))
    }
  }

  /// The cell of a column as a value; an empty cell is `nil` without a problem.
  mutating func value<Value>(
    _ row: CSVRow, _ name: String, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    let text = row[column(name)].trimmed
    guard !text.isEmpty else { return nil }
    guard let value = read(text) else {
      report(row, .badCell(column: name, value: text, expected: expected))
      return nil
    }
    return value
  }

  /// The parts of a cell that holds a list, separated by `;`.
  static func list(_ cell: String) -> [String] {
    cell.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension FolderTable {
  /// Takes over problems of another file that a row names.
  mutating func report(_ others: [FolderProblem]) { problems += others }
}
