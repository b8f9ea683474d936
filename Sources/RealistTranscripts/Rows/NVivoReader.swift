import RealistFormats

/// NVivo's transcript rows as text, a line each, tabs (or commas) between the columns.
enum NVivoReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let bytes = file.bytes
    let lines = Scan.lines(bytes).filter { !Scan.isBlank(bytes, $0) }
    let tabbed = lines.map { TimespanRows.cells(bytes, $0) }
    let rows: [[[UInt8]]]
    if tabbed.contains(where: { $0.count > 1 }) {
      rows = tabbed
    } else {
      do throws(CSVError) {
        rows = try CSVReader.rows(bytes).map { $0.fields.map { Array($0.utf8) } }
      } catch { throw .badRow(file: file.name, line: error.line) }
    }
    guard let found = TimespanRows(rows) else { throw .noTurns(file: file.name, format: file.format.title) }
    return try found.transcript.finished(file, speakers: found.speakers)
  }
}
