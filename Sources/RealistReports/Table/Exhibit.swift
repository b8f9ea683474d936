/// One table of a file that can hold several, such as a workbook or a text document.
public struct Exhibit: Hashable, Sendable {
  /// How a text document shows it; a workbook always shows a table.
  public enum Presentation: Hashable, Sendable {
    case table
    /// Each row as a block quotation: the column of the words, then the columns that say whose they are and where they stand.
    case quotations(words: String, attribution: [String])
  }

  /// What it is called: the name of its sheet, the heading above it.
  public var name: String
  public var table: Table
  public var presentation: Presentation

  public init(_ name: String, _ table: Table, presentation: Presentation = .table) {
    (self.name, self.table, self.presentation) = (name, table, presentation)
  }
}
