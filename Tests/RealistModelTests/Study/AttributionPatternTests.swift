import RealistModel
import Testing

@Suite struct AttributionPatternTests {
  static let participant = Participant(
    id: ID(high: 1, low: 1), key: "P05", name: "Ida",
    attributes: ["profession": .text("OT"), "band": .number(4), "pay {band}": .text("x")])

  @Test(
    "fields are filled in",
    arguments: [
      ("(Participant {number})", "(Participant 5)"), ("{id}, {name}", "P05, Ida"),
      ("{profession}, band {band}", "OT, band 4"),
      ("{source}: {unknown}.", "S1: ."), ("no field", "no field"), ("", ""), ("{number", "{number"),
      ("}{id}", "}P05"), ("🙂{id}🙂", "🙂P05🙂"),
    ])
  func fields(pattern: String, attribution: String) {
    let made = AttributionPattern(pattern).attribution(
      participant: Self.participant, speaker: "Ida", source: "S1")
    #expect(made == attribution)
  }

  @Test("without a number or a name the pseudonym stands in")
  func fallbacks() {
    let plain = Participant(id: ID(high: 1, low: 2), key: "Anna")
    let pattern = AttributionPattern("{number}/{name}")
    #expect(pattern.attribution(participant: plain, speaker: nil, source: "S1") == "Anna/Anna")
    #expect(AttributionPattern.usual.attribution(participant: nil, speaker: "INT", source: "S1") == "(INT)")
    #expect(AttributionPattern.usual.attribution(participant: nil, speaker: nil, source: "S1") == "(S1)")
  }

  @Test(
    "the number is the first run of digits in the pseudonym",
    arguments: [("P05", 5), ("FG2-P11", 2), ("Anna", nil), ("12", 12), ("P٣", nil)] as [(String, Int?)])
  func numbers(key: String, number: Int?) {
    #expect(Participant(id: ID(high: 1, low: 1), key: key).number == number)
  }
}

@Suite struct AttributeValueTests {
  @Test(
    "a value is read as its kind says, or refused",
    arguments: [
      ("4", .number, "4"), ("4.50", .number, "4.5"), ("-3", .number, "-3"), ("four", .number, nil),
      ("inf", .number, nil), ("nan", .number, nil),
      ("", .number, nil), ("Yes", .boolean, "yes"), ("FALSE", .boolean, "no"), ("1", .boolean, nil),
      ("2026-03-02", .date, "2026-03-02"),
      ("2/3/26", .date, nil), (" x ", .text, " x "), ("1e3", .number, "1000"),
    ] as [(String, AttributeDefinition.Kind, String?)])
  func kinds(text: String, kind: AttributeDefinition.Kind, written: String?) {
    #expect(AttributeValue(text, kind: kind)?.description == written)
  }

  @Test(
    "a column has the narrowest kind that fits all of it",
    arguments: [
      (["yes", "No", ""], .boolean), (["4", "5.5"], .number), (["4", "yes"], .text),
      (["2026-03-02", ""], .date), (["", ""], .text), ([], .text),
      (["2026-03-02", "4"], .text),
    ] as [([String], AttributeDefinition.Kind)])
  func columns(values: [String], kind: AttributeDefinition.Kind) {
    #expect(AttributeValue.kind(ofColumn: values) == kind)
  }
}
