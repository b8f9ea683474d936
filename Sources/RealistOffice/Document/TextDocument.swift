import RealistAnalysis
import RealistReports

/// Tables and quotes as a text document of Word (DOCX): headings, captions, real tables, block quotations.
///
/// Equal tables give equal bytes.
public enum TextDocument {
  /// The room between the margins, in twentieths of a point.
  private static let (portrait, landscape) = (9_638, 14_570)

  /// The document; wide tables stand on pages of their own, on their side.
  ///
  /// - Parameters:
  ///   - title: above everything; empty for none.
  ///   - file: the path as the user wrote it, for errors.
  public static func bytes(_ exhibits: [Exhibit], title: String = "", named file: String)
    throws(OfficeError) -> [UInt8]
  {
    var body = WordBody()
    if !title.isEmpty { body.paragraph(title, .title) }
    var (tables, isLandscape) = (0, false)
    for (place, exhibit) in exhibits.enumerated() {
      let isWide = exhibit.presentation == .table && WordTable.isWide(exhibit.table)
      if place > 0 || !title.isEmpty, isWide != isLandscape {
        body.section(isLandscape: isLandscape, isLast: false)
      }
      isLandscape = isWide
      if !exhibit.name.isEmpty { body.paragraph(exhibit.name, .heading1, keepsNext: true) }
      switch exhibit.presentation {
      case .table:
        tables += 1
        let caption = exhibit.table.head.title
        body.caption(tables, caption.isEmpty ? exhibit.name : caption)
        WordTable(exhibit.table, room: isWide ? landscape : portrait).write(to: &body)
      case .quotations(let words, let attribution):
        write(exhibit.table, words: words, attribution: attribution, to: &body)
      }
    }
    body.section(isLandscape: isLandscape, isLast: true)
    let name =
      title.isEmpty
      ? exhibits.first.map { $0.table.head.title.isEmpty ? $0.name : $0.table.head.title } : title
    return try WordParts.archive(body, title: name ?? "", file: file)
  }

  private static func write(_ table: Table, words: String, attribution: [String], to body: inout WordBody) {
    let place = { (key: String) in table.head.columns.firstIndex { $0.key == key } }
    let quote = place(words)
    let rest = attribution.compactMap(place)
    for row in table.rows {
      switch row {
      case .group(let heading): body.paragraph(heading, .heading2, keepsNext: true)
      case .cells(let cells):
        let places = cells.flatMap { cell -> [String] in
          if case .places(let names) = cell.reference { names } else { [] }
        }
        let text = quote.map { cells[column: $0].text() } ?? ""
        body.paragraph([.init(text: text)], .quotation, keepsNext: true, places: places)
        let parts = rest.map { cells[column: $0].text(separator: ", ") }.filter { !$0.isEmpty }
        body.paragraph(parts.joined(separator: " · "), .attribution)
      }
    }
  }
}

/// Quotes as block quotations of a text document, with who said them, their codes and their place below each.
public struct DocumentQuoteWriter {
  private var body = WordBody()
  private let options: QuoteOptions

  public init(_ options: QuoteOptions = QuoteOptions()) {
    self.options = options
    body.paragraph(options.title.isEmpty ? "Quotes" : options.title, .heading1, keepsNext: true)
  }

  public mutating func heading(_ text: String) { body.paragraph(text, .heading2, keepsNext: true) }

  public mutating func quote(_ quote: Quote) {
    let columns = options.columns ?? [.quote, .attribution, .codes, .place]
    if options.columns == nil { context(quote.before) }
    if columns.contains(.quote) { body.paragraph(quote.words, .quotation, keepsNext: true) }
    if options.columns == nil { context(quote.after) }
    let rest = columns.filter {
      $0 != .quote && !(options.isGrouped && options.columns == nil && $0 == .codes)
    }
    let parts = rest.map { $0.cell(of: quote, emptyCodes: .empty).text(separator: "; ") }
    body.paragraph(parts.filter { !$0.isEmpty }.joined(separator: " · "), .attribution)
  }

  private mutating func context(_ turns: [Quote.ContextTurn]) {
    for turn in turns {
      body.paragraph(turn.speaker.map { "\($0): \(turn.words)" } ?? turn.words, .context, keepsNext: true)
    }
  }

  /// The document.
  ///
  /// - Parameter file: the path as the user wrote it, for errors.
  public mutating func finish(named file: String) throws(OfficeError) -> [UInt8] {
    body.section(isLandscape: false, isLast: true)
    return try WordParts.archive(body, title: options.title.isEmpty ? "Quotes" : options.title, file: file)
  }
}
