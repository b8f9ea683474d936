import RealistAnalysis
import RealistModel
import TestSupport
import Testing

@Suite("Queries")
struct QueryTests {
  private func names(_ study: Study, saved: [String: String] = [:]) throws -> Query.Names {
    Query.Names(codes: try CodeTree(study.codes), attributes: study.attributes, saved: saved)
  }

  @Test(
    "a random query answers what sets of characters answer", arguments: 0..<200 as Range<UInt64>)
  func bruteForce(seed: UInt64) throws {
    let contents = try randomCoding(seed: seed)
    let (table, sets) = (try CodingTable(contents), try CharacterSets(contents))
    let names = try names(contents.study)
    var maker = RandomQuery(seed: seed, contents: contents, passages: sets.passages)
    for _ in 0..<12 {
      let (text, expected) = maker.query(depth: 3)
      let query = try Query(text, names: names)
      let found = query.passages(in: table).map { table.passages[$0].segment }
      #expect(Set(found) == expected, "\(text)")
      #expect(found.count == Set(found).count)
    }
  }

  /// An invented talk in which the places can be seen.
  private func talk() throws -> (StudySketch, CodingTable) {
    var sketch = StudySketch()
    sketch.study.attributes = [AttributeDefinition(name: "band", subject: .participant, kind: .number)]
    let (text, spans) = try marked(
      "⟦We ⟦wait⟧ for weeks⟧ here\n⟦Then I was cross⟧ and ⟦I left⟧\n⟦a year on⟧ ⟦I came back⟧")
    let source = sketch.source("P01")
    sketch.study.participants[0].attributes["band"] = .number(4)
    let codes = [
      "contexts/waiting", "contexts/waiting/long", "outcomes/anger", "outcomes/leaving", "time",
      "outcomes/return",
    ]
    for (place, (span, path)) in zip(spans, codes).enumerated() {
      let segment = Segment(
        id: ID(high: 1, low: UInt64(place)), source: source, span: span,
        check: QuoteCheck(of: String(text[span])), coder: "ann", created: sketch.study.created)
      sketch.study.segments.append(segment)
      sketch.study.codings.append(
        Coding(
          id: ID(high: 2, low: UInt64(place)), segment: segment.id, code: sketch.code(path),
          coder: place == 2 ? "ben" : "ann", created: sketch.study.created))
    }
    let lines = try [(0, 22), (23, 50), (51, 72)].map {
      Turn(span: try TextSpan(start: $0.0, end: $0.1), participant: sketch.participant("P01"))
    }
    let revision = Revision(source: source, text: text, turns: lines, imported: sketch.study.created)
    return (sketch, try CodingTable(sketch.study, revisions: [revision]))
  }

  @Test(
    "each word of the language keeps the passages it should",
    arguments: [
      ("contexts", "waiting long"), ("EXACT contexts/waiting", "waiting"), ("waiting/long", "long"),
      ("long WITHIN waiting", "long"), ("contexts NOT WITHIN long", "waiting"),
      ("EXACT contexts/waiting OVERLAPS long", "waiting"), ("waiting OVERLAPS outcomes", ""),
      ("waiting NEAR 1 words anger", "waiting"), ("waiting near 0 word anger", ""),
      ("waiting NEAR 1 turns outcomes", "waiting long"), ("waiting NEAR 0 turns outcomes", ""),
      ("waiting NEAR 2 turns return", "waiting long"),
      ("anger FOLLOWED BY leaving", "anger"), ("leaving FOLLOWED BY anger", ""),
      ("waiting FOLLOWED BY 1 turns anger", "waiting long"), ("EXACT waiting FOLLOWED BY 0 words anger", ""),
      ("EXACT waiting FOLLOWED BY 1 words anger", "waiting"),
      ("outcomes AND NOT anger", "leaving return"), ("contexts OR time", "waiting long time"),
      ("NOT outcomes", "waiting long time"), ("NOT NOT time", "time"),
      ("ANY AND band >= 4", "waiting long anger leaving time return"),
      ("outcomes AND band < 4", ""), ("outcomes WITH coder = ben", "anger"),
      ("outcomes WITH (coder = ann and coded >= 2026-01-01)", "leaving return"),
      ("ANY WITH coder != ann", "anger"), ("coder = ben", "anger"), ("coder = ann AND outcomes/anger", ""),
      ("coder in (ann, ben) AND time", "time"), ("coded < 2020-01-01", ""),
      ("(anger OR leaving) NEAR 0 turns (anger OR time)", "anger leaving"),
      ("\"outcomes/anger\" or `time`", "anger time"),
      ("time NEAR 0 words return AND band = 4", "time"), ("source.name = P01 and time", "time"),
    ])
  func language(text: String, expected: String) throws {
    let (sketch, table) = try talk()
    let query = try Query(text, names: try names(sketch.study))
    let found = query.passages(in: table).compactMap { place in
      table.codes(of: table.passages[place]).first.map { table.codes.order[Int($0)].code.name }
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test("a saved query stands for what it says, in parentheses of its own")
  func saved() throws {
    let (sketch, table) = try talk()
    let saved = [
      "bad": "anger OR leaving", "worse": "@bad AND coder = ben", "a": "@b", "b": "@a", "old": "gone",
    ]
    let names = try names(sketch.study, saved: saved)
    #expect(try Query("@bad AND NOT leaving", names: names).passages(in: table).count == 1)
    #expect(try Query("@worse", names: names).passages(in: table).count == 1)
    for (text, message) in [
      ("@none", "position 1 of the query: no query is saved as 'none'"),
      ("time OR @a", "position 9 of the query: saved queries lead back to themselves: @a, @b, @a"),
      (
        "@old",
        "position 1 of the query: in the saved query @old: position 1 of the query: there is no code 'gone'"
      ),
    ] {
      let error = #expect(throws: QueryError.self) { try Query(text, names: names) }
      #expect(error?.message == message)
    }
  }

  @Test(
    "what is no query is refused, with a caret under the place",
    arguments: [
      ("", 0, "there is nothing in it"),
      ("anger OVERLAPS", 14, "expected a code, a condition, or ( at the end"),
      (
        "anger leaving", 6, "expected AND, OR, WITHIN, OVERLAPS, NEAR, FOLLOWED BY, or the end, found leaving"
      ),
      ("anger NEAR leaving", 11, "expected a distance, such as 20 words or 1 turns, found leaving"),
      ("anger NEAR 3 miles leaving", 11, "expected a distance, such as 20 words or 1 turns, found 3"),
      ("anger FOLLOWED leaving", 15, "expected BY, found leaving"),
      ("(anger OR leaving", 17, "expected AND, OR, or ) at the end"),
      ("angr", 0, "there is no code 'angr'"), ("anger AND bnd >= 4", 10, "there is no attribute \"bnd\""),
      ("anger AND band >= four", 18, "\"four\" is no number, and band is one"),
      ("anger 'and", 6, "a quotation mark is not closed"),
      ("anger NOT leaving", 10, "expected WITHIN, OVERLAPS, NEAR or FOLLOWED BY, found leaving"),
      ("anger WITH band = 4", 11, "band says nothing about a coding"),
    ])
  func refused(text: String, offset: Int, message: String) throws {
    let (sketch, _) = try talk()
    let names = try names(sketch.study)
    let error = try #require(#expect(throws: QueryError.self) { try Query(text, names: names) })
    #expect(error.offset == offset)
    #expect(error.message == "position \(offset + 1) of the query: \(message)")
    #expect(error.caretLines == text + "\n" + String(repeating: " ", count: offset) + "^")
    #expect(error.hint != nil)
  }

  @Test("no nesting is too deep for the parser to survive")
  func deep() throws {
    let (sketch, _) = try talk()
    let names = try names(sketch.study)
    for text in [
      String(repeating: "(", count: 100_000) + "time", String(repeating: "NOT ", count: 100_000) + "time",
    ] {
      let error = #expect(throws: QueryError.self) { try Query(text, names: names) }
      #expect(error?.reason == .tooDeep)
    }
  }
}

/// Makes queries as text, and works out their answers from sets of characters.
private struct RandomQuery {
  private var random: SplitMix64
  private let paths: [String]
  private let people: [ID<Participant>: Participant]
  private let sources: [ID<Source>: Source]
  private let passages: [CharacterSets.Passage]
  typealias Answer = (text: String, segments: Set<ID<Segment>>)

  init(seed: UInt64, contents: StudyContents, passages: [CharacterSets.Passage]) {
    random = SplitMix64(seed: seed ^ 0xa5a5)
    self.passages = passages
    paths = (try? CodeTree(contents.study.codes).order.map(\.path)) ?? []
    people = Dictionary(uniqueKeysWithValues: contents.study.participants.map { ($0.id, $0) })
    sources = Dictionary(uniqueKeysWithValues: contents.study.sources.map { ($0.id, $0) })
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private func keep(_ holds: (CharacterSets.Passage) -> Bool) -> Set<ID<Segment>> {
    Set(passages.filter(holds).map(\.id))
  }

  mutating func query(depth: Int) -> Answer {
    guard depth > 0, number(0...4) > 0 else { return term() }
    switch number(0...5) {
    case 0:
      let (left, right) = (query(depth: depth - 1), query(depth: depth - 1))
      return ("(\(left.text) AND \(right.text))", left.segments.intersection(right.segments))
    case 1:
      let (left, right) = (query(depth: depth - 1), query(depth: depth - 1))
      return ("(\(left.text) OR \(right.text))", left.segments.union(right.segments))
    case 2:
      let inner = query(depth: depth - 1)
      return ("(NOT \(inner.text))", Set(passages.map(\.id)).subtracting(inner.segments))
    default: return relation(query(depth: depth - 1), query(depth: depth - 1))
    }
  }

  private mutating func relation(_ left: Answer, _ right: Answer) -> Answer {
    let distance = number(0...4)
    let (words, holds): (String, (CharacterSets.Passage, CharacterSets.Passage) -> Bool) =
      switch number(0...6) {
      case 0: ("WITHIN", { $0.characters.isSubset(of: $1.characters) })
      case 1: ("OVERLAPS", { !$0.characters.isDisjoint(with: $1.characters) })
      case 2: ("NEAR \(distance) words", { CharacterSets.words(between: $0, $1) <= distance })
      case 3: ("NEAR \(distance) turns", { CharacterSets.turns(between: $0, $1) <= distance })
      case 4: ("FOLLOWED BY", { Self.follows($1, $0) })
      case 5:
        (
          "FOLLOWED BY \(distance) words",
          { Self.follows($1, $0) && CharacterSets.words(between: $0, $1) <= distance }
        )
      default:
        (
          "FOLLOWED BY \(distance) turns",
          { Self.follows($1, $0) && CharacterSets.turns(between: $0, $1) <= distance }
        )
      }
    let others = passages.filter { right.segments.contains($0.id) }
    let found = keep { passage in
      left.segments.contains(passage.id) && others.contains { $0.text == passage.text && holds(passage, $0) }
    }
    let isNegated = number(0...4) == 0
    return (
      "(\(left.text) \(isNegated ? "NOT " : "")\(words) \(right.text))",
      isNegated ? left.segments.subtracting(found) : found
    )
  }

  private static func follows(_ second: CharacterSets.Passage, _ first: CharacterSets.Passage) -> Bool {
    (second.characters.min() ?? 0) > (first.characters.max() ?? 0)
  }

  private mutating func term() -> Answer {
    let path = paths[number(0...paths.count - 1)]
    let coder = ["ana", "ben", "cem"][number(0...2)]
    let isBelow = { (other: String) in other == path || other.hasPrefix(path + "/") }
    switch number(0...6) {
    case 0, 1: return (path, keep { $0.paths.contains(where: isBelow) })
    case 2: return ("EXACT \"\(path)\"", keep { $0.paths.contains(path) })
    case 3:
      return (
        "\(path) WITH coder = \(coder)",
        keep { $0.codings.contains { isBelow($0.path) && $0.coder == coder } }
      )
    case 4:
      let limit = Double(number(2...8))
      return (
        "band >= \(Int(limit))",
        keep { passage in
          guard case .number(let band)? = passage.participant.flatMap({ people[$0] })?.attributes["band"]
          else {
            return false
          }
          return band >= limit
        }
      )
    case 5:
      return ("site = 'north'", keep { sources[$0.source]?.attributes["site"] == .text("north") })
    default: return ("coder = \(coder)", keep { $0.codings.contains { $0.coder == coder } })
    }
  }
}
