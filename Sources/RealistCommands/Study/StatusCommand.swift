import CommandKit
import RealistModel
import RealistReports
import RealistStore

/// `realist status`.
struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    name: "status", abstract: "Sum the study up: what there is, what is uncoded, what changed last.",
    examples: [Example("realist status --study workforce.realist")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let store = try study.open(context)
    let (header, counts, entries) = try store.read { reader in
      (try reader.header(), try reader.counts(), try reader.entries(last: 5))
    }
    var rows: [(String, String)] = [
      ("sources", "\(counts.sources)"), ("words", "\(counts.words)"),
      ("participants", "\(counts.participants)"),
      ("codes", "\(counts.codes)"), ("codings", "\(counts.codings)"), ("segments", "\(counts.segments)"),
      ("segments without a code", "\(counts.highlights)"), ("configurations", "\(counts.configurations)"),
      ("elements", "\(counts.elements)"), ("pieces of evidence", "\(counts.evidence)"),
      ("programme theories", "\(counts.theories)"), ("factors", "\(counts.factors)"),
      ("links", "\(counts.links)"),
      ("memos", "\(counts.memos)"), ("coders", counts.coders.joined(separator: ", ")),
      (
        "uncoded sources",
        counts.uncodedSources.isEmpty ? "none" : listed(counts.uncodedSources, limit: 12)
      ),
    ]
    rows += entries.reversed().enumerated().map { place, entry in
      (place == 0 ? "last changes" : "", "\(entry.made.iso8601) \(entry.coder): \(entry.command)")
    }
    let head = Table.Head(
      title: header.title, columns: [.init("what", "What"), .init("value", "Value")])
    try output.write(Table(head, rows: rows.map { .cells([.init($0.0), .init($0.1)]) }), context)
  }
}
