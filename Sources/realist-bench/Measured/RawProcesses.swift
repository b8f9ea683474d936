import Glibc
import RealistModel
import RealistStore
import SQLiteKit

/// What the commands of `realist` do, with bare statements and nothing around them: the time a process of this kind cannot go below.
enum RawProcesses {
  static func status(_ file: String) throws {
    let connection = try Connection(path: file, mode: .readOnly)
    for table in [
      "source", "participant", "code", "segment", "coding", "configuration", "evidence", "factor",
    ] {
      print(table, try connection.rows(in: table))
    }
    print(try connection.int("SELECT sum(words) FROM source") ?? 0)
  }

  static func search(_ file: String, query: String) throws {
    try Connection(path: file, mode: .readOnly).query(
      """
      SELECT source.name, passage.start, passage."end"
      FROM search
        JOIN passage ON passage.id = search.rowid
        JOIN revision ON revision.text = passage.content
        JOIN source ON source.id = revision.source
      WHERE search MATCH \(query)
      LIMIT 50
      """
    ) { row in print(row.text(0), row.int(1), row.int(2)) }
  }

  /// A segment, a coding and a line of the journal.
  static func tag(_ file: String) throws {
    let connection = try Connection.raw(file)
    try connection.transaction {
      try connection.execute(
        """
        INSERT INTO segment
        SELECT randomblob(16), source, revision, start, "end" + 1 + abs(random() % 1000000), 0, coder, created, ''
        FROM segment LIMIT 1
        """)
      try connection.execute(
        """
        INSERT INTO coding
        SELECT randomblob(16), segment, code, 'raw ' || hex(randomblob(8)), created, ''
        FROM coding LIMIT 1
        """)
      try connection.execute(
        """
        INSERT INTO entry
        SELECT max(number) + 1, randomblob(16), 0, 'raw', 'change', 'raw', NULL, NULL FROM entry
        """)
    }
  }

  /// Source, place, code and words of every segment, as lines.
  static func quotes(_ file: String) throws {
    let connection = try Connection(path: file, mode: .readOnly)
    let body = try connection.prepare(RawText.body)
    let places = try connection.prepare(
      """
      SELECT segment.start, segment."end", segment.coder, code.name
      FROM segment LEFT JOIN coding ON coding.segment = segment.id LEFT JOIN code ON code.id = coding.code
      WHERE segment.source = ?
      ORDER BY segment.start, segment."end" DESC
      """)
    var output: [UInt8] = []
    try connection.query("SELECT id, name FROM source ORDER BY position") { source in
      let (id, name) = (source.blob(0), source.text(1))
      let text = RawText(bytes: try body.queryOne(id) { $0.blob(0) } ?? [])
      try places.query(id) { row in
        output.append(contentsOf: name.utf8)
        row.withText(2) { output.append(contentsOf: $0) }
        row.withText(3) { output.append(contentsOf: $0) }
        output.append(contentsOf: "\(row.int(0)),\(row.int(1)),".utf8)
        output.append(contentsOf: text.words(row.int(0), row.int(1)).utf8)
        output.append(UInt8(ascii: "\n"))
        if output.count > 65_536 {
          write(STDOUT_FILENO, output, output.count)
          output.removeAll(keepingCapacity: true)
        }
      }
    }
    write(STDOUT_FILENO, output, output.count)
  }

  static func sources(_ file: String) throws {
    try Connection(path: file, mode: .readOnly).query(
      "SELECT name, title, kind, mode, date, words FROM source ORDER BY position"
    ) { row in print(row.text(0), row.text(1), row.text(2), row.text(3), row.int(4), row.int(5)) }
  }

  static func codes(_ file: String) throws {
    try Connection(path: file, mode: .readOnly).query(
      """
      SELECT code.name, count(*), count(DISTINCT segment.source)
      FROM coding JOIN segment ON segment.id = coding.segment JOIN code ON code.id = coding.code
      GROUP BY code.id
      """
    ) { row in print(row.text(0), row.int(1), row.int(2)) }
  }
}
