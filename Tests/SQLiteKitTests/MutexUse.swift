import SQLiteKit
import Synchronization
import Testing

/// The shape in which a store shares a connection.
private final class Shared: Sendable {
  private let connection: Mutex<Connection>

  init(path: String) throws {
    let opened = try Connection(path: path, mode: .readWriteCreate)
    try opened.execute("CREATE TABLE IF NOT EXISTS word(text TEXT NOT NULL) STRICT")
    connection = Mutex(opened)
  }

  init() throws {
    let opened = try Connection.inMemory()
    try opened.execute("CREATE TABLE word(text TEXT NOT NULL) STRICT")
    connection = Mutex(opened)
  }

  func write<Result: Sendable>(_ body: @Sendable (Connection) throws -> Result) throws -> Result {
    try connection.withLock { connection in
      try connection.transaction { try body(connection) }
    }
  }

  func insert(_ words: [String]) throws {
    try connection.withLock { connection in
      try connection.transaction {
        let insert = try connection.prepare("INSERT INTO word VALUES (?)")
        for word in words { try insert.run(word) }
      }
    }
  }

  func words() throws -> [String] {
    try connection.withLock { connection in
      try connection.queryAll("SELECT text FROM word ORDER BY rowid") { $0.text(0) }
    }
  }
}

@Test("a connection in a mutex is shared by tasks")
func connectionInMutex() async throws {
  let shared = try Shared()
  try shared.insert(["a", "b"])
  let count = try shared.write { connection in
    try connection.execute("INSERT INTO word VALUES (\("c"))")
    return try connection.int("SELECT count(*) FROM word")
  }
  #expect(count == 3)
  await withTaskGroup(of: Void.self) { group in
    for number in 0..<20 { group.addTask { try? shared.insert(["n\(number)"]) } }
  }
  #expect(try shared.words().count == 23)
}
