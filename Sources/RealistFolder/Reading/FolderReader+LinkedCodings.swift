import RealistFormats
import RealistModel
import RealistNotation

extension FolderReader {
  mutating func readLinkedCodings() throws(FolderError) {
    guard let bytes = files[LinkedCodingsCSV.file] else { return }
    var table = try FolderTable(
      bytes, file: LinkedCodingsCSV.file, required: ["key", "source", "letter", "code"])
    table.checkWidths()
    let columns = PassageColumns(table)
    let keys = table.column("key")
    var order: [String] = []
    var rows: [String: [CSVRow]] = [:]
    for row in table.table.rows {
      let key = row[keys].trimmed
      guard NotatedHeading.isKey(key) else {
        table.report(row, key.isEmpty ? .emptyCell(column: "key") : .notation(.badKey(key)))
        continue
      }
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(row)
    }
    for key in order { readLinkedCoding(key, rows[key] ?? [], columns, in: &table) }
    builder.problems += table.problems
  }

  private mutating func readLinkedCoding(
    _ key: String, _ rows: [CSVRow], _ columns: PassageColumns, in table: inout FolderTable
  ) {
    guard let first = rows.first, let place = segment(first, columns, in: &table) else { return }
    let whole = builder.study.segments[place]
    var parts: [LinkedCoding.Part] = []
    for row in rows {
      if let part = part(row, of: whole, in: &table) { parts.append(part) }
    }
    guard parts.count == rows.count else { return }
    guard parts.count > 1 else { return table.report(first, .singleRole(key)) }
    let coder = first[table.column("coder")].trimmed
    if coder.isEmpty { table.report(first, .emptyCell(column: "coder")) }
    let created =
      table.value(first, "date", expected: "a date or a moment") { Timestamp(fromCell: $0) }
      ?? builder.moment
    builder.study.linkedCodings.append(
      LinkedCoding(
        id: builder.newID(LinkedCoding.self, "linked coding", key), key: key, segment: whole.id,
        parts: parts, coder: coder, created: created, memo: first[table.column("memo")]))
  }

  private mutating func part(
    _ row: CSVRow, of whole: Segment, in table: inout FolderTable
  ) -> LinkedCoding.Part? {
    let place = TextPlace(line: row.line, column: 0)
    let letter = row[table.column("letter")].trimmed
    let letters = builder.study.template.slots.map(\.letter)
    if !letters.contains(letter) {
      table.report(
        row, .badCell(column: "letter", value: letter, expected: letters.joined(separator: ", ")))
    }
    guard let code = builder.code(row[table.column("code")].trimmed, table.file, place),
      letters.contains(letter)
    else { return nil }
    switch roleSpan(row, of: whole, in: &table) {
    case nil: return nil
    case .some(nil): return LinkedCoding.Part(letter: letter, code: code)
    case .some(let span?):
      guard let own = builder.segment(whole.source, revision: whole.revision, span: span) else { return nil }
      return LinkedCoding.Part(letter: letter, code: code, segment: builder.study.segments[own].id)
    }
  }

  /// The words of a role: `.some(nil)` where it has none of its own, `nil` where they are wrong.
  private mutating func roleSpan(
    _ row: CSVRow, of whole: Segment, in table: inout FolderTable
  ) -> TextSpan?? {
    let place = TextPlace(line: row.line, column: 0)
    let words = row[table.column("role_quote")]
    let (start, end) = (row[table.column("role_start")], row[table.column("role_end")])
    if start.isEmpty, end.isEmpty, words.isEmpty { return .some(nil) }
    guard let (text, turns) = builder.textOf(whole.source, whole.revision) else { return nil }
    let name = builder.study.sources.first { $0.id == whole.source }?.name ?? ""
    if start.isEmpty, end.isEmpty {
      do {
        return .some(try text.locate(words, within: whole.span, turns: turns).span)
      } catch {
        table.report(row, builder.problem(error, source: name, text: text))
        return nil
      }
    }
    guard let from = table.value(row, "role_start", expected: "an offset in characters", { Int($0) }),
      let to = table.value(row, "role_end", expected: "an offset in characters", { Int($0) }),
      let span = try? TextSpan(start: from, end: to), whole.span.contains(span)
    else {
      table.report(row, .roleOutside)
      return nil
    }
    let isRight = builder.checked(span, words, in: text, of: name, table.file, place, tolerant: false)
    return isRight ? .some(span) : nil
  }
}
