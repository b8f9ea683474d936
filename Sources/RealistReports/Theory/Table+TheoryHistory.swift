import RealistAnalysis
import RealistModel

extension Table {
  /// The initial and the refined programme theories side by side, one theory a row; one that several came to share stands once, with all
  /// first wordings it goes back to.
  ///
  /// - Parameters:
  ///   - reasons: whether a column says why it changed.
  ///   - evidence: whether a column prints the passages that did it.
  public static func initialAndRefined(
    _ study: Study, passages: QuotedPassages, reasons: Bool = true, evidence: Bool = false, title: String = ""
  ) -> Table {
    let lineage = TheoryLineage(study.theories)
    var columns = [
      Column("theory", "Programme theory", weight: 3, isRowHeading: true),
      Column("initial", "Initial programme theory", kind: .list, weight: 10),
      Column("refined", "Refined programme theory", kind: .list, weight: 12),
    ]
    if reasons { columns.append(Column("reasons", "What changed and why", kind: .list, weight: 10)) }
    if evidence { columns.append(Column("evidence", "Evidence", kind: .list, weight: 10)) }
    let rows = lineage.standing.map { theory -> Row in
      let steps = lineage.steps(to: theory)
      var cells = [Cell(theory.name), initial(theory, lineage), refined(theory, lineage)]
      if reasons { cells.append(Cell(steps.flatMap { reason($0, of: theory, lineage) })) }
      if evidence {
        cells.append(Cell(steps.flatMap(\.version.passages).map { line($0, passages) }))
      }
      return .cells(cells)
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  private static func initial(_ theory: Theory, _ lineage: TheoryLineage) -> Cell {
    let origins = lineage.origins(of: theory)
    let isShared = origins.count > 1 || origins.first?.theory.id != theory.id
    return Cell(
      origins.flatMap { wording -> [Line] in
        let statement = Line(wording.version.statement)
        return isShared ? [Line(wording.theory.name, style: .heading), statement] : [statement]
      })
  }

  private static func refined(_ theory: Theory, _ lineage: TheoryLineage) -> Cell {
    var lines: [Line] = []
    if let current = lineage.current(theory), !lineage.origins(of: theory).contains(current) {
      lines.append(Line(current.version.statement))
    }
    if let end = theory.end {
      let others = lineage.successors(of: theory).map(\.name).joined(separator: ", ")
      let by = others.isEmpty ? "" : " by \(others)"
      lines.append(Line(end.step.rawValue.prefix(1).uppercased() + end.step.rawValue.dropFirst() + by))
    }
    return Cell(lines.isEmpty ? [Line("(as it was)")] : lines)
  }

  private static func reason(
    _ wording: TheoryLineage.Wording, of theory: Theory, _ lineage: TheoryLineage
  ) -> [Line] {
    let version = wording.version
    guard !version.reason.isEmpty else { return [] }
    let whose = wording.theory.id == theory.id ? "" : "\(wording.theory.name), "
    let day = version.date.map { " (\($0))" } ?? ""
    return [Line("\(whose)\(version.label)\(day)", style: .heading), Line(version.reason)]
  }

  /// Every step of some theories, oldest first: what was said, why it changed, which passages did it.
  public static func theoryHistory(
    _ theories: [Theory], in study: Study, passages: QuotedPassages, title: String = ""
  ) -> Table {
    let columns = [
      Column("theory", "Theory", weight: 3, isRowHeading: true), Column("date", "Date", weight: 2),
      Column("step", "Step", weight: 2), Column("label", "Version", weight: 2),
      Column("statement", "Statement", weight: 10),
      Column("into", "Into", kind: .inlineList, weight: 3), Column("reason", "Why", weight: 10),
      Column("evidence", "Evidence", kind: .list, weight: 10),
    ]
    let keys = Dictionary(study.theories.map { ($0.id, $0.key) }) { first, _ in first }
    let steps = theories.flatMap { theory in theory.versions.map { (theory, $0) } }.enumerated()
    // Steps without a date stay where they stand; the order is that of the days, then of the study.
    let ordered = steps.sorted { left, right in
      guard let own = left.element.1.date, let other = right.element.1.date, own != other else {
        return left.offset < right.offset
      }
      return own < other
    }
    let rows = ordered.map { _, step -> Row in
      let (theory, version) = step
      return .cells([
        Cell(theory.key), Cell(version.date?.description ?? ""), Cell(version.step.rawValue),
        Cell(version.label == version.step.rawValue ? "" : version.label), Cell(version.statement),
        Cell(items: version.into.map { keys[$0] ?? "?" }), Cell(version.reason),
        Cell(version.passages.map { line($0, passages) }),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  private static func line(_ passage: Theory.Passage, _ passages: QuotedPassages) -> Line {
    let item = passages[passage.segment]
    let words = item?.isWithdrawn == true ? "(withdrawn)" : "“\(item?.words ?? "")”"
    let note = passage.note.isEmpty ? "" : " — \(passage.note)"
    return Line("\(passage.bearing.rawValue): \(words) \(item?.attribution ?? "")\(note)", style: .quotation)
  }
}
