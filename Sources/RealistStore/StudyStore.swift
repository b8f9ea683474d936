import RealistModel
import SQLiteKit

/// One study in one SQLite file.
///
/// Synchronous, and not `Sendable`: one connection belongs to one place at a time. A program with several threads keeps the store in a
/// `Mutex`. Every change is one transaction with one journal entry, so it is there as a whole or not at all.
public final class StudyStore {
  /// What may be done with an open study.
  public enum Access: Sendable { case readOnly, readWrite }

  /// The file.
  public let path: String
  /// Where an older file was copied before opening brought it up to date; nil when it was not older.
  public let backup: String?
  let connection: Connection

  init(path: String, connection: Connection, backup: String? = nil) {
    (self.path, self.connection, self.backup) = (path, connection, backup)
  }

  /// Opens a study. A file of an older version is brought up to date, for reading as well, after it was copied to `PATH.version-N.backup`.
  ///
  /// - Parameter busyTimeout: how long to wait for another process, in milliseconds.
  /// - Throws: ``StoreError``.
  public static func open(_ path: String, _ access: Access = .readWrite, busyTimeout: Int = 2_000) throws
    -> StudyStore
  {
    guard FileSystem.exists(path) else { throw StoreError.noFile(path: path) }
    return try mappingErrors(path) {
      let connection = try connect(path, access, busyTimeout: busyTimeout)
      switch try StudySchema.migrator.state(of: connection) {
      case .empty: throw StoreError.notAStudy(path: path)
      case .current: return StudyStore(path: path, connection: connection)
      case .behind(let number):
        guard !connection.isReadOnly else {
          throw StoreError.older(path: path, found: number, known: StudySchema.migrator.known)
        }
        let backup = "\(path).version-\(number).backup"
        try StudySchema.migrator.migrate(connection) { _ in try connection.backUp(to: backup) }
        return StudyStore(path: path, connection: connection, backup: backup)
      }
    }
  }

  /// Makes a new study file from contents; the file appears only when it is complete.
  ///
  /// - Parameters:
  ///   - contents: at least the study; sources and everything else may be there already.
  ///   - entry: how the journal's first line names this. It cannot be undone.
  /// - Throws: ``StoreError/fileExists(path:)`` and whatever the disk says.
  public static func create(_ path: String, contents: StudyContents, entry: ChangeNote) throws -> StudyStore {
    guard !FileSystem.exists(path) else { throw StoreError.fileExists(path: path) }
    let draft = path + ".unfinished"
    FileSystem.remove(draft)
    do {
      try mappingErrors(path) { try write(contents, to: draft, entry: entry) }
      guard FileSystem.rename(draft, to: path) else { throw StoreError.cannotOpen(path: path) }
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal"] { FileSystem.remove(draft + suffix) }
      throw error
    }
    return try open(path)
  }

  private static func write(_ contents: StudyContents, to draft: String, entry: ChangeNote) throws {
    let connection = try Connection(path: draft, mode: .readWriteCreate)
    // The draft is thrown away when anything fails, so it needs no protection while it is written.
    try connection.setSynchronous(.off)
    try connection.setJournalMode(.memory)
    try StudySchema.migrator.migrate(connection)
    let store = StudyStore(path: draft, connection: connection)
    try connection.transaction {
      let writer = StudyWriter(store, note: entry)
      try writer.insert(contents)
      try store.appendEntry(kind: .change, note: entry, command: entry.command, target: nil, changeset: nil)
    }
    try connection.setSynchronous(.full)
    try connection.setJournalMode(.wal)
    try connection.checkpoint()
  }

  private static func connect(_ path: String, _ access: Access, busyTimeout: Int) throws -> Connection {
    guard access == .readOnly || FileSystem.isWritable(path) else {
      return try readOnlyConnection(path, busyTimeout)
    }
    // WAL needs its two files beside the study, for reading as well; a folder that cannot be written is read without them.
    guard FileSystem.isWritable(FileSystem.folder(of: path)), FileSystem.isWritable(path) else {
      return try readOnlyConnection(path, busyTimeout)
    }
    let connection = try Connection(path: path, mode: .readWrite, busyTimeout: busyTimeout)
    try connection.setSynchronous(.full)
    // Enough for the indexes that a large import or auto-coding writes to all over; memory is taken only as it is needed.
    if access == .readWrite { try connection.setCacheSize(megabytes: 16) }
    return connection
  }

  private static func readOnlyConnection(_ path: String, _ busyTimeout: Int) throws -> Connection {
    let isAlone = !FileSystem.exists(path + "-wal")
    return try Connection(path: path, mode: isAlone ? .immutable : .readOnly, busyTimeout: busyTimeout)
  }

  /// Reads from one consistent state of the study, whatever other processes write meanwhile.
  ///
  /// - Throws: ``StoreError``, and whatever the body throws.
  public func read<Result>(_ body: (StudyReader) throws -> Result) throws -> Result {
    try Self.mappingErrors(path) {
      try connection.transaction(.deferred) { try body(StudyReader(connection)) }
    }
  }

  /// Changes the study: one transaction, one journal entry, undone as one. A body that throws, or that changes nothing, leaves the
  /// file as it was.
  ///
  /// - Throws: ``StoreError``, and whatever the body throws.
  public func change<Result>(_ note: ChangeNote, _ body: (StudyWriter) throws -> Result) throws -> Result {
    try record(note, body).result
  }

  /// Does what ``change(_:_:)`` does, and answers the journal's line too; `nil` when nothing was changed.
  public func record<Result>(
    _ note: ChangeNote, _ body: (StudyWriter) throws -> Result
  ) throws -> (result: Result, entry: JournalEntry?) {
    try Self.mappingErrors(path) {
      try requireWritable()
      return try connection.transaction(.immediate) {
        let writer = StudyWriter(self, note: note)
        let (result, changeset) = try connection.recordingChanges(of: StudySchema.journalled) {
          try body(writer)
        }
        guard !changeset.isEmpty else { return (result, nil) }
        let entry = try appendEntry(
          kind: .change, note: note, command: writer.command, target: nil, changeset: changeset)
        return (result, entry)
      }
    }
  }

  /// - Throws: ``StoreError/readOnly(path:)``, ``StoreError/fileMoved(path:)``.
  func requireWritable() throws(StoreError) {
    guard !connection.isReadOnly else { throw .readOnly(path: path) }
    guard connection.hasMoved else { return }
    // Whoever finds the file elsewhere shall find all of it; the changes beside it stay behind when a file is moved.
    try? connection.checkpoint(.passive)
    throw .fileMoved(path: path)
  }

  /// A number that is another one when another connection, of this program or of any, has changed the file since it was asked last; what
  /// this store changes itself does not count.
  public func dataVersion() throws -> Int {
    try Self.mappingErrors(path) { try connection.dataVersion() }
  }

  /// Stops a running statement, from any thread; its change is rolled back.
  public var interruption: InterruptHandle { connection.interruptHandle }

  /// What SQLite finds wrong with the file; empty when it is sound. Reads the whole file.
  public func integrityProblems() throws -> [String] {
    try read { try $0.integrityProblems() }
  }
}

/// Who makes a change, when, and how the journal words it.
public struct ChangeNote: Sendable {
  public var coder: String
  public var time: Timestamp
  /// The command in words, without words of a transcript.
  public var command: String
  /// Where the ids of new things come from.
  public var ids: any IDSource & Sendable
  /// The id that the journal's entry gets; else one of ``ids``. Somebody who does not know whether a change arrived sends it again under
  /// the same id, and asks ``StudyReader/entry(_:)`` first: an id is in the journal once.
  public var entry: ID<JournalEntry>?

  public init(
    coder: String, time: Timestamp, command: String, ids: any IDSource & Sendable,
    entry: ID<JournalEntry>? = nil
  ) {
    (self.coder, self.time, self.command, self.ids, self.entry) = (coder, time, command, ids, entry)
  }
}
