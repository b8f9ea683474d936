import RealistReports

/// Tables that several tests write in every format. People and words are invented.
enum TableExamples {
  /// Groups, spans, items, a note, a quotation, a number.
  static let kitchen = Table(
    Table.Head(
      title: "Who holds the spoon",
      columns: [
        Table.Column("context", "Context", isRowHeading: true),
        Table.Column("mechanism", "Mechanism", weight: 6),
        Table.Column("outcomes", "Outcomes", kind: .list, note: 0),
        Table.Column("sources", "Sources", kind: .number),
      ],
      grouping: Table.Column("theory", "Theory"),
      notes: ["observed unless said otherwise", "one source only"]),
    rows: [
      .group("Handing over"),
      .cells([
        Table.Cell("days of queues, forms and thanks"),
        Table.Cell([
          Table.Line("1. being handed the knife makes people feel that they are the one who knows"),
          Table.Line("“now I am the one who is needed” (Participant 2)", style: .quotation),
        ]),
        Table.Cell(items: ["a neighbour to ask", "a reason to come back"]),
        Table.Cell(3),
      ]),
      .cells([
        Table.Cell(.text("days of queues, forms and thanks"), continues: true),
        Table.Cell([Table.Line("Disabling", style: .heading), Table.Line("put on the spot", note: 1)]),
        Table.Cell(items: ["staying away"]),
        Table.Cell(1),
      ]),
      .group("The hall"),
      .cells([Table.Cell("a hall that closes at seven"), .empty, Table.Cell(items: []), .empty]),
    ])

  /// What a user may type, and what some format would take for markup.
  static let hostile: [String] = [
    "a | b", "less < more > & \"quoted\" 'single'", "C:\\path\\n", "two\nlines", "=1+1", "+44 20", "-5",
    "@SUM",
    "- a dash", "\tTab", "50% of $10 #1 _under_ ^ ~ {x} `tick` [1] *star*", "--- ''",
    "</td><script>alert(1)</script>",
    "\u{1B}[31mred", "]]>", "&amp; &lt;", "日本語", "", "e\u{301}👩‍👩‍👧", "\u{2028}", "[x] \\\\",
  ]

  static let escapes = Table(
    Table.Head(
      title: "<Title> & \"more\" | $",
      columns: [Table.Column("n", "N°", kind: .number), Table.Column("v", "Value | <b>")],
      grouping: Table.Column("group", "=Group"), notes: ["<note> & [a]"]),
    rows: [.group("*group* <g> & | %")]
      + hostile.enumerated().map { .cells([Table.Cell($0 + 1), Table.Cell($1)]) })
}
