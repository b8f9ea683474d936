/// A table of any report, independent of the format it is written in.
///
/// Every row has one cell per column. A cell that continues the one above is the lower part of a cell spanning several rows; it keeps its
/// content, so that formats without spans can repeat it.
public struct Table: Hashable, Sendable {
  /// One line of the table's body.
  public enum Row: Hashable, Sendable {
    /// A heading across all columns; the rows up to the next heading belong to it.
    case group(String)
    case cells([Cell])
  }

  public var head: Head
  public var rows: [Row]

  public init(_ head: Head, rows: [Row] = []) { (self.head, self.rows) = (head, rows) }

  /// The same table with every span taken apart: the cells below repeat the content of the first.
  public func repeatingSpans() -> Table {
    var copy = self
    copy.rows = rows.map { row in
      guard case .cells(let cells) = row else { return row }
      return .cells(cells.map { Cell($0.content, reference: $0.reference) })
    }
    return copy
  }
}

extension Table {
  /// What is known of a table before its first row.
  public struct Head: Hashable, Sendable {
    /// Printed above the table (CSV, TSV and JSON leave it out); empty for none.
    public var title: String
    public var columns: [Column]
    /// The column that formats without heading rows (CSV, TSV, JSON) put a row's group into; `nil` when the table has no groups.
    public var grouping: Column?
    /// Printed below the table as a, b, c; columns and lines refer to them by index.
    public var notes: [String]

    public init(title: String = "", columns: [Column], grouping: Column? = nil, notes: [String] = []) {
      (self.title, self.columns, self.grouping, self.notes) = (title, columns, grouping, notes)
    }

    /// The mark of a note: `a`, …, `z`, `aa`, …
    public static func mark(ofNote index: Int) -> String {
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
      return index < 26 ? letter : mark(ofNote: index / 26 - 1) + letter
    }
  }

  /// A column: a machine key for JSON, a title for people.
  public struct Column: Hashable, Sendable {
    /// What the cells hold, which decides their type in JSON.
    public enum Kind: Hashable, Sendable {
      case text, number
      /// Several values, one a line: an array in JSON, joined with `; ` in CSV and TSV.
      case list
      /// Several short values: like ``list``, but on one line with commas where people read it.
      case inlineList
    }
    /// Where the text stands in the column.
    public enum Alignment: Hashable, Sendable { case leading, centre, trailing }

    public var key: String
    public var title: String
    public var kind: Kind
    public var alignment: Alignment
    /// How much of the width the column should get, relative to the others, where there is not enough for all.
    public var weight: Int
    /// Whether the column's cell names the row (`th scope="row"`).
    public var isRowHeading: Bool
    /// The note the title refers to.
    public var note: Int?

    /// Numbers are aligned to the right and get little room (weight 1, other columns 4) unless something else is given.
    public init(
      _ key: String, _ title: String, kind: Kind = .text, alignment: Alignment? = nil, weight: Int? = nil,
      isRowHeading: Bool = false, note: Int? = nil
    ) {
      (self.key, self.title, self.kind) = (key, title, kind)
      self.alignment = alignment ?? (kind == .number ? .trailing : .leading)
      self.weight = weight ?? (kind == .number ? 1 : 4)
      (self.isRowHeading, self.note) = (isRowHeading, note)
    }
  }
}
