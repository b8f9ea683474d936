import CommandKit
import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

/// Prints passages as quotes, in every format that quotes are printed in.
package struct PassageListing {
  private let reader: StudyReader
  private let maker: QuoteMaker

  package init(_ reader: StudyReader) throws {
    self.reader = reader
    maker = QuoteMaker(
      participants: try reader.participants(), codes: try reader.codeTree(),
      attribution: try reader.header().attribution)
  }

  /// - Parameter places: in the table's passages, ascending.
  package func write(
    _ places: [Int], of table: CodingTable, _ output: OutputOptions, _ context: Context,
    turns: Int = 0, columns: [QuoteColumn]? = nil
  ) throws {
    let wanted = Set(places.map { table.passages[$0].segment })
    let sources = Set(places.map { table.sources[Int(table.passages[$0].source)].id })
    let options = QuoteOptions(
      hasContext: turns > 0, width: output.width(context), columns: columns)
    try output.quotes(options, context) { destination in
      guard !wanted.isEmpty else { return }
      try reader.forEachCodedSource(sources: sources) { source in
        var source = source
        source.segments.removeAll { !wanted.contains($0.segment.id) }
        try source.forEachQuote(maker, context: turns) { try destination.quote($0) }
      }
    }
    if wanted.isEmpty { context.printError("no passage fits") }
  }
}
