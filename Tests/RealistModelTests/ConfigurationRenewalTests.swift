import RealistModel
import Testing

@Suite("A configuration that is worded anew")
struct ConfigurationRenewalTests {
  private static func configuration(_ start: UInt64, _ elements: [(String, String, UInt64?)]) -> Configuration
  {
    Configuration(
      id: ID(high: 1, low: start), key: "desk",
      elements: elements.enumerated().map { place, element in
        Element(
          id: ID(high: 2, low: start + UInt64(place)), letter: element.0, text: element.1,
          code: element.2.map { ID(high: 3, low: $0) })
      })
  }

  static let old = configuration(
    10, [("C", "open", nil), ("M", "dare", 1), ("M", "trust", nil), ("O", "mend", 2)])

  static let cases: [(String, [(String, String, UInt64?)], [UInt64?])] = [
    (
      "the same", [("C", "open", nil), ("M", "dare", 1), ("M", "trust", nil), ("O", "mend", 2)],
      [10, 11, 12, 13]
    ),
    ("reworded, same code", [("M", "are bold", 1)], [11]),
    ("same words, another place", [("M", "trust", nil), ("M", "dare", 1)], [12, 11]),
    ("reworded, same number", [("C", "open late", nil)], [10]),
    ("another kind", [("O", "open", nil), ("O", "mend", 2)], [nil, 13]),
    ("one more in front", [("M", "see", nil), ("M", "dare", 1), ("M", "trust", nil)], [nil, 11, 12]),
  ]

  @Test("keeps the elements that are the same", arguments: cases)
  func keeps(name: String, elements: [(String, String, UInt64?)], ids: [UInt64?]) {
    let new = Self.configuration(50, elements)
    let (renewed, kept) = Self.old.renewed(by: new)
    #expect(renewed.id == Self.old.id)
    let expected = zip(new.elements, ids).map { element, id in id ?? element.id.low }
    #expect(renewed.elements.map(\.id.low) == expected)
    #expect(kept.count == ids.compactMap { $0 }.count)
    #expect(renewed.elements.map(\.text) == elements.map(\.1))
  }
}
