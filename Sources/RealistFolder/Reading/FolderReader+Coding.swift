import RealistFormats
import RealistModel
import RealistNotation

extension FolderReader {
  static let segmentColumns = ["source", "revision", "start", "end", "quote", "memo", "created", "coder"]
  static let codingColumns = ["source", "revision", "start", "end", "code", "coder", "date", "memo"]

  /// The columns that say where a passage is.
  struct PassageColumns {
    let source, revision, start, end, quote, occurrence: Int?

    init(_ table: FolderTable) {
      (source, revision) = (table.column("source"), table.column("revision"))
      (start, end) = (table.column("start"), table.column("end"))
      (quote, occurrence) = (table.column("quote"), table.column("occurrence"))
    }
  }

  mutating func readSegments() throws(FolderError) {
    guard let bytes = files["segments.csv"] else { return }
    var table = try FolderTable(bytes, file: "segments.csv", required: ["source"])
    table.checkWidths()
    let columns = PassageColumns(table)
    let (memo, created, coder) = (table.column("memo"), table.column("created"), table.column("coder"))
    var seen: Set<Int> = []
    for row in table.table.rows {
      guard let place = segment(row, columns, in: &table) else { continue }
      guard seen.insert(place).inserted else {
        table.report(row, .duplicate(thing: "segment", name: row[columns.source]))
        continue
      }
      builder.study.segments[place].memo = row[memo]
      if let moment = moment(row, created, "created", in: &table) {
        builder.study.segments[place].created = moment
        dated.insert(place)
      }
      if !row[coder].isEmpty {
        builder.study.segments[place].coder = row[coder]
        named.insert(place)
      }
    }
    builder.problems += table.problems
  }

  mutating func readCodings() throws(FolderError) {
    guard let bytes = files["codings.csv"] else { return }
    var table = try FolderTable(bytes, file: "codings.csv", required: ["source", "code", "coder"])
    table.checkWidths()
    let columns = PassageColumns(table)
    let (codeColumn, coderColumn) = (table.column("code"), table.column("coder"))
    let (date, memo) = (table.column("date"), table.column("memo"))
    var seen: Set<CodingKey> = []
    for row in table.table.rows {
      let path = row[codeColumn].trimmed
      let coder = row[coderColumn].trimmed
      if coder.isEmpty { table.report(row, .emptyCell(column: "coder")) }
      let code = builder.code(path, table.file, TextPlace(line: row.line, column: 0))
      guard let place = segment(row, columns, in: &table), let code, !coder.isEmpty else { continue }
      guard seen.insert(CodingKey(segment: place, code: code, coder: coder)).inserted else {
        table.report(row, .duplicate(thing: "coding", name: "\(path) by \(coder)"))
        continue
      }
      let created = moment(row, date, "date", in: &table) ?? builder.moment
      let segment = builder.study.segments[place]
      let natural = builder.naturalKey(segment.source, revision: segment.revision, span: segment.span)
      let fullPath = builder.tree?[code]?.path ?? path
      let id = builder.ids.id(Coding.self, kind: "coding", key: "\(natural)\n\(fullPath)\n\(coder)")
      builder.study.codings.append(
        Coding(id: id, segment: segment.id, code: code, coder: coder, created: created, memo: row[memo]))
    }
    builder.problems += table.problems
  }

  private mutating func moment(
    _ row: CSVRow, _ column: Int?, _ name: String, in table: inout FolderTable
  ) -> Timestamp? {
    let text = row[column]
    if text.isEmpty { return nil }
    if let known = moments[text] { return known }
    let moment = table.value(row, name, expected: "a date or a moment") { Timestamp(fromCell: $0) }
    moments[text] = moment
    return moment
  }

  private struct CodingKey: Hashable {
    var segment: Int
    var code: ID<Code>
    var coder: String
  }

  private func offset(_ row: CSVRow, _ name: String, in table: inout FolderTable) -> Int? {
    table.value(row, name, expected: "an offset in characters") { Int($0) }
  }

  /// The segment of a row, by start and end, else by its quote.
  mutating func segment(_ row: CSVRow, _ columns: PassageColumns, in table: inout FolderTable) -> Int? {
    let place = TextPlace(line: row.line, column: 0)
    let name = row[columns.source].trimmed
    guard let source = builder.source(name, table.file, place) else { return nil }
    var revision: Int?
    if !row[columns.revision].isEmpty {
      revision = table.value(row, "revision", expected: "a number from 1") { Int($0) }
      if revision == nil { return nil }
    }
    let words = row[columns.quote]
    if row[columns.start].isEmpty, row[columns.end].isEmpty {
      guard !words.isEmpty else {
        table.report(row, .missingQuote)
        return nil
      }
      let occurrence = table.value(row, "occurrence", expected: "a number from 1") { Int($0) }
      let quote = NotatedQuote(
        source: name, words: words, occurrence: occurrence, revision: revision, place: place)
      return builder.passage(quote, table.file).flatMap {
        builder.segment($0.source, revision: $0.revision, span: $0.span)
      }
    }
    return segment(row, columns, source: source, revision: revision ?? source.revision, in: &table)
  }

  /// The segment of a row that gives start and end; a quote beside them must be the words there.
  private mutating func segment(
    _ row: CSVRow, _ columns: PassageColumns, source: Source, revision: Int, in table: inout FolderTable
  ) -> Int? {
    guard let start = Int(row[columns.start]) ?? offset(row, "start", in: &table),
      let end = Int(row[columns.end]) ?? offset(row, "end", in: &table)
    else {
      if row[columns.start].isEmpty { table.report(row, .emptyCell(column: "start")) }
      if row[columns.end].isEmpty { table.report(row, .emptyCell(column: "end")) }
      return nil
    }
    guard let (text, _) = builder.textOf(source.id, revision) else {
      table.report(row, .unknownRevision(source: source.name, revision: revision))
      return nil
    }
    guard let span = try? TextSpan(start: start, end: end) else {
      table.report(row, .spanOutside(source: source.name, length: text.length))
      return nil
    }
    guard
      builder.checked(
        span, row[columns.quote], in: text, of: source.name, table.file, TextPlace(line: row.line, column: 0),
        tolerant: false)
    else {
      return nil
    }
    return builder.segment(source.id, revision: revision, span: span)
  }
}
