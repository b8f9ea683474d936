import SQLiteKit

/// How a study file is laid out, and which of its tables the journal watches.
enum StudySchema {
  /// `Real` in ASCII, kept in the file's header.
  static let applicationID: Int32 = 0x5265_616c

  static let migrator = Migrator(
    applicationID: applicationID,
    migrations: [
      Migration(1, "first schema", script: Migration1.tables + Migration1.indexes),
      Migration(
        2, "realist reasoning",
        script: Migration2.script + Migration2.theories + Migration2.asking),
    ])

  /// Every table but the journal itself, the write-once contents and what is derived from them.
  static let journalled = RecordedTables.except(["entry", "content", "passage", "search"])
}
