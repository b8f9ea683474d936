import RealistAnalysis

/// Writes quotes one by one, so that a hundred thousand of them are never held in memory.
///
/// Call ``begin(into:)`` once, then ``heading(_:into:)`` before each group, if there are any, and ``quote(_:into:)``, then
/// ``finish(into:)`` once.
public protocol QuoteWriter: Sendable {
  mutating func begin(into output: inout [UInt8])
  mutating func heading(_ text: String, into output: inout [UInt8])
  mutating func quote(_ quote: Quote, into output: inout [UInt8])
  mutating func finish(into output: inout [UInt8])
}

/// How a list of quotes is written.
public struct QuoteOptions: Hashable, Sendable {
  public var title: String
  /// Whether headings will come, which flat formats put into a column of their own.
  public var isGrouped: Bool
  /// Whether quotes come with what was said around them.
  public var hasContext: Bool
  /// Columns of the terminal; `nil` never wraps.
  public var width: Int?
  /// Columns of a table; `nil` for those of the format.
  public var columns: [QuoteColumn]?

  public init(
    title: String = "", isGrouped: Bool = false, hasContext: Bool = false, width: Int? = nil,
    columns: [QuoteColumn]? = nil
  ) {
    (self.title, self.isGrouped, self.hasContext) = (title, isGrouped, hasContext)
    (self.width, self.columns) = (width, columns)
  }
}

extension TableFormat {
  /// A writer of quotes: block quotes in Markdown and HTML, a row each in the other formats.
  public func quoteWriter(_ options: QuoteOptions = QuoteOptions()) -> any QuoteWriter {
    switch self {
    case .markdown: MarkdownQuoteWriter(options)
    case .html: HTMLQuoteWriter(options)
    case .csv: SeparatedQuoteWriter(.csv, options)
    case .tsv: SeparatedQuoteWriter(.tsv, options)
    case .table, .latex, .json: TableQuoteWriter(self, options)
    }
  }

  /// All the quotes in this format.
  public func bytes(of quotes: some Sequence<Quote>, _ options: QuoteOptions = QuoteOptions()) -> [UInt8] {
    var (writer, output) = (quoteWriter(options), [UInt8]())
    writer.begin(into: &output)
    for quote in quotes { writer.quote(quote, into: &output) }
    writer.finish(into: &output)
    return output
  }

  /// Quotes in groups, each with a heading that says how many and from whom.
  public func bytes(
    of groups: [QuoteGroup], headings: QuoteHeadings, _ options: QuoteOptions = QuoteOptions()
  ) -> [UInt8] {
    var options = options
    options.isGrouped = true
    var (writer, output) = (quoteWriter(options), [UInt8]())
    writer.begin(into: &output)
    for group in groups {
      writer.heading(heading(of: group, headings), into: &output)
      for quote in group.quotes { writer.quote(quote, into: &output) }
    }
    writer.finish(into: &output)
    return output
  }

  /// The heading of a group: the bare path where it becomes a value in a column.
  package func heading(of group: QuoteGroup, _ headings: QuoteHeadings) -> String {
    isFlat ? group.path ?? Quote.noCode : headings.text(of: group)
  }

  /// Whether a group's heading becomes a value in a column, which should be the bare path.
  private var isFlat: Bool { self == .csv || self == .tsv || self == .json }
}

extension Quote {
  /// What stands in place of the codes of a highlight.
  static let noCode = "(no code)"

  /// The attribution, with a mark where the person has withdrawn.
  var markedAttribution: String { isWithdrawn ? attribution + " [withdrawn]" : attribution }

  /// `I2, 204–240`, with the revision where it is not the first.
  var place: String {
    "\(source), \(span.start)–\(span.end)" + (revision == 1 ? "" : ", revision \(revision)")
  }
}
