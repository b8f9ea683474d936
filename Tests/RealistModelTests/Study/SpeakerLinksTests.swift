import RealistModel
import Testing

@Suite("Who speaks")
struct SpeakerLinksTests {
  static let people = [
    Participant(id: ID(high: 1, low: 1), key: "P01", name: "Dawn"),
    Participant(id: ID(high: 1, low: 2), key: "P02", name: "Alex"),
    Participant(id: ID(high: 1, low: 3), key: "P03", name: "alex"),
    Participant(id: ID(high: 1, low: 4), key: "Dawn  Marie"),
  ]

  @Test(
    "a speaker named like a key or an unshared display name is that participant, whatever the case and the white space",
    arguments: [
      ("P01", "P01"), ("p01", "P01"), ("DAWN", "P01"), ("dawn marie", "Dawn  Marie"), ("Alex", nil),
      ("Ale", nil),
    ] as [(String, String?)])
  func byName(speaker: String, key: String?) {
    let found = SpeakerLinks(participants: Self.people).participant(speaker)
    #expect(Self.people.first { $0.id == found }?.key == key)
  }

  @Test("what was given counts more than a name, nobody included")
  func given() throws {
    var links = SpeakerLinks(participants: Self.people)
    links.give("dawn", to: nil)
    links.give("INT", to: Self.people[1].id)
    let turns = try ["Dawn", "int", "P03", nil].enumerated().map { place, speaker in
      Turn(span: try TextSpan(start: place, end: place + 1), speaker: speaker)
    }
    #expect(links.linked(turns).map(\.participant) == [nil, Self.people[1].id, Self.people[2].id, nil])
    #expect(links.linked(turns).participants == [Self.people[1].id, Self.people[2].id])
  }

  @Test("words that name nobody belong to the one who took part alone, and only when nobody at all is named")
  func alone() throws {
    let span = try TextSpan(start: 0, end: 1)
    let links = SpeakerLinks(participants: [])
    let id = Self.people[0].id
    #expect(links.linked([Turn(span: span), Turn(span: span)], alone: id).map(\.participant) == [id, id])
    #expect(
      links.linked([Turn(span: span), Turn(span: span, speaker: "A")], alone: id).map(\.participant) == [
        nil, nil,
      ])
    #expect(links.linked([Turn(span: span)], alone: id).aloneSpeaker == id)
  }
}

@Suite("Typing attributes")
struct AttributeTypingTests {
  @Test(
    "a column is of the narrowest kind that keeps what was written",
    arguments: [
      (["yes", "No"], .boolean), (["4", "0.5", "-2", ""], .number), (["2026-03-02"], .date), (["007"], .text),
      (["1e5"], .text), ([".5"], .text), (["4", "four"], .text), (["2026-02-30"], .text), ([""], .text),
      ([], .text),
    ] as [([String], AttributeDefinition.Kind)])
  func kinds(values: [String], kind: AttributeDefinition.Kind) {
    #expect(AttributeValue.kind(ofColumn: values) == kind)
    for value in values where !value.isEmpty && kind != .boolean {
      #expect(AttributeValue(value, kind: kind)?.description == value)
    }
  }

  @Test(
    "a value typed for a known attribute must fit it; a new attribute is added; the empty text takes a value away"
  )
  func typed() throws {
    var columns = [AttributeDefinition(name: "band", subject: .participant, kind: .number)]
    #expect(try columns.read("4", for: "Band", of: .participant).name == "band")
    #expect(throws: AttributeError(name: "band", kind: .number, text: "four")) {
      try columns.read("four", for: "band", of: .participant)
    }
    #expect(try columns.read("", for: "band", of: .participant).value == nil)
    #expect(columns.count == 1)
    #expect(try columns.read("four", for: "band", of: .source).value == .text("four"))
    #expect(columns.last == AttributeDefinition(name: "band", subject: .source, kind: .text))
  }
}
