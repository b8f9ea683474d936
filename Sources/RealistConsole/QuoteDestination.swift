import CommandKit
import RealistAnalysis
import RealistOffice
import RealistReports

/// Where quotes go, one after the other, in any format.
package protocol QuoteDestination {
  /// A heading for the quotes up to the next one.
  mutating func heading(of group: QuoteGroup, _ headings: QuoteHeadings) throws
  mutating func quote(_ quote: Quote) throws
  mutating func finish() throws
}

extension OutputOptions {
  /// Prints quotes as they were asked for, without ever holding many of them where the format allows it.
  package func quotes(
    _ options: QuoteOptions, _ context: Context, _ body: (inout any QuoteDestination) throws -> Void
  ) throws {
    guard let text = format.text else { return try officeQuotes(options, context, body) }
    try stream(context) { stream in
      var destination: any QuoteDestination = TextQuotes(text, options, stream)
      try body(&destination)
      try destination.finish()
    }
  }

  private func officeQuotes(
    _ options: QuoteOptions, _ context: Context, _ body: (inout any QuoteDestination) throws -> Void
  ) throws {
    let (draft, name) = try officeDraft(context)
    var destination: any QuoteDestination =
      format == .docx
      ? DocumentQuotes(writer: DocumentQuoteWriter(options), draft: draft, name: name)
      : WorkbookQuotes(
        writer: try SpreadsheetQuoteWriter(path: draft.draft, named: name, options), context: context)
    try body(&destination)
    try destination.finish()
    try draft.complete()
    context.printError("wrote \(name)")
  }
}

private struct TextQuotes: QuoteDestination {
  private var writer: any QuoteWriter
  private var stream: OutputOptions.Stream
  private let format: TableFormat

  init(_ format: TableFormat, _ options: QuoteOptions, _ stream: OutputOptions.Stream) {
    (self.format, self.stream) = (format, stream)
    writer = format.quoteWriter(options)
    writer.begin(into: &self.stream.bytes)
  }

  mutating func heading(of group: QuoteGroup, _ headings: QuoteHeadings) {
    writer.heading(format.heading(of: group, headings), into: &stream.bytes)
  }

  mutating func quote(_ quote: Quote) throws {
    writer.quote(quote, into: &stream.bytes)
    try stream.drain()
  }

  mutating func finish() throws {
    writer.finish(into: &stream.bytes)
    try stream.drain(all: true)
  }
}

private struct WorkbookQuotes: QuoteDestination {
  let writer: SpreadsheetQuoteWriter
  let context: Context

  func heading(of group: QuoteGroup, _ headings: QuoteHeadings) throws {
    try writer.heading(headings.text(of: group))
  }

  func quote(_ quote: Quote) throws { try writer.quote(quote) }

  func finish() throws {
    for note in try writer.finish() { context.printError("note: \(note)") }
  }
}

private struct DocumentQuotes: QuoteDestination {
  var writer: DocumentQuoteWriter
  let draft: FileDraft
  let name: String

  mutating func heading(of group: QuoteGroup, _ headings: QuoteHeadings) {
    writer.heading(headings.text(of: group))
  }

  mutating func quote(_ quote: Quote) { writer.quote(quote) }
  mutating func finish() throws { try draft.write(try writer.finish(named: name)) }
}
