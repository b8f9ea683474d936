import RealistAnalysis

/// Quotes as one self-contained HTML file: a `figure` each, with a `blockquote` and who said it in the caption.
public struct HTMLQuoteWriter: QuoteWriter {
  private let options: QuoteOptions
  private var isInSection = false

  public init(_ options: QuoteOptions = QuoteOptions()) { self.options = options }

  public mutating func begin(into output: inout [UInt8]) {
    let title = options.title.isEmpty ? "Quotes" : options.title
    HTMLTableWriter.appendDocumentStart(title: title, to: &output)
    append("h1", title, to: &output)
  }

  public mutating func heading(_ text: String, into output: inout [UInt8]) {
    output.append(isInSection ? "</section>\n<section>\n" : "<section>\n")
    isInSection = true
    append("h2", text, to: &output)
  }

  public mutating func quote(_ quote: Quote, into output: inout [UInt8]) {
    output.append("<figure>\n")
    for turn in quote.before { append(turn, to: &output) }
    output.append("<blockquote>")
    output.append(html: quote.words)
    output.append("</blockquote>\n")
    for turn in quote.after { append(turn, to: &output) }
    output.append("<figcaption>")
    output.append(html: quote.markedAttribution)
    output.append(" <cite>")
    output.append(html: quote.place)
    output.append("</cite> <span class=\"codes\">")
    output.append(html: quote.codes.isEmpty ? Quote.noCode : quote.codes.joined(separator: ", "))
    output.append("</span>")
    if !quote.memo.isEmpty {
      output.append(" <small>")
      output.append(html: quote.memo)
      output.append("</small>")
    }
    output.append("</figcaption>\n</figure>\n")
  }

  public mutating func finish(into output: inout [UInt8]) {
    output.append(isInSection ? "</section>\n</body>\n</html>\n" : "</body>\n</html>\n")
  }

  private func append(_ element: String, _ text: String, to output: inout [UInt8]) {
    output.append("<\(element)>")
    output.append(html: text)
    output.append("</\(element)>\n")
  }

  private func append(_ turn: Quote.ContextTurn, to output: inout [UInt8]) {
    output.append("<p class=\"context\">")
    if let speaker = turn.speaker {
      output.append("<b>")
      output.append(html: speaker)
      output.append(":</b> ")
    }
    output.append(html: turn.words)
    output.append("</p>\n")
  }
}
