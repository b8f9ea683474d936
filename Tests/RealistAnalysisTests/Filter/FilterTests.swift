import RealistAnalysis
import RealistModel
import TestSupport
import Testing

@Suite struct FilterTests {
  static let attributes = [
    AttributeDefinition(name: "profession", subject: .participant, kind: .text),
    AttributeDefinition(name: "region", subject: .participant, kind: .text),
    AttributeDefinition(name: "band", subject: .participant, kind: .number),
    AttributeDefinition(name: "started", subject: .participant, kind: .date),
    AttributeDefinition(name: "lead role", subject: .participant, kind: .boolean),
    AttributeDefinition(name: "site", subject: .source, kind: .text),
  ]

  /// Four invented people.
  static let people: [Participant] = [
    person(
      "P1",
      ["profession": .text("OT"), "region": .text("North"), "band": .number(4), "lead role": .boolean(true)]),
    person("P2", ["profession": .text("Physio"), "region": .text("South"), "band": .number(6)]),
    person(
      "P3",
      [
        "profession": .text("OT"), "region": .text("O'Neill"), "band": .number(3),
        "started": day("2020-05-01"),
      ]),
    person("P4", ["started": day("2024-01-31"), "region": .text("")], name: "Ash"),
  ]

  static func person(_ key: String, _ attributes: [String: AttributeValue], name: String = "") -> Participant
  {
    Participant(
      id: ID(high: 1, low: UInt64(key.utf8.last ?? 0)), key: key, name: name, attributes: attributes)
  }

  static func day(_ text: String) -> AttributeValue {
    CalendarDate(text).map(AttributeValue.date) ?? .text(text)
  }

  @Test(
    "a condition holds for the right people",
    arguments: [
      ("profession = 'OT'", "P1 P3"), ("profession = OT", "P1 P3"), ("profession == \"OT\"", "P1 P3"),
      ("profession != 'OT'", "P2 P4"), ("not profession = 'OT'", "P2 P4"), ("profession <> OT", "P2 P4"),
      ("profession = 'ot'", ""), ("PROFESSION = 'OT'", "P1 P3"),
      ("band >= 4", "P1 P2"), ("band > 4", "P2"), ("band < 4", "P3"), ("band <= 4", "P1 P3"),
      ("band = 4.0", "P1"),
      ("profession = 'OT' and band >= 4", "P1"),
      ("profession = 'OT' and band >= 4 or not (region in ('North', 'South'))", "P1 P3 P4"),
      ("band = 6 or profession = OT and band = 3", "P2 P3"),
      ("(band = 6 or profession = OT) and band = 3", "P3"),
      ("not band = 6 and profession = OT", "P1 P3"), ("NOT NOT band = 6", "P2"),
      ("region in (North, \"South\")", "P1 P2"), ("region not in ('North')", "P2 P3 P4"),
      ("region = 'O''Neill'", "P3"), ("region contains 'ORT'", "P1"), ("region contains ''", "P1 P2 P3 P4"),
      ("region not contains 'o'", "P4"),
      ("region is empty", "P4"), ("band is not empty", "P1 P2 P3"), ("band is empty", "P4"),
      ("started < 2021-01-01", "P3"), ("started >= '2024-01-31'", "P4"),
      ("`lead role` = yes", "P1"), ("\"lead role\" = TRUE", "P1"), ("`lead role` != yes", "P2 P3 P4"),
      ("id = P2", "P2"), ("participant.id in (P2, P3)", "P2 P3"), ("name = 'Ash'", "P4"),
      ("withdrawn is empty and band>4", "P2"), ("kind = interview", ""), ("site is empty", "P1 P2 P3 P4"),
      ("region > 'North'", "P2 P3"),
    ])
  func holds(expression: String, keys: String) throws {
    let filter = try Filter(expression, attributes: Self.attributes)
    #expect(Self.people.filter(filter.matches).map(\.key).joined(separator: " ") == keys)
  }

  @Test("sources have built-in fields and attributes of their own")
  func sources() throws {
    let source = Source(
      id: ID(high: 2, low: 1), name: "FG1", kind: .focusGroup, mode: "Teams",
      date: CalendarDate("2026-03-02"),
      attributes: ["site": .text("Leeds")])
    let holds = { (text: String) in try Filter(text, attributes: Self.attributes).matches(source: source) }
    #expect(try holds("kind = 'focus-group' and mode = Teams and date > 2026-03-01"))
    #expect(try holds("name = FG1 and site = Leeds and minutes is empty"))
    #expect(try !holds("profession = 'OT'"))
    #expect(try Filter("site = Leeds", attributes: Self.attributes).subjects == [.source])
    #expect(
      try Filter("name = Ash or band = 4", attributes: Self.attributes).subjects == [.participant, .source])
    let both = try Filter("source.name = FG1 and participant.name = Ash", attributes: Self.attributes)
    #expect(both.matches(participant: Self.people[3], source: source))
    #expect(!both.matches(participant: Self.people[0], source: source))
  }

  @Test(
    "an error names the place and what to do",
    arguments: [
      ("", "nothing in it", 0, "write something like"), ("  ", "nothing in it", 0, "write something like"),
      ("proffesion = 'OT'", "there is no attribute \"proffesion\"", 0, "did you mean profession?"),
      ("lead = yes", "there is no attribute", 0, "did you mean `lead role`?"),
      ("zzz = yes", "there is no attribute", 0, "list the attributes"),
      ("band >= 'four'", "\"four\" is no number", 8, "band = 4"),
      ("band = 4 and", "at the end", 12, ""), ("band = 4 region = 'x'", "found region", 9, ""),
      ("band =", "expected a value at the end", 6, ""), ("band 4", "a comparison", 5, ""),
      ("band => 4", "=> is no comparison", 5, ""), ("region = 'North", "not closed", 9, "''"),
      ("region in 'North'", "a list in parentheses", 10, ""), ("region in ('North'", ", or )", 18, ""),
      ("(band = 4", "and, or, or )", 9, ""), ("band is full", "expected empty", 8, ""),
      ("band contains 4", "contains does not go with band", 5, ""),
      ("`lead role` < yes", "yes or no", 12, "`lead role` = yes"),
      ("kind = 'interveiw'", "kind is never", 7, "did you mean interview?"),
      ("started = 2026-02-30", "is no date", 10, "2026-03-02"),
      ("and = 4", "the name of an attribute", 0, ""),
    ])
  func errors(expression: String, message: String, offset: Int, hint: String) {
    do {
      _ = try Filter(expression, attributes: Self.attributes)
      Issue.record("that is no filter")
    } catch {
      #expect(error.offset == offset)
      #expect(error.message.contains(message) && (hint.isEmpty || (error.hint ?? "").contains(hint)))
      #expect(error.caretLines == expression + "\n" + String(repeating: " ", count: offset) + "^")
    }
  }

  @Test("a caret stands below the character, not below the scalar")
  func caret() {
    do {
      _ = try Filter("region = 'e\u{301}🙂' und", attributes: Self.attributes)
      Issue.record("that is no filter")
    } catch {
      #expect(error.offset == 15)
      #expect(error.caretLines == "region = 'e\u{301}🙂' und\n              ^")
    }
  }

  @Test("deep nesting is refused, not a crash")
  func deep() {
    let text = String(repeating: "(", count: 100_000) + "band = 4" + String(repeating: ")", count: 100_000)
    #expect(throws: FilterError(.tooDeep, in: text, at: 100)) {
      try Filter(text, attributes: Self.attributes)
    }
  }

  @Test(
    "any order of words and marks is a filter or an error, never a crash",
    arguments: 1...20 as ClosedRange<UInt64>)
  func anyText(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = [
      "band", "region", "=", "!=", "<", "(", ")", ",", "'a'", "4", "and", "or", "not", "in", "is", "empty",
      "contains", "'", "`", "🙂", " ",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }
      do {
        let filter = try Filter(text.joined(separator: " "), attributes: Self.attributes)
        #expect(filter.matches(Self.people[0]) || !filter.matches(Self.people[0]))
      } catch {
        #expect(error.offset <= error.text.unicodeScalars.count && !error.message.isEmpty)
      }
    }
  }
}
