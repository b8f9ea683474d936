import RealistModel

extension Table {
  /// The memos with what they are about; numbered as they are deleted by.
  public static func memos(
    _ memos: [(number: Int, subject: String, memo: Memo)], title: String = ""
  ) -> Table {
    let columns = [
      Column("number", "No.", kind: .number), Column("subject", "About", weight: 4),
      Column("written", "Written", weight: 2), Column("coder", "Coder", weight: 2),
      Column("memo", "Memo", weight: 12),
    ]
    return Table(
      Head(title: title, columns: columns),
      rows: memos.map { one in
        .cells([
          Cell(one.number), Cell(one.subject), Cell(one.memo.written.iso8601), Cell(one.memo.coder),
          Cell(one.memo.body),
        ])
      })
  }
}
