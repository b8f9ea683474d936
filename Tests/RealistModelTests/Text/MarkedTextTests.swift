import RealistModel
import TestSupport
import Testing

@Suite struct MarkedTextTests {
  @Test("marks become spans in Unicode scalars, in the order in which they open")
  func spans() throws {
    let (text, spans) = try marked("I 🙂 ⟦felt ⟦safe⟧⟧ ⟦there⟧")
    #expect(text.string == "I 🙂 felt safe there")
    #expect(spans.map(\.range) == [4..<13, 9..<13, 14..<19])
    #expect(marking(spans, in: text) == "I 🙂 ⟦felt ⟦safe⟧⟧ ⟦there⟧")
  }

  @Test("marks that do not pair are refused", arguments: ["a⟧", "⟦a", "⟦⟧"])
  func unpaired(text: String) {
    #expect(throws: (any Error).self) { try marked(text) }
  }

  @Test("the seeded generator gives the published numbers")
  func splitMix() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
