import RealistReports

/// How results are printed.
enum ResultTables {
  static func head(_ clock: Clock) -> Table.Head {
    Table.Head(title: clock == .wall ? "Speed and memory" : "Processor time and memory", columns: columns)
  }

  private static let columns = [
    Table.Column("operation", "Operation", weight: 10), Table.Column("size", "Size"),
    Table.Column("milliseconds", "Time (ms)", kind: .number),
    Table.Column("megabytes", "Peak memory (MB)", kind: .number),
    Table.Column("raw", "Raw time (ms)", kind: .number), Table.Column("ratio", "Ratio", kind: .number),
    Table.Column("limit", "Limit"), Table.Column("ok", "OK?"),
  ]

  /// One operation; limits are for large studies.
  static func row(_ outcome: Outcome, _ size: SizeName) -> Table.Row {
    switch outcome {
    case .missing(let operation, let reason):
      let empty = Array(repeating: Table.Cell(""), count: 4)
      return .cells(
        [Table.Cell(operation.title), Table.Cell(size.rawValue)] + empty
          + [Table.Cell(limit(operation, size)), Table.Cell(reason)])
    case .measured(let result):
      let holds = size == .large ? (result.operation.limit.holds(for: result) ? "yes" : "no") : ""
      let cells = [
        result.operation.title, size.rawValue, (result.seconds * 1000).decimals(1),
        result.megabytes.decimals(0),
        (result.rawSeconds * 1000).decimals(1), result.ratio.decimals(2), limit(result.operation, size),
        holds,
      ]
      return .cells(cells.map { Table.Cell($0) })
    }
  }

  private static func limit(_ operation: Operation, _ size: SizeName) -> String {
    guard size == .large else { return "" }
    let time = operation.limit.text
    return time.isEmpty ? "< \(Limit.memory.decimals(0)) MB" : time
  }

  /// How the memory of listings grows from large to stress; nothing when one of the two was not measured.
  static func growth(_ large: [Figures], _ stress: [Figures]) -> Table? {
    let rows = large.filter(\.operation.isListing).compactMap { result -> Table.Row? in
      guard let other = stress.first(where: { $0.operation == result.operation }) else { return nil }
      let growth = other.megabytes / result.megabytes
      let cells = [
        result.operation.title, result.megabytes.decimals(0), other.megabytes.decimals(0), growth.decimals(2),
        "≤ \(Limit.growth.decimals(1))", growth <= Limit.growth ? "yes" : "no",
      ]
      return .cells(cells.map { Table.Cell($0) })
    }
    let head = Table.Head(
      title: "Memory of listings",
      columns: [
        Table.Column("operation", "Operation", weight: 10),
        Table.Column("large", "Large (MB)", kind: .number),
        Table.Column("stress", "Stress (MB)", kind: .number), Table.Column("ratio", "Ratio", kind: .number),
        Table.Column("limit", "Limit"), Table.Column("ok", "OK?"),
      ])
    return rows.isEmpty ? nil : Table(head, rows: rows)
  }
}
