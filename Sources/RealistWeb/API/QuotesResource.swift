import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let quotes: [Route] = [
    Route(.get, "quotes") { workbench, call in try workbench.quotes(call) },
    Route(.get, "search") { workbench, call in try workbench.search(call) },
  ]
}

extension Workbench {
  /// The marked passages that fit, a page of them, and how many there are.
  fileprivate func quotes(_ call: Call) throws -> HTTPResponse {
    let page = try Page(call, usual: 200)
    let source = try call.idParameter("source", of: Source.self)
    return readAside { reader, json in
      // Passages are found as rows of numbers; only a page of them is read with its words.
      let table = try Conditions(call, reader, ofSegments: true).codings(reader, .highlights)
      let places = try Self.places(call, in: table, of: source, reader)
      let shown = places.dropFirst(page.offset).prefix(page.limit).map { table.passages[$0].segment }
      let (segments, keys) = (try reader.segments(shown), try reader.participantKeys())
      let words = try reader.words(of: segments.values)
      let sources = Dictionary(table.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      json.member("count", places.count)
      try json.member("quotes", shown) { id, json in
        guard let segment = segments[id], let source = sources[segment.source], let said = words[id] else {
          throw WebError.gone(.segment)
        }
        json.members(of: QuoteRow(segment, of: source, quote: said), keys)
        json.member("codes", try reader.codings(of: id).map(\.code).distinct)
      }
    }
  }

  /// The passages that fit, in the study's order.
  private static func places(
    _ call: Call, in table: CodingTable, of source: ID<Source>?, _ reader: StudyReader
  ) throws -> [Int] {
    let isUncoded = try call.flagParameter("uncoded")
    let codes = try wantedCodes(call, reader)
    let wanted = codes.map { codes in table.codes.order.map { codes.contains($0.code.id) } }
    return table.passages.indices.filter { place in
      let passage = table.passages[place]
      if let source, table.sources[Int(passage.source)].id != source { return false }
      if isUncoded { return passage.marks.isEmpty }
      guard let wanted else { return true }
      return table.marks[passage.marks].contains { wanted[Int($0.code)] }
    }
  }

  /// The codes that quotes are asked of; `nil` for all.
  private static func wantedCodes(_ call: Call, _ reader: StudyReader) throws -> Set<ID<Code>>? {
    let isWithSubcodes = try call.flagParameter("subcodes", default: true)
    if try call.flagParameter("uncoded") { return [] }
    guard let id = try call.idParameter("code", of: Code.self) else { return nil }
    let branch = try reader.codeTree().subtree(of: id).map(\.code.id)
    guard !branch.isEmpty else { throw WebError.gone(.code) }
    return isWithSubcodes ? Set(branch) : [id]
  }

  /// The turns and paragraphs that have the words.
  fileprivate func search(_ call: Call) throws -> HTTPResponse {
    let limit = try call.countParameter("limit") ?? 100
    guard let query = call.parameter("q")?.trimmed, !query.isEmpty else {
      throw WebError.badMember("q", expected: "words to look for")
    }
    return readAside { reader, json in
      let conditions = try Conditions(call, reader)
      let sources = Dictionary(
        try reader.sources().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      var page = try reader.searchPage(query, limit: conditions.isEmpty ? limit : Int.max)
      if !conditions.isEmpty {
        page.hits.removeAll { hit in
          guard let source = sources[hit.source] else { return true }
          return !conditions.holds(segment: nil, speaker: hit.quote.participant, source: source)
        }
        (page.count, page.hits) = (page.hits.count, Array(page.hits.prefix(limit)))
      }
      let keys = try reader.participantKeys()
      json.member("count", page.count)
      json.member("hits", page.hits) { hit, json in
        json.member("source", sources[hit.source]?.id)
        json.member("sourceName", hit.source)
        json.member("start", hit.passage.start)
        json.member("end", hit.passage.end)
        json.member("words", hit.quote.words)
        json.member("participant", hit.quote.participant.flatMap { keys[$0] })
        json.member("speaker", hit.quote.speaker)
        json.member("matches")
        json.array(hit.matches) { match, json in
          json.array([match.start, match.end]) { offset, json in json.value(offset) }
        }
      }
    }
  }
}

/// Which part of a long list is wanted.
struct Page {
  let offset: Int
  let limit: Int

  init(_ call: Call, usual: Int) throws {
    offset = try call.countParameter("offset") ?? 0
    limit = try call.countParameter("limit") ?? usual
  }

  func contains(_ place: Int) -> Bool { place >= offset && place - offset < limit }
}

/// A marked passage with its words.
struct QuoteRow {
  let segment: ID<Segment>
  let source: Source
  let span: TextSpan
  let quote: QuoteWords

  init(_ segment: Segment, of source: Source, quote: QuoteWords) {
    (self.segment, self.source, self.span, self.quote) = (segment.id, source, segment.span, quote)
  }
}

extension JSONText {
  /// - Parameter keys: the participants' pseudonyms.
  mutating func members(of row: QuoteRow, _ keys: [ID<Participant>: String]) {
    member("segment", row.segment)
    member("source", row.source.id)
    member("sourceName", row.source.name)
    member("start", row.span.start)
    member("end", row.span.end)
    member("words", row.quote.words)
    member("participant", row.quote.participant.flatMap { keys[$0] })
    member("speaker", row.quote.speaker)
  }
}
