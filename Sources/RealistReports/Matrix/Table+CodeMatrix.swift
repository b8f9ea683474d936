import RealistMatrices
import RealistModel

extension Table {
  /// How a matrix is laid out.
  public struct MatrixLayout: Hashable, Sendable {
    public var title: String
    /// Codes as columns.
    public var isTransposed: Bool
    /// Without rows and columns that are 0 throughout.
    public var hidesEmpty: Bool

    public init(title: String = "", isTransposed: Bool = false, hidesEmpty: Bool = false) {
      (self.title, self.isTransposed, self.hidesEmpty) = (title, isTransposed, hidesEmpty)
    }
  }

  /// A matrix with its totals in the last row and column.
  public static func codeMatrix(_ matrix: CodeMatrix, _ layout: MatrixLayout = MatrixLayout()) -> Table {
    let rows = matrix.rows.indices.filter { !layout.hidesEmpty || matrix.rowTotal($0) > 0 }
    let columns = matrix.columns.indices.filter { !layout.hidesEmpty || matrix.columnTotal($0) > 0 }
    let notes = [
      "\(matrix.count.title); \"all\" is counted, not added up: a segment, source, participant or word counts once"
    ]
    return layout.isTransposed
      ? transposed(matrix, rows, columns, layout.title, notes)
      : upright(matrix, rows, columns, layout.title, notes)
  }

  private static func upright(
    _ matrix: CodeMatrix, _ rows: [Int], _ columns: [Int], _ title: String, _ notes: [String]
  ) -> Table {
    let head = Head(
      title: title,
      columns: [
        Column("number", "No.", weight: 1), Column("code", "Code", weight: 6, isRowHeading: true, note: 0),
      ] + columns.map { Column(matrix.columns[$0], matrix.columns[$0], kind: .number) }
        + [Column("all", "all", kind: .number)], notes: notes)
    var lines = rows.map { row in
      Row.cells(
        [Cell(matrix.rows[row].number), Cell(matrix.rows[row].label)]
          + columns.map { Cell(matrix[row, $0]) } + [Cell(matrix.rowTotal(row))])
    }
    lines.append(
      .cells(
        [Cell(""), Cell("all")] + columns.map { Cell(matrix.columnTotal($0)) } + [Cell(matrix.total)]))
    return Table(head, rows: lines)
  }

  private static func transposed(
    _ matrix: CodeMatrix, _ rows: [Int], _ columns: [Int], _ title: String, _ notes: [String]
  ) -> Table {
    let head = Head(
      title: title,
      columns: [Column("value", "", weight: 4, isRowHeading: true, note: 0)]
        + rows.map { Column(matrix.rows[$0].label, matrix.rows[$0].label, kind: .number) }
        + [Column("all", "all", kind: .number)], notes: notes)
    var lines = columns.map { column in
      Row.cells(
        [Cell(matrix.columns[column])] + rows.map { Cell(matrix[$0, column]) }
          + [Cell(matrix.columnTotal(column))])
    }
    lines.append(.cells([Cell("all")] + rows.map { Cell(matrix.rowTotal($0)) } + [Cell(matrix.total)]))
    return Table(head, rows: lines)
  }
}

extension CodeMatrix.Count {
  /// What the numbers are.
  public var title: String {
    switch self {
    case .codings: "codings, one for each code on a passage"
    case .segments: "marked passages"
    case .sources: "sources"
    case .participants: "participants who are named for the words"
    case .words: "words in marked passages"
    }
  }
}
