import Foundation
import FoundationXML
import RealistAnalysis
import RealistModel
import RealistReports
import TestSupport
import Testing

struct QuoteWriterTests {
  static let endings: [TableFormat: String] = [
    .table: "txt", .csv: "csv", .tsv: "tsv", .markdown: "md", .html: "html", .latex: "tex", .json: "json",
  ]

  /// The quotes of the example study, and some a format might stumble over.
  static func quotes() throws -> [Quote] {
    let example = ExampleStudy()
    let lookup = try example.lookup()
    let maker = QuoteMaker(example.study, lookup)
    let codings = Dictionary(grouping: example.study.codings, by: \.segment)
    let real = example.study.segments.compactMap { segment -> Quote? in
      guard let words = example.words[segment.id], let source = lookup.sources[segment.source] else {
        return nil
      }
      return maker.quote(segment, codings: codings[segment.id] ?? [], words: words, source: source)
    }
    return real + (try hostile())
  }

  static func hostile() throws -> [Quote] {
    let span = try TextSpan(start: 5, end: 9)
    let words = [
      "# no heading\n- no list", "1. one", "=== ", "> deeper | **bold** <b>", "two\n\nparagraphs", "+ plus",
    ]
    return words.enumerated().map { place, words in
      Quote(
        segment: ID(high: 20, low: UInt64(place)), words: words, source: "S|1",
        sourceID: ID(high: 3, low: 99),
        attribution: "(Nurse & <co>)", codes: ["a/b_c", "d"], coders: ["ann", "ben"], span: span, revision: 2,
        memo: "see\nbelow", before: [Quote.ContextTurn(speaker: "Q*", words: "And then?")],
        after: [Quote.ContextTurn(speaker: nil, words: "…")])
    }
  }

  @Test("quotes are written as the golden file", arguments: TableFormat.allCases)
  func golden(format: TableFormat) throws {
    let options = QuoteOptions(title: "Quotes of the repair café", hasContext: true, width: 100)
    let ending = try #require(Self.endings[format])
    try expectGolden(format.bytes(of: try Self.quotes(), options), "Quotes/quotes.\(ending)")
  }

  @Test(
    "the short way to CSV and TSV writes what a table of the same quotes would",
    arguments: [TableFormat.csv, .tsv],
    [
      QuoteOptions(), QuoteOptions(hasContext: true), QuoteOptions(isGrouped: true),
      QuoteOptions(columns: QuoteColumn.allCases), QuoteOptions(isGrouped: true, columns: [.codes, .end]),
    ])
  func separated(format: TableFormat, options: QuoteOptions) throws {
    func bytes(_ start: any QuoteWriter) throws -> String {
      var (writer, output) = (start, [UInt8]())
      writer.begin(into: &output)
      if options.isGrouped { writer.heading("=a/b", into: &output) }
      for quote in try Self.quotes() { writer.quote(quote, into: &output) }
      writer.finish(into: &output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(try bytes(format.quoteWriter(options)) == bytes(TableQuoteWriter(format, options)))
  }

  @Test("quotes under each code say how many and from whom", arguments: TableFormat.allCases)
  func grouped(format: TableFormat) throws {
    let example = ExampleStudy()
    let groups = QuoteGroup.byCode(Array(try Self.quotes().prefix(11)), codes: try example.lookup().codes)
    #expect(groups.map(\.number) == ["1.1", "2.1", "2.2", "3.1", "3.3", ""])
    let headings = QuoteHeadings(
      participants: example.study.participants, attribution: example.study.attribution)
    let ending = try #require(Self.endings[format])
    try expectGolden(
      format.bytes(of: groups, headings: headings, QuoteOptions(width: 100)), "Quotes/grouped.\(ending)")
  }

  @Test("a quote without a code is listed, and says so; in JSON its codes are an empty array")
  func highlights() throws {
    let highlight = try #require(try Self.quotes().first { $0.codes.isEmpty })
    for format in TableFormat.allCases where format != .json {
      #expect(String(decoding: format.bytes(of: [highlight]), as: UTF8.self).contains("(no code)"))
    }
    let json = try JSONSerialization.jsonObject(with: Data(TableFormat.json.bytes(of: [highlight])))
    #expect(((json as? [[String: Any]])?.first?["codes"] as? [String])?.isEmpty == true)
  }

  @Test("the words come back from CSV and JSON exactly")
  func exact() throws {
    let quotes = try Self.quotes()
    #expect(quotes.count == 17)
    let json = try JSONSerialization.jsonObject(with: Data(TableFormat.json.bytes(of: quotes)))
    let words = (json as? [[String: Any]])?.compactMap { $0["quote"] as? String }
    #expect(words == quotes.map(\.words))
    let rows = parseCSV(String(decoding: TableFormat.csv.bytes(of: quotes), as: UTF8.self))
    let column = try #require(rows[0].firstIndex(of: "Quote"))
    let read = rows.dropFirst().map {
      $0[column].hasPrefix("'") ? String($0[column].dropFirst()) : $0[column]
    }
    #expect(read == quotes.map(\.words))
  }

  @Test("the HTML of quotes is well-formed")
  func html() throws {
    let parser = XMLParser(data: Data(TableFormat.html.bytes(of: try Self.quotes())))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  @Test("a quote of someone who withdrew is marked")
  func withdrawn() throws {
    let text = String(decoding: TableFormat.markdown.bytes(of: try Self.quotes()), as: UTF8.self)
    #expect(text.contains("(Participant 4) \\[withdrawn\\]"))
  }

  @Test("columns can be chosen by name; an unknown one is refused with the list")
  func columns() throws {
    let options = QuoteOptions(columns: try QuoteColumn.list("source, end,Quote"))
    let text = String(
      decoding: TableFormat.csv.bytes(of: Array(try Self.quotes().suffix(1)), options), as: UTF8.self)
    #expect(text == "Source,End,Quote\nS|1,9,'+ plus\n")
    #expect(throws: ReportError.unknownColumn("words", known: QuoteColumn.allCases.map(\.rawValue))) {
      try QuoteColumn.list("words")
    }
  }
}
