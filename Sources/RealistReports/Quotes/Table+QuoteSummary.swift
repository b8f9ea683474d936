import RealistAnalysis
import RealistModel

extension Table {
  /// How many quotes each code has and from whom, as reports say it: `(Participants 1, 2, 8 and 12)`.
  ///
  /// - Parameters:
  ///   - tallies: by path; the empty path is that of the highlights without a code. Codes without a quote get no row.
  ///   - total: of all the quotes, each once however many codes it bears.
  public static func quoteSummary(
    _ tallies: [String: QuoteTally], total: QuoteTally, codes: CodeTree, participants: [Participant],
    attribution: AttributionPattern, title: String = ""
  ) -> Table {
    let people = Dictionary(participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func row(_ number: String, _ name: String, _ tally: QuoteTally) -> Row {
      let named = tally.participants.compactMap { people[$0] }
      return .cells([
        Cell(number), Cell(name), Cell(tally.quotes), Cell(tally.sources.count), Cell(named.count),
        Cell(ParticipantList.text(of: named, attribution: attribution)),
      ])
    }
    let head = Head(
      title: title,
      columns: [
        Column("number", "No.", weight: 1), Column("code", "Code", weight: 6, isRowHeading: true),
        Column("quotes", "Quotes", kind: .number), Column("sources", "Sources", kind: .number),
        Column("participants", "Participants", kind: .number), Column("who", "Who", weight: 10),
      ])
    var rows = codes.order.compactMap { node in tallies[node.path].map { row(node.number, node.path, $0) } }
    if let highlights = tallies[""] { rows.append(row("", Quote.noCode, highlights)) }
    if rows.count > 1 { rows.append(row("", "all", total)) }
    return Table(head, rows: rows)
  }
}
