extension Table {
  /// The table without the columns that are empty in every row; the one that names the rows stays.
  public func withoutEmptyColumns() -> Table {
    let kept = head.columns.indices.filter { place in
      head.columns[place].isRowHeading
        || rows.contains { row in
          guard case .cells(let cells) = row else { return false }
          return !cells[column: place].isEmpty
        }
    }
    guard kept.count < head.columns.count, !rows.isEmpty else { return self }
    var copy = self
    copy.head.columns = kept.map { head.columns[$0] }
    copy.rows = rows.map { row in
      guard case .cells(let cells) = row else { return row }
      return .cells(kept.map { cells[column: $0] })
    }
    return copy
  }
}
