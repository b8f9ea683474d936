import RealistFormats
import RealistModel
import RealistTranscripts

/// Reads `sources.csv`, `revisions.csv`, `turns.csv`, the texts and the originals.
struct FolderSources {
  static let columns = [
    "name", "kind", "title", "mode", "date", "duration", "participants", "file", "encoding", "format",
    "speakers",
  ]

  let files: [String: [UInt8]]
  let study: Study
  let ids: DerivedIDs
  private(set) var sources: [Source] = []
  private(set) var revisions: [Revision] = []
  private(set) var definitions: [AttributeDefinition] = []
  var problems: [FolderProblem] = []
  private var participants: [String: ID<Participant>] = [:]
  var revisionRows: [String: [RevisionRow]] = [:]
  /// `nil` when the folder has no turns.csv.
  var turnRows: [String: [TurnRow]]?

  init(files: [String: [UInt8]], study: Study, ids: DerivedIDs) {
    (self.files, self.study, self.ids) = (files, study, ids)
    participants = Dictionary(study.participants.map { ($0.key, $0.id) }) { first, _ in first }
  }

  mutating func read() {
    guard let bytes = files["sources.csv"] else { return checkListed() }
    do {
      try readRevisionRows()
      try readTurnRows()
      var table = try FolderTable(bytes, file: "sources.csv", required: ["name"])
      table.checkWidths()
      let attributes = AttributeColumns(
        table, subject: .source, standard: Self.columns, known: study.attributes)
      definitions = attributes.definitions
      for row in table.table.rows { read(row, attributes, in: &table) }
      problems += table.problems
    } catch {
      problems += error.all
    }
    for (name, rows) in (turnRows ?? [:]).sorted(by: { $0.key < $1.key })
    where !sources.contains(where: { $0.name == name }) {
      report("turns.csv", rows.first?.row, .unknown(thing: "source", name: name, nearest: nil))
    }
    checkListed()
  }

  /// Texts that belong to no source would be lost.
  private mutating func checkListed() {
    var known = Set(revisions.map { FolderPaths.text(of: name(of: $0.source), revision: $0.number) })
    known.formUnion(sources.map { FolderPaths.text(of: $0.name) })
    known.formUnion(revisionRows.values.joined().map(\.file))
    for path in files.keys.sorted()
    where path.hasPrefix("sources/") && path.hasSuffix(".txt") && !known.contains(path) {
      problems.append(FolderProblem(path, nil, .notListed))
    }
  }

  private func name(of id: ID<Source>) -> String { sources.first { $0.id == id }?.name ?? "" }

  private mutating func report(_ file: String, _ row: CSVRow?, _ kind: FolderProblem.Kind) {
    problems.append(FolderProblem(file, row.map { TextPlace(line: $0.line, column: 0) }, kind))
  }

  /// The participant of a key; one that there is not is a problem of the row.
  func participant(_ key: String, _ row: CSVRow, in table: inout FolderTable) -> ID<Participant>? {
    if let id = participants[key] { return id }
    table.report(row, .unknown("participant", key, among: study.participants.map(\.key)))
    return nil
  }

  // MARK: - One source

  private mutating func read(_ row: CSVRow, _ attributes: AttributeColumns, in table: inout FolderTable) {
    let name = row[table.column("name")].trimmed
    guard !name.isEmpty else { return table.report(row, .emptyCell(column: "name")) }
    guard !sources.contains(where: { $0.name == name }) else {
      return table.report(row, .duplicate(thing: "source", name: name))
    }
    let kinds = Source.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    var source = Source(id: ids.id(Source.self, kind: "source", key: name), name: name)
    source.kind = table.value(row, "kind", expected: kinds) { Source.Kind(rawValue: $0) } ?? .interview
    source.title = row[table.column("title")]
    source.mode = row[table.column("mode")]
    source.date = table.value(row, "date", expected: "a date such as 2026-03-02") { CalendarDate($0) }
    source.minutes = table.value(row, "duration", expected: "the length in minutes") { text in
      Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
    for key in FolderTable.list(row[table.column("participants")]) {
      if let id = participant(key, row, in: &table) { source.participants.append(id) }
    }
    source.attributes = attributes.values(row, in: &table)
    let speakers = speakers(row, in: &table)
    readRevisions(of: &source, row, speakers, in: &table)
    sources.append(source)
  }

  /// The column speakers: `Ana Researcher=interviewer; Marta Q.=P05`.
  private func speakers(_ row: CSVRow, in table: inout FolderTable) -> FolderSpeakers {
    var speakers = FolderSpeakers(participants: study.participants)
    for entry in FolderTable.list(row[table.column("speakers")]) {
      let expected = "name=P05 or name=interviewer, separated by ;"
      guard let equals = entry.lastIndex(of: "=") else {
        table.report(row, .badCell(column: "speakers", value: entry, expected: expected))
        continue
      }
      let name = entry[..<equals].trimmed
      let key = entry[entry.index(after: equals)...].trimmed
      if key.lowercased() == "interviewer" || key.isEmpty {
        speakers.named[name] = .some(nil)
      } else if let id = participant(key, row, in: &table) {
        speakers.named[name] = id
      }
    }
    return speakers
  }

  private mutating func readRevisions(
    of source: inout Source, _ row: CSVRow, _ speakers: FolderSpeakers, in table: inout FolderTable
  ) {
    var rows = revisionRows[source.name] ?? []
    if rows.isEmpty {
      rows = [
        RevisionRow(
          number: 1, file: "", date: nil, reason: "", notes: [], original: "", format: "", encoding: "")
      ]
    }
    rows[rows.count - 1].original = row[table.column("file")].trimmed
    rows[rows.count - 1].format = row[table.column("format")].trimmed
    rows[rows.count - 1].encoding = row[table.column("encoding")].trimmed
    source.revision = rows.count
    for one in rows {
      let isNewest = one.number == source.revision
      guard let text = text(of: source.name, one, isNewest: isNewest, row, speakers, in: &table) else {
        continue
      }
      var turns: [Turn] = []
      if isNewest {
        turns =
          turnRows.map { self.turns($0[source.name] ?? [], of: source.name, text.text, speakers) }
          ?? text.turns
        (source.length, source.words) = (text.text.length, text.text.wordCount)
      }
      revisions.append(
        Revision(
          source: source.id, number: one.number, text: text.text, turns: turns, original: text.original,
          imported: one.date ?? study.created, reason: one.reason, notes: text.notes + one.notes))
    }
  }

  /// The text of a revision: its own file, else what the reader makes of the original.
  private func text(
    of source: String, _ revision: RevisionRow, isNewest: Bool, _ row: CSVRow, _ speakers: FolderSpeakers,
    in table: inout FolderTable
  ) -> FolderText? {
    let usual =
      isNewest ? FolderPaths.text(of: source) : FolderPaths.text(of: source, revision: revision.number)
    let path = revision.file.isEmpty ? usual : revision.file
    let original = revision.original.isEmpty ? nil : files[revision.original]
    if !revision.original.isEmpty, original == nil {
      table.report(row, .unknown(thing: "file", name: revision.original, nearest: nil))
      return nil
    }
    guard files[path] != nil || original != nil else {
      table.report(row, .missingText(source: source))
      return nil
    }
    let format = TranscriptFormat(rawValue: revision.format)
    if !revision.format.isEmpty, format == nil, files[path] == nil {
      let expected = TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", ")
      table.report(row, .badCell(column: "format", value: revision.format, expected: expected))
      return nil
    }
    let needsTurns = isNewest && turnRows == nil
    let reader = FolderText.Reader(
      path: path, originalPath: revision.original, original: original, format: revision.format,
      encoding: revision.encoding, needsTurns: needsTurns)
    do {
      var text = try reader.read(files[path], speakers: speakers.names)
      text.turns = text.turns.map(speakers.linked)
      return text
    } catch {
      table.report(error.all)
      return nil
    }
  }

  private mutating func turns(
    _ rows: [TurnRow], of source: String, _ text: SourceText, _ speakers: FolderSpeakers
  ) -> [Turn] {
    var turns: [Turn] = []
    for row in rows {
      guard let span = try? TextSpan(start: row.start, end: row.end), span.end <= text.length else {
        report("turns.csv", row.row, .spanOutside(source: source, length: text.length))
        continue
      }
      var turn = Turn(
        span: span, speaker: row.speaker, begins: row.begins, ends: row.ends, question: row.question)
      if let given = row.participant { turn.participant = given } else { turn = speakers.linked(turn) }
      turns.append(turn)
    }
    return turns
  }
}
