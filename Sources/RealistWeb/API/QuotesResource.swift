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
      let codes = try Self.wantedCodes(call, reader)
      let conditions = try Conditions(call, reader, ofSegments: true)
      let keys = try reader.participantKeys()
      var (found, count) = ([QuoteRow](), 0)
      try reader.forEachCodedSource(
        codes: codes, sources: source.map { [$0] },
        keepingHighlights: try call.flagParameter("uncoded")
      ) { coded in
        for one in coded.segments {
          let segment = one.segment
          if !conditions.isEmpty {
            let speaker = coded.turns.participant(of: segment.span)
            guard conditions.holds(segment: segment.id, speaker: speaker, source: coded.source) else {
              continue
            }
          }
          if page.contains(count) {
            found.append(QuoteRow(segment, of: coded.source, quote: coded.quote(segment.span)))
          }
          count += 1
        }
      }
      json.member("count", count)
      try json.member("quotes", found) { row, json in
        json.members(of: row, keys)
        json.member("codes", try reader.codings(of: row.segment).map(\.code).distinct)
      }
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
