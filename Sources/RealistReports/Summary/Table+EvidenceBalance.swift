import RealistAnalysis
import RealistModel

extension Table {
  /// What speaks for and against each claim, one claim a row. Standings that nothing has are left out, but for what was observed.
  ///
  /// - Parameter silent: whether a column names the groups that say nothing.
  public static func evidenceBalance(
    _ balance: EvidenceBalance, silent: Bool = false, title: String = ""
  ) -> Table {
    let cells = Evidence.Bearing.allCases.flatMap { bearing in
      Evidence.Standing.allCases.map { (bearing, $0) }
    }.filter { bearing, standing in
      standing == .observed || balance.rows.contains { $0.count(bearing, standing) > 0 }
    }
    var columns = [
      Column("place", "Claim", weight: 3, isRowHeading: true), Column("words", "In words", weight: 10),
    ]
    columns += cells.map { bearing, standing in
      Column(
        "\(bearing.rawValue)_\(standing.rawValue)", "\(bearing.title), \(standing.rawValue)",
        kind: .number)
    }
    columns += [
      Column("citations", "Citations", kind: .number), Column("sources", "Sources", kind: .number),
      Column("participants", "Participants", kind: .number),
    ]
    if silent { columns.append(Column("silent", "Silent", kind: .inlineList, weight: 4)) }
    columns.append(Column("remarks", "Remarks", kind: .inlineList, weight: 4))
    let rows = balance.rows.map { row -> Row in
      var own = [Cell(row.place), Cell(row.words)] + cells.map { Cell(row.count($0, $1)) }
      own += [Cell(row.pieces.count), Cell(row.sources().count), Cell(row.participants.count)]
      if silent { own.append(Cell(items: row.silent)) }
      return .cells(own + [Cell(items: row.remarks)])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  /// The passages behind the numbers of a balance, each under its claim.
  public static func balanceExplained(_ balance: EvidenceBalance, title: String = "") -> Table {
    let columns = [
      Column("counted", "Counted as", weight: 3, isRowHeading: true), Column("quote", "Passage", weight: 12),
      Column("attribution", "Attribution", weight: 3), Column("source", "Source", weight: 2),
      Column("note", "Note", weight: 3),
    ]
    let rows = balance.rows.flatMap { row -> [Row] in
      [.group("\(row.place): \(row.words)")]
        + row.pieces.map { piece in
          .cells([
            Cell("\(piece.bearing.rawValue), \(piece.standing.rawValue)"), Cell(piece.item.words),
            Cell(piece.item.attribution), Cell(piece.item.source?.name ?? ""),
            Cell(piece.item.evidence.note),
          ])
        }
    }
    return Table(Head(title: title, columns: columns, grouping: Column("claim", "Claim")), rows: rows)
  }

  /// How far each configuration can be relied on, in the evaluators' judgement, beside what there is to judge from.
  ///
  /// - Parameter balance: by configuration, for the same ones.
  public static func confidence(
    _ content: ConfigurationTable, _ balance: EvidenceBalance, title: String = ""
  ) -> Table {
    var columns = [
      Column("number", "No.", weight: 2, isRowHeading: true), Column("title", "Configuration", weight: 5),
    ]
    columns += Confidence.Component.allCases.map {
      Column($0.rawValue, $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst(), weight: 5)
    }
    columns += [
      Column("confidence", "Confidence", weight: 3, note: 0), Column("why", "Why", weight: 6),
      Column("sources", "Sources", kind: .number), Column("refuting", "Refuting", kind: .number),
    ]
    let counts = Dictionary(balance.rows.map { ($0.place, $0) }) { first, _ in first }
    let rows = content.records.map { record -> Row in
      let confidence = record.configuration.confidence
      let row = counts["CMO\(record.number)"]
      return .cells(
        [Cell("CMO\(record.number)"), Cell(record.configuration.title)]
          + Confidence.Component.allCases.map { Cell(words(confidence.judgements[$0])) } + [
            Cell(confidence.level?.title ?? ""), Cell(confidence.note), Cell(row?.sources().count ?? 0),
            Cell(row?.count(.refutes) ?? 0),
          ])
    }
    return Table(Head(title: title, columns: columns, notes: [confidenceNote]), rows: rows)
  }

  /// Said wherever a level of confidence is printed.
  static let confidenceNote =
    "Adapted from GRADE-CERQual (Lewin et al. 2018), which is made for findings of reviews; the levels are the evaluators' judgement, none is computed."

  private static func words(_ judgement: Confidence.Judgement?) -> String {
    guard let judgement else { return "" }
    let concern = judgement.concern == .none ? "no concerns" : "\(judgement.concern.rawValue) concerns"
    return judgement.note.isEmpty ? concern : "\(concern): \(judgement.note)"
  }
}

extension Evidence.Bearing {
  fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Confidence.Level {
  /// `very low`.
  var title: String { rawValue.replacing("-", with: " ") }
}
