import RealistRigour
import Testing

@Suite("Agreement of two coders, against published numbers")
struct TwoCoderOracleTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var table: [[Int]]
    var coefficient: Coefficient
    var value: Double
    var observed: Double?
    var expected: Double?
    var decimals = 6
    var testDescription: String { "\(name), \(coefficient.rawValue)" }
  }

  static let cases: [Case] = [
    Case(
      name: "Cohen p. 37", table: PublishedTables.cohen37, coefficient: .kappa, value: -0.092308,
      observed: 0.29, expected: 0.35),
    Case(name: "Cohen p. 37", table: PublishedTables.cohen37, coefficient: .ac1, value: -0.047970),
    Case(name: "Cohen p. 37", table: PublishedTables.cohen37, coefficient: .pi, value: -0.100775),
    Case(
      name: "Cohen p. 37", table: PublishedTables.cohen37, coefficient: .ac2Quadratic, value: 0.1831,
      decimals: 4),
    Case(
      name: "Cohen p. 45", table: PublishedTables.cohen45, coefficient: .kappa, value: 0.491525,
      observed: 0.70, expected: 0.41),
    Case(name: "Cohen p. 45", table: PublishedTables.cohen45, coefficient: .pi, value: 0.487179),
    Case(name: "Cohen p. 45", table: PublishedTables.cohen45, coefficient: .ac1, value: 0.575972),
    Case(name: "Cohen p. 45", table: PublishedTables.cohen45, coefficient: .brennanPrediger, value: 0.55),
    Case(name: "Cohen p. 45", table: PublishedTables.cohen45, coefficient: .alpha, value: 0.488462),
    Case(
      name: "Cohen p. 45", table: PublishedTables.cohen45, coefficient: .ac2Quadratic, value: 0.63855,
      decimals: 5),
    Case(name: "Artstein", table: PublishedTables.artstein, coefficient: .percent, value: 0.70),
    Case(name: "Artstein", table: PublishedTables.artstein, coefficient: .brennanPrediger, value: 0.40),
    Case(
      name: "Artstein", table: PublishedTables.artstein, coefficient: .pi, value: 0.340659, observed: 0.70,
      expected: 0.545),
    Case(
      name: "Artstein", table: PublishedTables.artstein, coefficient: .kappa, value: 0.347826, observed: 0.70,
      expected: 0.54),
    Case(name: "Artstein", table: PublishedTables.artstein, coefficient: .alpha, value: 0.343956),
    Case(name: "Agresti", table: PublishedTables.agresti, coefficient: .kappa, value: 0.493006),
    Case(name: "Gwet", table: PublishedTables.paradox, coefficient: .percent, value: 0.85),
    Case(name: "Gwet", table: PublishedTables.paradox, coefficient: .kappa, value: 0.314442),
    Case(name: "Gwet", table: PublishedTables.paradox, coefficient: .pi, value: 0.314286),
    Case(name: "Gwet", table: PublishedTables.paradox, coefficient: .ac1, value: 0.808, expected: 0.21875),
    Case(name: "by hand", table: [[8, 1], [0, 1]], coefficient: .ac1, value: 0.865772),
    Case(name: "by hand", table: [[8, 1], [0, 1]], coefficient: .pi, value: 0.607843),
    Case(name: "by hand", table: [[8, 1], [0, 1]], coefficient: .kappa, value: 0.615385),
    Case(
      name: "Fleiss is Scott's π for two", table: PublishedTables.cohen45, coefficient: .fleiss,
      value: 0.487179),
  ]

  @Test("coefficients are as published", arguments: cases)
  func coefficient(_ one: Case) throws {
    let agreement = try CrossTable(one.table).ratings.agreement(one.coefficient)
    #expect(agreement.estimate.isNear(one.value, decimals: one.decimals), "\(agreement.estimate)")
    if let observed = one.observed { #expect(agreement.observed.isNear(observed)) }
    if let expected = one.expected { #expect(agreement.expected.isNear(expected)) }
  }

  @Test(
    "the greatest κ that the margins allow",
    arguments: [(PublishedTables.cohen37, 0.846154), (PublishedTables.cohen45, 0.830508)])
  func greatest(_ table: [[Int]], _ value: Double) throws {
    #expect(try CrossTable(table).greatestKappa().isNear(value))
  }

  @Test(
    "the standard error of κ",
    arguments: [(PublishedTables.cohen45, 0.051002), (PublishedTables.agresti, 0.056743)])
  func standardError(_ table: [[Int]], _ value: Double) throws {
    #expect(try CrossTable(table).kappaStandardError().isNear(value))
  }

  @Test("the interval of κ")
  func interval() throws {
    let interval = try #require(try CrossTable(PublishedTables.cohen45).kappaInterval())
    #expect(interval.low.isNear(0.391564) && interval.high.isNear(0.591487))
  }

  @Test(
    "agreement on each category, with chance as Fleiss has it",
    arguments: zip(0..<4, [0.781, 0.247, 0.402, 0.435]))
  func categories(_ category: Int, _ value: Double) throws {
    let ratings = try CrossTable(PublishedTables.agresti).ratings
    #expect(try ratings.fleiss(ofCategory: category).estimate.isNear(value, decimals: 3))
  }

  @Test("Cohen's κ of each category is that of the table in which the others are one")
  func collapsed() throws {
    let table = try CrossTable(PublishedTables.agresti)
    for category in 0..<4 {
      let two = try table.ratings.collapsed(to: category).crossTable()
      #expect(try table.kappa(ofCategory: category) == two.kappa())
    }
    // By hand: 7 of 118 both, 26 and 12 each; po = 94/118, pe = (26 · 12 + 92 · 106) / 118².
    let (observed, expected) = (94.0 / 118, (26.0 * 12 + 92 * 106) / (118 * 118))
    #expect(
      try table.kappa(ofCategory: 1).estimate.isNear((observed - expected) / (1 - expected), decimals: 12))
  }

  @Test(
    "where all is one category, nothing is 1 and nothing is NaN",
    arguments: [Coefficient.kappa, .pi, .alpha, .fleiss, .kappaQuadratic])
  func degenerate(_ coefficient: Coefficient) throws {
    let ratings = try Ratings(names: [["a", "a"], ["a", "a"]])
    #expect(
      Estimate { () throws(Undefined) in try ratings.agreement(coefficient) } == .undefined(.noVariation))
    let table = try CrossTable([[5, 0], [0, 0]])
    #expect(
      Estimate { () throws(Undefined) in try table.ratings.agreement(coefficient) }
        == .undefined(.noVariation))
  }

  @Test("a scale of one category has no AC1 and no S, and an empty table has nothing")
  func empty() throws {
    let one = try Ratings(names: [["a", "a"]])
    #expect(throws: Undefined.oneCategory) { try one.gwet() }
    #expect(throws: Undefined.oneCategory) { try one.brennanPrediger() }
    let none = try Ratings(names: [])
    for coefficient in Coefficient.allCases where !coefficient.isUnitizing {
      let estimate = Estimate { () throws(Undefined) in try none.agreement(coefficient) }
      #expect(estimate.number == nil && !(estimate.undefined?.reason.isEmpty ?? true), "\(coefficient)")
    }
    #expect(try CrossTable([[0, 0], [0, 0]]).kappaOutcome == .noPairs)
  }

  @Test("Cohen's κ and Scott's π are refused for three coders")
  func three() throws {
    let ratings = try Ratings(names: [["a", "b", "a"], ["b", "b", "a"]])
    #expect(throws: Undefined.notTwoCoders(3)) { try ratings.agreement(.kappa) }
    #expect(throws: Undefined.notTwoCoders(3)) { try ratings.agreement(.pi) }
    #expect((try ratings.agreement(.fleiss)).estimate.number != nil)
  }

  @Test("tables that are no tables are refused")
  func malformed() {
    #expect(throws: RigourError.notSquare) { try CrossTable([[1, 2], [3]]) }
    #expect(throws: RigourError.notSquare) { try CrossTable([[1, -2], [3, 4]]) }
    #expect(throws: RigourError.raggedRatings(unit: 2, count: 1, coders: 2)) {
      try Ratings(names: [["a", "b"], ["a"]])
    }
    #expect(throws: RigourError.unknownValue(unit: 1)) {
      try Ratings(coders: 1, values: [0], units: [Ratings.Unit([1])])
    }
  }
}

extension CrossTable {
  /// Why there is no κ.
  fileprivate var kappaOutcome: Undefined? { Estimate { () throws(Undefined) in try kappa() }.undefined }
}
