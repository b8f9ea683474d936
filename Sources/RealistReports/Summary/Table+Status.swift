import RealistAnalysis
import RealistModel

extension Table {
  /// A study in numbers, a line each; what is open is named.
  public static func status(_ summary: StudySummary) -> Table {
    let columns = [
      Column("what", "What", weight: 3, isRowHeading: true), Column("count", "Count", kind: .number),
      Column("details", "Details", weight: 12),
    ]
    return Table(
      Head(title: summary.title, columns: columns),
      rows: materialRows(summary) + codingRows(summary) + realistRows(summary) + changes(summary))
  }

  private static func materialRows(_ summary: StudySummary) -> [Row] {
    let kinds = summary.sources.map { "\($0.count) \($0.kind.rawValue)" }
    let withdrawn = summary.withdrawnParticipants
    return [
      row("sources", summary.sources.reduce(0) { $0 + $1.count }, kinds.joined(separator: ", ")),
      row("words", summary.words),
      row("participants", summary.participants, withdrawn == 0 ? "" : "\(withdrawn) withdrawn"),
    ]
  }

  private static func codingRows(_ summary: StudySummary) -> [Row] {
    [
      row("codes", summary.codes),
      row(
        "quotes", summary.segments, summary.highlights == 0 ? "" : "\(summary.highlights) without a code"),
      row(
        "codings", summary.codings,
        summary.coders.isEmpty ? "" : "by \(series(summary.coders))"),
      row("linked codings", summary.linkedCodings),
      row(
        "sources without a coding", summary.uncodedSources.count,
        summary.uncodedSources.joined(separator: ", ")),
    ]
  }

  private static func realistRows(_ summary: StudySummary) -> [Row] {
    let statuses = summary.configurations.map { "\($0.count) \($0.status.rawValue)" }
    let open = summary.configurationsWithoutEvidence
    let without = open.isEmpty ? [] : ["without evidence: \(open.joined(separator: ", "))"]
    let bearings = summary.evidence.map { "\($0.count) \($0.bearing.adjective)" }
    return [
      row(
        "configurations", summary.configurations.reduce(0) { $0 + $1.count },
        ([statuses.joined(separator: ", ")] + without).joined(separator: "; ")),
      row("evidence", summary.evidence.reduce(0) { $0 + $1.count }, bearings.joined(separator: ", ")),
      row(
        "theories", summary.theories, summary.responses == 0 ? "" : counted(summary.responses, "response")),
      row(
        "factors", summary.factors,
        "\(counted(summary.links, "link")), \(counted(summary.loops, "loop"))"),
      row("memos", summary.memos), row("recommendations", summary.recommendations),
    ]
  }

  /// The last changes, a row each.
  private static func changes(_ summary: StudySummary) -> [Row] {
    summary.lastChanges.map { entry in
      .cells([
        Cell("change \(entry.number)"), .empty,
        Cell("\(entry.made.iso8601) \(entry.coder): \(entry.command)"),
      ])
    }
  }

  private static func row(_ what: String, _ count: Int, _ details: String = "") -> Row {
    .cells([Cell(what), Cell(count), Cell(details)])
  }
}

extension Evidence.Bearing {
  fileprivate var adjective: String {
    switch self {
    case .supports: "supporting"
    case .refutes: "refuting"
    case .refines: "refining"
    }
  }
}
