import RealistModel

/// Reads the files of a folder that refer to participants, codes and texts.
struct FolderReader {
  let files: [String: [UInt8]]
  var builder: StudyBuilder
  /// The segments, as places in the study, of which segments.csv says the coder and the date.
  private var named: Set<Int> = []
  private var dated: Set<Int> = []
  /// Days and moments that were read; most rows share a few of them.
  private var moments: [String: Timestamp] = [:]

  init(files: [String: [UInt8]], builder: StudyBuilder) { (self.files, self.builder) = (files, builder) }

  mutating func read() throws(FolderError) -> Study {
    collect { reader throws(FolderError) in try reader.readSegments() }
    collect { reader throws(FolderError) in try reader.readCodings() }
    let before = builder.problems.count
    readTheories()
    if builder.problems.count == before { readConfigurations() }
    if builder.problems.count == before {
      collect { reader throws(FolderError) in try reader.readRecommendations() }
      readTheoryOfChange()
      collect { reader throws(FolderError) in try reader.readLoopsOfRecommendations() }
      readMemos()
    }
    guard builder.problems.isEmpty else { throw FolderError(builder.problems) }
    nameSegments()
    sort()
    return builder.study
  }

  private mutating func collect(_ read: (inout Self) throws(FolderError) -> Void) {
    do { try read(&self) } catch { builder.problems += error.all }
  }

  /// The text of a Markdown file, with LF line ends and without byte order mark.
  static func text(_ bytes: [UInt8], file: String) throws(FolderError) -> String {
    if let bad = UTF8Check.firstInvalidByte(bytes) {
      throw FolderError([FolderProblem(file, TextPlace(ofByte: bad, in: bytes), .notUTF8(byte: bytes[bad]))])
    }
    return String(decoding: NotationLines(bytes).bytes, as: UTF8.self)
  }

  /// A segment without a coder or a date of its own has those of its earliest coding.
  private mutating func nameSegments() {
    var earliest: [ID<Segment>: Int] = [:]
    for (place, coding) in builder.study.codings.enumerated() {
      if let known = earliest[coding.segment], builder.study.codings[known].created <= coding.created {
        continue
      }
      earliest[coding.segment] = place
    }
    for place in builder.study.segments.indices {
      guard let first = earliest[builder.study.segments[place].id] else { continue }
      if !named.contains(place) { builder.study.segments[place].coder = builder.study.codings[first].coder }
      if !dated.contains(place) {
        builder.study.segments[place].created = builder.study.codings[first].created
      }
    }
  }

  private mutating func sort() {
    let order = FolderOrder(builder.study)
    builder.study.segments = order.sorted(builder.study.segments)
    builder.study.codings = order.sorted(builder.study.codings, segments: builder.study.segments)
  }
}

// MARK: - Segments and codings

extension FolderReader {
  static let segmentColumns = ["source", "revision", "start", "end", "quote", "memo", "created", "coder"]
  static let codingColumns = ["source", "revision", "start", "end", "code", "coder", "date", "memo"]

  /// The columns that say where a passage is.
  private struct PassageColumns {
    let source, revision, start, end, quote, occurrence: Int?

    init(_ table: FolderTable) {
      (source, revision) = (table.column("source"), table.column("revision"))
      (start, end) = (table.column("start"), table.column("end"))
      (quote, occurrence) = (table.column("quote"), table.column("occurrence"))
    }
  }

  private mutating func readSegments() throws(FolderError) {
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

  private mutating func readCodings() throws(FolderError) {
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
  private mutating func segment(_ row: CSVRow, _ columns: PassageColumns, in table: inout FolderTable) -> Int?
  {
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
    guard let start = Int(row[columns.start]) ?? offset(row, "start", in: &table),
      let end = Int(row[columns.end]) ?? offset(row, "end", in: &table)
    else {
      if row[columns.start].isEmpty { table.report(row, .emptyCell(column: "start")) }
      if row[columns.end].isEmpty { table.report(row, .emptyCell(column: "end")) }
      return nil
    }
    let number = revision ?? source.revision
    guard let (text, _) = builder.textOf(source.id, number) else {
      table.report(row, .unknownRevision(source: name, revision: number))
      return nil
    }
    guard let span = try? TextSpan(start: start, end: end) else {
      table.report(row, .spanOutside(source: name, length: text.length))
      return nil
    }
    guard builder.checked(span, words, in: text, of: name, table.file, place, tolerant: false) else {
      return nil
    }
    return builder.segment(source.id, revision: number, span: span)
  }
}

// MARK: - Prose

extension FolderReader {
  /// A file in notation, read by some reader; its problems are collected.
  private mutating func notated<Value>(
    _ file: String, _ read: ([UInt8]) throws(NotationError) -> Value
  ) -> Value? {
    guard let bytes = files[file] else { return nil }
    if let bad = UTF8Check.firstInvalidByte(bytes) {
      builder.report(file, TextPlace(ofByte: bad, in: bytes), .notUTF8(byte: bytes[bad]))
      return nil
    }
    do {
      return try read(bytes)
    } catch {
      builder.problems += error.problems.map { FolderProblem(file, $0.place, .notation($0.kind)) }
      return nil
    }
  }

  private mutating func readTheories() {
    let ids = builder.ids
    let theories = notated("theories.md") { bytes throws(NotationError) in
      try TheoryNotation.read(bytes) { key in
        var ids = ids
        return ids.id(Theory.self, kind: "theory", key: key)
      }
    }
    builder.study.theories = theories ?? []
  }

  private mutating func readConfigurations() {
    let template = builder.study.template
    let file = "configurations.md"
    let found = notated(file) { bytes throws(NotationError) in
      try ConfigurationNotation.read(bytes, template: template)
    }
    guard let found else { return }
    for (position, one) in found.enumerated() {
      if let number = one.number, number != position + 1 {
        builder.report(file, one.place, .wrongNumber(number, position: position + 1))
      }
    }
    builder.add(found, file: file)
  }

  private mutating func readTheoryOfChange() {
    let stages = builder.study.stages
    let found = notated("theory-of-change.md") { bytes throws(NotationError) in
      try TheoryOfChangeNotation.read(bytes, stages: stages)
    }
    if let found { builder.add(found, file: "theory-of-change.md") }
  }

  private mutating func readMemos() {
    let file = "memos.md"
    for memo in notated(file, { bytes throws(NotationError) in try MemoNotation.read(bytes) }) ?? [] {
      guard let subject = subject(memo, file) else { continue }
      let natural = "\(memo.written.milliseconds)\n\(memo.coder)\n\(memo.subject)"
      builder.study.memos.append(
        Memo(
          id: builder.newID(Memo.self, "memo", natural), subject: subject, coder: memo.coder,
          written: memo.written,
          body: memo.body))
    }
  }

  private mutating func subject(_ memo: NotatedMemo, _ file: String) -> Memo.Subject? {
    switch memo.subject {
    case .study: return .study
    case .participant(let key): return builder.participant(key, file, memo.place).map { .participant($0) }
    case .source(let name): return builder.source(name, file, memo.place).map { .source($0.id) }
    case .code(let path): return builder.code(path, file, memo.place).map { .code($0) }
    case .configuration(let key):
      return builder.configuration(key, file, memo.place).map { .configuration($0) }
    case .theory(let key): return builder.theory(key, file, memo.place).map { .theory($0) }
    case .factor(let key): return builder.factor(key, file, memo.place).map { .factor($0) }
    case .segment(let source, let span, let revision):
      let quote = NotatedQuote(source: source, words: "", span: span, revision: revision, place: memo.place)
      return builder.segment(quote, file).map { .segment($0) }
    }
  }
}

// MARK: - Recommendations

extension FolderReader {
  static let recommendationColumns = ["key", "actor", "action", "rationale", "configurations", "loops"]

  private mutating func readRecommendations() throws(FolderError) {
    guard let bytes = files["recommendations.csv"] else { return }
    var table = try FolderTable(bytes, file: "recommendations.csv", required: ["key"])
    table.checkWidths()
    for row in table.table.rows {
      let key = row[table.column("key")].trimmed
      guard NotatedHeading.isKey(key) else {
        table.report(row, key.isEmpty ? .emptyCell(column: "key") : .notation(.badKey(key)))
        continue
      }
      guard !builder.study.recommendations.contains(where: { $0.key == key }) else {
        table.report(row, .duplicate(thing: "recommendation", name: key))
        continue
      }
      let place = TextPlace(line: row.line, column: 0)
      var configurations: [ID<Configuration>] = []
      for name in FolderTable.list(row[table.column("configurations")]) {
        if let id = builder.configuration(name, table.file, place) { configurations.append(id) }
      }
      builder.study.recommendations.append(
        Recommendation(
          id: builder.newID(Recommendation.self, "recommendation", key), key: key,
          actor: row[table.column("actor")],
          action: row[table.column("action")], rationale: row[table.column("rationale")],
          configurations: configurations))
    }
    builder.problems += table.problems
  }

  /// Loops name recommendations and recommendations loops, so the latter are filled in when both are there.
  private mutating func readLoopsOfRecommendations() throws(FolderError) {
    guard let bytes = files["recommendations.csv"] else { return }
    let table = try FolderTable(bytes, file: "recommendations.csv", required: ["key"])
    for row in table.table.rows {
      let key = row[table.column("key")].trimmed
      guard let place = builder.study.recommendations.firstIndex(where: { $0.key == key }) else { continue }
      for name in FolderTable.list(row[table.column("loops")]) {
        guard let loop = builder.loop(name, table.file, TextPlace(line: row.line, column: 0)) else {
          continue
        }
        builder.study.recommendations[place].loops.append(loop)
      }
    }
  }
}
