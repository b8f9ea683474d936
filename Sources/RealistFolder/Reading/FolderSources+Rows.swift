import RealistFormats
import RealistModel
import RealistNotation

/// `revisions.csv` and `turns.csv`, row by row.
extension FolderSources {
  static let revisionColumns = [
    "source", "revision", "file", "date", "reason", "notes", "original", "format", "encoding",
  ]
  static let turnColumns = ["source", "start", "end", "speaker", "participant", "begins", "ends", "question"]

  /// One row of revisions.csv.
  struct RevisionRow {
    var number: Int
    var file: String
    var date: Timestamp?
    var reason: String
    var notes: [String]
    var original: String
    var format: String
    var encoding: String
  }

  /// One row of turns.csv.
  struct TurnRow {
    var row: CSVRow
    var start: Int
    var end: Int
    var speaker: String?
    /// `nil` when the file has no such column.
    var participant: ID<Participant>??
    var begins: Int?
    var ends: Int?
    var question: String?
  }

  mutating func readRevisionRows() throws(FolderError) {
    guard let bytes = files["revisions.csv"] else { return }
    var table = try FolderTable(bytes, file: "revisions.csv", required: ["source", "revision"])
    table.checkWidths()
    for row in table.table.rows {
      let source = row[table.column("source")].trimmed
      let number = table.value(row, "revision", expected: "a number from 1") { Int($0) } ?? 0
      let expected = (revisionRows[source]?.count ?? 0) + 1
      if number != expected {
        table.report(
          row,
          .badCell(
            column: "revision", value: "\(number)",
            expected: "\(expected), for revisions are numbered in order"))
      }
      let date = table.value(row, "date", expected: "a date or a moment") { Timestamp(fromCell: $0) }
      let notes = row[table.column("notes")].split(separator: "\n").map { String($0) }
      revisionRows[source, default: []].append(
        RevisionRow(
          number: expected, file: row[table.column("file")].trimmed, date: date,
          reason: row[table.column("reason")],
          notes: notes, original: row[table.column("original")].trimmed,
          format: row[table.column("format")].trimmed,
          encoding: row[table.column("encoding")].trimmed))
    }
    problems += table.problems
  }

  mutating func readTurnRows() throws(FolderError) {
    guard let bytes = files["turns.csv"] else { return }
    var table = try FolderTable(bytes, file: "turns.csv", required: ["source", "start", "end"])
    table.checkWidths()
    let columns = Self.turnColumns.map { table.column($0) }
    var rows: [String: [TurnRow]] = [:]
    for row in table.table.rows {
      guard let start = table.value(row, "start", expected: "an offset in characters", { Int($0) }),
        let end = table.value(row, "end", expected: "an offset in characters", { Int($0) })
      else {
        if row[columns[1]].isEmpty || row[columns[2]].isEmpty {
          table.report(row, .emptyCell(column: "start"))
        }
        continue
      }
      var turn = TurnRow(
        row: row, start: start, end: end, participant: columns[4] == nil ? .none : .some(nil))
      turn.speaker = row[columns[3]].isEmpty ? nil : row[columns[3]]
      let key = row[columns[4]].trimmed
      if !key.isEmpty {
        turn.participant = participant(key, row, in: &table)
      }
      turn.begins = table.value(row, "begins", expected: "milliseconds") { Int($0) }
      turn.ends = table.value(row, "ends", expected: "milliseconds") { Int($0) }
      turn.question = row[columns[7]].isEmpty ? nil : row[columns[7]]
      rows[row[columns[0]].trimmed, default: []].append(turn)
    }
    turnRows = rows
    problems += table.problems
  }
}
