/// One foreign key of the schema, and the question whether rows with some value of it refer to nothing.
private final class Reference {
  let child: String
  let parent: String
  let columns: [String]
  /// Where the referring and the referred columns are in their tables' rows.
  let childPlaces: [Int]
  let parentPlaces: [Int]
  /// Answers one row when a child has the key and no parent has it.
  let isBroken: Statement
  var known: Set<[SQLValue]> = []

  init(
    child: String, parent: String, columns: [String], parentColumns: [String], childPlaces: [Int],
    parentPlaces: [Int], on connection: Connection
  ) throws(SQLiteError) {
    self.child = child
    self.parent = parent
    self.columns = columns
    self.childPlaces = childPlaces
    self.parentPlaces = parentPlaces
    let inParent = Reference.condition(parentColumns)
    let inChild = Reference.condition(columns)
    isBroken = try connection.prepare(
      """
      SELECT 1
      WHERE NOT EXISTS (SELECT 1 FROM \(SQL.quoted(parent)) WHERE \(inParent))
        AND EXISTS (SELECT 1 FROM \(SQL.quoted(child)) WHERE \(inChild))
      """)
  }

  private static func condition(_ columns: [String]) -> String {
    columns.enumerated().map { "\(SQL.quoted($1)) = ?\($0 + 1)" }.joined(separator: " AND ")
  }
}

/// Looks up the references that the changes of a changeset could have broken.
///
/// A reference breaks when a child gets a key or a parent loses one; only those keys are looked up, each once, so the
/// cost follows the changeset and not the file.
struct ForeignKeyCheck {
  private var byChild: [String: [Reference]] = [:]
  private var byParent: [String: [Reference]] = [:]
  private let connection: Connection
  private(set) var violations: [ForeignKeyViolation] = []

  init(on connection: Connection) throws {
    self.connection = connection
    for reference in try ForeignKeyCheck.references(on: connection) {
      byChild[reference.child, default: []].append(reference)
      byParent[reference.parent, default: []].append(reference)
    }
  }

  mutating func visit(_ cursor: ChangeCursor) throws {
    if cursor.operation != .delete {
      for reference in byChild[cursor.table] ?? [] {
        try look(reference, try key(reference.childPlaces, cursor, in: reference.child) { cursor.new($0) })
      }
    }
    if cursor.operation != .insert {
      for reference in byParent[cursor.table] ?? [] {
        try look(reference, try key(reference.parentPlaces, cursor, in: reference.parent) { cursor.old($0) })
      }
    }
  }

  /// The values at the places; nil when no reference can come of them: one is NULL, or none has changed.
  ///
  /// An update of a part of a key knows only that part; the rest is the row's, found by its primary key.
  private func key(
    _ places: [Int], _ cursor: ChangeCursor, in table: String, _ value: (Int) -> SQLValue?
  ) throws -> [SQLValue]? {
    if cursor.operation == .update, places.allSatisfy({ cursor.new($0) == nil }) { return nil }
    var values = places.map(value)
    if values.contains(nil) {
      guard let row = try row(of: cursor, in: table) else { return nil }
      values = zip(places, values).map { place, value in value ?? row[place] }
    }
    let key = values.compactMap { $0 }
    return key.contains(.null) ? nil : key
  }

  /// The row an update is about, as it is now.
  private func row(of cursor: ChangeCursor, in table: String) throws -> [SQLValue]? {
    let names = try ForeignKeyCheck.columns(of: table, on: connection)
    var sql: SQL = "SELECT * FROM \(identifier: table) WHERE TRUE"
    for (place, isKey) in cursor.primaryKey().enumerated() where isKey {
      sql.append(" AND \(identifier: names[place]) = \(cursor.old(place) ?? .null)")
    }
    return try connection.queryOne(sql) { row in names.indices.map { row.value($0) } }
  }

  private mutating func look(_ reference: Reference, _ key: [SQLValue]?) throws {
    guard let key, reference.known.insert(key).inserted else { return }
    try reference.isBroken.bind(all: key)
    defer { reference.isBroken.reset() }
    guard try reference.isBroken.step() else { return }
    violations.append(
      ForeignKeyViolation(
        table: reference.child, parent: reference.parent, columns: reference.columns, key: key))
  }
}

extension ForeignKeyCheck {
  private struct Line {
    let child: String
    let number: Int
    let parent: String
    let from: String
    let to: String?
  }

  private static func references(on connection: Connection) throws -> [Reference] {
    let lines = try connection.queryAll(
      """
      SELECT t.name, f.id, p.name, f."from", f."to"
      FROM pragma_table_list AS t
      JOIN pragma_foreign_key_list(t.name) AS f
      JOIN pragma_table_list AS p ON p.schema = 'main' AND p.name = f."table" COLLATE NOCASE
      WHERE t.schema = 'main' AND t.type = 'table'
      ORDER BY t.name, f.id, f.seq
      """
    ) { row in
      Line(
        child: row.text(0), number: row.int(1), parent: row.text(2), from: row.text(3),
        to: row.optionalText(4))
    }
    var references: [Reference] = []
    var rest = lines[...]
    while let first = rest.first {
      let same = rest.prefix { $0.child == first.child && $0.number == first.number }
      rest = rest.dropFirst(same.count)
      if let reference = try reference(Array(same), on: connection) { references.append(reference) }
    }
    return references
  }

  /// nil when the parent has no such columns: SQLite reports that at the next write.
  private static func reference(_ lines: [Line], on connection: Connection) throws -> Reference? {
    let (child, parent) = (lines[0].child, lines[0].parent)
    let columns = lines.map(\.from)
    var parentColumns = lines.compactMap(\.to)
    if parentColumns.isEmpty {
      parentColumns = try connection.queryAll(
        "SELECT name FROM pragma_table_info(\(parent)) WHERE pk > 0 ORDER BY pk"
      ) { $0.text(0) }
    }
    let childPlaces = try places(of: columns, in: child, on: connection)
    let parentPlaces = try places(of: parentColumns, in: parent, on: connection)
    guard childPlaces.count == columns.count, parentPlaces.count == columns.count else { return nil }
    return try Reference(
      child: child, parent: parent, columns: columns, parentColumns: parentColumns, childPlaces: childPlaces,
      parentPlaces: parentPlaces, on: connection)
  }

  private static func places(of names: [String], in table: String, on connection: Connection) throws -> [Int]
  {
    let columns = try columns(of: table, on: connection)
    return names.compactMap { name in columns.firstIndex { $0.lowercased() == name.lowercased() } }
  }

  private static func columns(of table: String, on connection: Connection) throws -> [String] {
    try connection.queryAll("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid") { $0.text(0) }
  }
}
