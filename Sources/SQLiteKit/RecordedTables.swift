/// Which tables a recording watches.
///
/// Never watched: tables without a primary key, SQLite's own, and the shadow tables of virtual tables such as a
/// full-text index, which are derived.
public enum RecordedTables: Sendable, Hashable {
  /// Every table.
  case all
  /// Only these; their names as they are written in the schema.
  case only(Set<String>)
  /// Every table but these.
  case except(Set<String>)

  func contains(_ table: String) -> Bool {
    switch self {
    case .all: true
    case .only(let tables): tables.contains(table)
    case .except(let tables): !tables.contains(table)
    }
  }
}
