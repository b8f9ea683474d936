/// Numbers that stand beside the words: a table from elsewhere, such as a dashboard, with where it is from.
public struct ContextTable: Entity {
  public var id: ID<ContextTable>
  /// A short name, e.g. `vacancies`; unique in the study.
  public var key: String
  public var title: String
  /// What the numbers are, e.g. `percent of posts`; empty when the table's columns say it.
  public var unit: String
  /// Where they are from; empty when nothing was said.
  public var source: String
  /// Of what time they are, as people say it: `March 2025`, `2024/25`.
  public var date: String
  public var notes: [String]
  /// The first column names the group, or the theme, that a row is about.
  public var columns: [String]
  /// Each as long as ``columns``.
  public var rows: [[String]]

  public init(
    id: ID<ContextTable>, key: String, title: String = "", unit: String = "", source: String = "",
    date: String = "", notes: [String] = [], columns: [String], rows: [[String]]
  ) {
    (self.id, self.key, self.title, self.unit) = (id, key, title, unit)
    (self.source, self.date, self.notes) = (source, date, notes)
    (self.columns, self.rows) = (columns, rows)
  }
}
