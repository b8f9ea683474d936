import SQLiteKit

/// What questions to what was coded read, with bare statements: every coding with its place, once.
enum AskingProcesses {
  /// The command line of a question, without the study.
  static func arguments(_ operation: Operation) -> [String] {
    switch operation {
    case .coOccurrence: ["matrix", "cooccurrence", "--format", "csv"]
    case .codeParticipant: ["matrix", "codes", "--by", "participant", "--format", "csv"]
    case .overlapQuery: ["query", "contexts OVERLAPS outcomes", "--count"]
    case .nearQuery: ["query", "contexts NEAR 20 words outcomes", "--count"]
    default: []
    }
  }

  static func raw(_ file: String) throws {
    let connection = try Connection(path: file, mode: .readOnly)
    var count = 0
    try connection.query("SELECT segment, code, coder FROM coding ORDER BY segment") { row in
      count &+= (row.uuid(0)?.low).map { $0 & 1 == 0 ? 1 : 2 } ?? 0
    }
    try connection.query(#"SELECT id, source, revision, start, "end" FROM segment ORDER BY id"#) { row in
      count &+= row.int(3) ^ row.int(4)
    }
    print(count)
  }
}
