import RealistAnalysis

/// Quotes as block quotes with their attribution, as a results chapter prints them.
public struct MarkdownQuoteWriter: QuoteWriter {
  private let options: QuoteOptions

  public init(_ options: QuoteOptions = QuoteOptions()) { self.options = options }

  public mutating func begin(into output: inout [UInt8]) {
    guard !options.title.isEmpty else { return }
    output.append("# ")
    output.append(markdown: options.title.replacingLineBreaks)
    output.append("\n\n")
  }

  public mutating func heading(_ text: String, into output: inout [UInt8]) {
    output.append("## ")
    output.append(markdown: text.replacingLineBreaks)
    output.append("\n\n")
  }

  public mutating func quote(_ quote: Quote, into output: inout [UInt8]) {
    for turn in quote.before { append(turn, to: &output) }
    for (number, line) in paragraphs(quote.words).enumerated() {
      if number > 0 { output.append("\n>\n") }
      output.append("> ")
      output.append(markdownLine: line)
    }
    output.append(quote.words.isEmpty ? "> " : " ")
    output.append(markdown: quote.markedAttribution)
    output.append("\n")
    for turn in quote.after {
      output.append(">\n")
      append(turn, to: &output, isLast: true)
    }
    output.append("\n")
    output.append(markdownLine: details(of: quote))
    output.append("\n\n")
  }

  public mutating func finish(into output: inout [UInt8]) {}

  /// `I2, 204–240; outcomes/retention, contexts/new-routes; memo: …`.
  private func details(of quote: Quote) -> String {
    let codes = quote.codes.isEmpty ? Quote.noCode : quote.codes.joined(separator: ", ")
    let memo = quote.memo.replacingLineBreaks.trimmed
    return "\(quote.place); \(codes)" + (memo.isEmpty ? "" : "; memo: \(memo)")
  }

  private func append(_ turn: Quote.ContextTurn, to output: inout [UInt8], isLast: Bool = false) {
    for line in paragraphs(turn.words) {
      output.append("> *")
      if let speaker = turn.speaker {
        output.append(markdown: speaker.replacingLineBreaks)
        output.append(":* ")
      } else {
        output.append("…* ")
      }
      output.append(markdown: line)
      output.append(isLast ? "\n" : "\n>\n")
    }
  }

  private func paragraphs(_ text: String) -> [String] {
    text.lineByLine.map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension [UInt8] {
  /// Appends a text at the beginning of a line, where it must not become a heading, a list, a quotation or a rule.
  mutating func append(markdownLine text: String) {
    let bytes = text.utf8
    guard let first = bytes.first else { return }
    if "#+-=:".utf8.contains(first) {
      append(ascii: "\\")
    } else if let digits = orderedListMarker(bytes) {
      append(contentsOf: bytes.prefix(digits))
      append(ascii: "\\")
      append(markdown: String(text.utf8.dropFirst(digits)) ?? "")
      return
    }
    append(markdown: text)
  }

  /// The number of digits of `1.` or `1)` at the beginning.
  private func orderedListMarker(_ bytes: String.UTF8View) -> Int? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard digits > 0, let next = bytes.dropFirst(digits).first else { return nil }
    return next == UInt8(ascii: ".") || next == UInt8(ascii: ")") ? digits : nil
  }
}
