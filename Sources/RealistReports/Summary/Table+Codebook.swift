import RealistAnalysis
import RealistModel

extension Table {
  /// The codebook with numbering and counts, as a tree (names indented by depth) or as a list of paths.
  public static func codebook(_ counts: CodeCounts, asTree: Bool = true, title: String = "") -> Table {
    let head = Head(
      title: title,
      columns: [
        Column("number", "No.", weight: 1), Column("code", "Code", weight: 6, isRowHeading: true),
        Column("codings", "Codings", kind: .number, note: 0),
        Column("codings_below", "Codings (all)", kind: .number),
        Column("sources", "Sources", kind: .number), Column("sources_below", "Sources (all)", kind: .number),
        Column("participants", "Participants", kind: .number),
        Column("participants_below", "Participants (all)", kind: .number),
        Column("definition", "Definition", weight: 8),
      ],
      notes: ["of the code alone; (all) counts the codes below it too, each source and participant once"]
    )
    return Table(
      head,
      rows: counts.rows.map { row in
        let indent = String(repeating: "  ", count: row.node.depth)
        return .cells([
          Cell(row.node.number), Cell(asTree ? indent + row.node.code.name : row.node.path),
          Cell(row.own.codings),
          Cell(row.total.codings), Cell(row.own.sources), Cell(row.total.sources), Cell(row.own.participants),
          Cell(row.total.participants), Cell(row.node.code.definition),
        ])
      })
  }

  /// The codebook as an appendix prints it: definition, when to use a code and when not (Bosongo et al. 2024,
  /// doi 10.1186/s12961-024-01115-9, Table 2 "Coding rules").
  public static func codebookDefinitions(_ codes: CodeTree, title: String = "") -> Table {
    let head = Head(
      title: title,
      columns: [
        Column("number", "No.", weight: 1), Column("code", "Code", weight: 4, isRowHeading: true),
        Column("definition", "Definition", weight: 6), Column("use", "Use it when", weight: 6),
        Column("not", "Do not use it when", weight: 6),
      ])
    return Table(
      head,
      rows: codes.order.map { node in
        .cells([
          Cell(node.number), Cell(node.path), Cell(node.code.definition), Cell(node.code.use),
          Cell(node.code.not),
        ])
      })
  }
}
