import RealistAnalysis

/// Quotes as rows of a table, in any format.
public struct TableQuoteWriter: QuoteWriter {
  private var writer: any TableWriter
  private let head: Table.Head
  private let columns: [QuoteColumn]
  private let emptyCodes: Table.Cell

  public init(_ format: TableFormat, _ options: QuoteOptions = QuoteOptions()) {
    writer = format.writer(width: options.width)
    let isForPeople = format == .table || format == .markdown || format == .html || format == .latex
    columns = QuoteColumn.columns(options, usual: isForPeople ? QuoteColumn.reading : QuoteColumn.everything)
    head = Table.Head(
      title: options.title, columns: columns.map(\.head),
      grouping: options.isGrouped ? Table.Column("code", "Code") : nil)
    emptyCodes = format == .json ? Table.Cell(items: []) : Table.Cell(Quote.noCode)
  }

  public mutating func begin(into output: inout [UInt8]) { writer.begin(head, into: &output) }

  public mutating func heading(_ text: String, into output: inout [UInt8]) {
    writer.group(text, into: &output)
  }

  public mutating func quote(_ quote: Quote, into output: inout [UInt8]) {
    writer.row(columns.map { $0.cell(of: quote, emptyCodes: emptyCodes) }, into: &output)
  }

  public mutating func finish(into output: inout [UInt8]) { writer.finish(into: &output) }
}
