import RealistModel
import RealistSamples
import RealistStore
import SQLiteKit

/// Sources with their texts, turns and full-text index, into a study that has none.
enum ImportJobs {
  /// One change with its journal entry.
  static func store(_ sample: Sample, _ file: String) throws -> Timed {
    let store = try StudyStore.open(file)
    var watch = Stopwatch()
    watch.start()
    try store.change(.bench("import \(sample.size.sources) sources")) { writer in
      for number in 0..<sample.size.sources {
        let made = watch.pausing { sample.source(number) }
        try writer.add(made.source, made.revision)
      }
    }
    watch.stop()
    return Timed(times: watch.times, count: try Connection.raw(file).rows(in: "turn"))
  }

  /// The same rows through bare statements: no journal, nothing looked up, the hashes known beforehand.
  static func raw(_ sample: Sample, _ file: String) throws -> Timed {
    let connection = try Connection.raw(file)
    var watch = Stopwatch()
    watch.start()
    let insert = try RawSourceStatements(connection)
    try connection.transaction {
      for number in 0..<sample.size.sources {
        let made = watch.pausing { RawSource(sample.source(number), position: number) }
        try insert.run(made)
      }
    }
    watch.stop()
    return Timed(times: watch.times, count: try connection.rows(in: "turn"))
  }
}

extension Connection {
  func rows(in table: String) throws -> Int {
    try int("SELECT count(*) FROM \(identifier: table)") ?? 0
  }
}

/// A source with all that its rows need worked out.
struct RawSource {
  var source: Source
  var revision: Revision
  var position: Int
  var bytes: [UInt8]
  var hash: SHA256Digest
  var passages: [String]

  init(_ made: SampleSource, position: Int) {
    (source, revision) = (made.source.measured(by: made.revision), made.revision)
    self.position = position
    bytes = Array(made.revision.text.string.utf8)
    hash = SHA256Digest(of: bytes)
    passages = made.revision.turns.map { String(made.revision.text[$0.span]) }
  }
}

private struct RawSourceStatements {
  let source, person, value, content, passage, search, revision, turn: Statement
  let connection: Connection

  init(_ connection: Connection) throws {
    self.connection = connection
    source = try connection.prepare("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    person = try connection.prepare("INSERT INTO source_participant VALUES (?, ?, ?)")
    value = try connection.prepare("INSERT INTO source_value VALUES (?, ?, ?)")
    content = try connection.prepare("INSERT INTO content VALUES (?, ?)")
    passage = try connection.prepare(#"INSERT INTO passage (content, start, "end") VALUES (?, ?, ?)"#)
    search = try connection.prepare("INSERT INTO search (rowid, words) VALUES (?, ?)")
    revision = try connection.prepare("INSERT INTO revision VALUES (?, ?, ?, NULL, '', '', '', ?, '', '')")
    turn = try connection.prepare("INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  func run(_ raw: RawSource) throws {
    let made = raw.source
    try source.run(
      made.id, made.name, made.title, made.kind.rawValue, made.mode, made.date, made.minutes, made.revision,
      made.length, made.words, raw.position)
    for (place, participant) in made.participants.enumerated() {
      try person.run(made.id, participant, place)
    }
    for (name, attribute) in made.attributes { try value.run(made.id, name, attribute) }
    try content.run(raw.hash, raw.bytes)
    try revision.run(made.id, raw.revision.number, raw.hash, raw.revision.imported)
    for (place, line) in raw.revision.turns.enumerated() {
      try passage.run(raw.hash, line.span.start, line.span.end)
      try search.run(connection.lastInsertedRowID, raw.passages[place])
      try turn.run(
        made.id, raw.revision.number, place, line.span.start, line.span.end, line.speaker, line.participant,
        line.begins, line.ends, line.question)
    }
  }
}
