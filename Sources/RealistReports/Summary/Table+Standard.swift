import RealistManuscript

extension Table {
  /// A reporting standard as its checklist prints it, with what the study knows beside the columns that the author fills in.
  public static func standard(_ standard: ReportingStandard, facts: StudyFacts) -> Table {
    let columns =
      [
        Column("number", "No.", kind: .number), Column("item", "Item", weight: 3, isRowHeading: true),
        Column("asks", "What to report", weight: 5),
      ]
      + standard.answers.enumerated().map { index, title in Column("answer_\(index + 1)", title, weight: 2) }
      + [Column("study", "From the study", kind: .list, weight: 6, note: 0)]
    let grouping = Column("section", "Section")
    let rows = standard.sections.flatMap { section -> [Row] in
      [.group(section.title)]
        + section.items.map { item in
          .cells(
            [Cell(item.number), Cell(item.name), Cell(item.asks)] + standard.answers.map { _ in .empty }
              + [Cell(items: item.facts(facts).map(Self.sentence))])
        }
    }
    return Table(
      Head(
        title: standard.title, columns: columns, grouping: grouping,
        notes: [
          "What the study itself knows, and the command that shows it. Where nothing stands, only the authors can say. "
            + "Standard: \(standard.citation)."
        ]),
      rows: rows)
  }

  private static func sentence(_ fact: Fact) -> String {
    fact.place.isEmpty ? fact.text : "\(fact.text) (\(fact.place))"
  }
}
