import RealistRigour
import Testing

@Suite("Unitizing, against published numbers")
struct UnitizingOracleTests {
  /// `start+length` of sections with one value.
  static func sections(_ text: String, value: Int = 0, from begin: Int = 0, stretch: Int = 1) -> [Continuum
    .Section]
  {
    text.split(separator: " ").map { word in
      let parts = word.split(separator: "+").compactMap { Int($0) }
      let start = (parts[0] - begin) * stretch
      return Continuum.Section(start: start, end: start + parts[1] * stretch, value: value)
    }
  }

  /// Krippendorff 2004, p. 254: a continuum 150..450, values c (0) and k (1).
  static func krippendorff2004() throws -> Continuum {
    try Continuum(
      length: 300,
      coders: [
        sections("225+70 370+30", value: 0, from: 150), sections("220+80 355+20 400+20", value: 0, from: 150),
      ])
  }

  @Test("Krippendorff 2004: c and k, and both together; they overlap, so each is a continuum of its own")
  func of2004() throws {
    let c = try UnitizingAlpha([Self.krippendorff2004()]).agreement()
    #expect(c.observedDisagreement.isNear(0.014444) && c.expectedDisagreement.isNear(0.053222))
    #expect(c.estimate.isNear(0.728599))
    let k = try UnitizingAlpha([
      Continuum(length: 300, coders: Array(repeating: Self.sections("180+60 300+50", from: 150), count: 2))
    ]).agreement()
    #expect(k.estimate == .number(1) && k.expectedDisagreement.isNear(0.048979))
    #expect(try Agreement.pooled([c, k]).estimate.isNear(0.858665))
  }

  @Test(
    "the difference of two sections",
    arguments: [
      ("225+70", "220+80", 50.0), ("370+30", "355+20", 850), ("400+20", "", 400), ("10+5", "15+5", 50),
    ])
  func differences(_ first: String, _ second: String, _ distance: Double) throws {
    let continuum = try Continuum(length: 500, coders: [Self.sections(first), Self.sections(second)])
    let agreement = try UnitizingAlpha([continuum]).agreement()
    #expect(agreement.observedDisagreement.isNear(distance / (500 * 500), decimals: 12))
  }

  /// Krippendorff 1995, p. 57: four pairs of coders on 0..24.
  static let of1995 = [
    "A": ["2+8 14+6", "4+4 15+2"], "B": ["0+18", "0+2 2+1 3+1 4+1 5+1 6+3 9+1"],
    "C": ["2+6 10+2 14+4 20+2", "0+2 4+4 10+4 16+2 20+2"],
    "D": ["0+2 2+8 10+4 14+6 20+4", "0+4 4+4 8+7 15+2 17+7"],
  ]

  @Test(
    "Krippendorff 1995: what was observed",
    arguments: [("A", 0.03125), ("B", 2.26736), ("C", 0.02778), ("D", 0.38715)])
  func observed1995(_ name: String, _ observed: Double) throws {
    let coders = try #require(Self.of1995[name]).map { Self.sections($0) }
    let agreement = try UnitizingAlpha([Continuum(length: 24, coders: coders)]).agreement()
    #expect(agreement.observedDisagreement.isNear(observed, decimals: 5))
  }

  @Test(
    "Krippendorff 1995: α as the unit of length goes to nothing, in the form of 2004 and as published",
    arguments: [("A", 0.5529, 0.553), ("B", -0.9284, -0.926), ("C", 0.6931, 0.679), ("D", 0.0658, 0.066)])
  func limit1995(_ name: String, _ exact: Double, _ published: Double) throws {
    let stretch = 50_000
    let coders = try #require(Self.of1995[name]).map { Self.sections($0, stretch: stretch) }
    let agreement = try UnitizingAlpha([Continuum(length: 24 * stretch, coders: coders)]).agreement()
    let alpha = try #require(agreement.estimate.number)
    #expect(abs(alpha - exact) < 0.0001)
    // The expected disagreement of 1995 seems to have a slip, which 2004 put right: compared with a tolerance.
    #expect(abs(alpha - published) < 0.02)
  }

  @Test(
    "Krippendorff 1995: the same, position by position",
    arguments: [
      ("A", Coefficient.kappa, 0.384615), ("A", .pi, 0.314286), ("A", .alpha, 0.328571),
      ("B", .kappa, 0.384615),
      ("B", .pi, 0.314286), ("C", .kappa, 0.314286), ("C", .pi, 0.314286),
    ])
  func digitised(_ name: String, _ coefficient: Coefficient, _ value: Double) throws {
    #expect(try Self.ratings(name).agreement(coefficient).estimate.isNear(value))
  }

  @Test(
    "Krippendorff 1995, D: both coders marked everything, so position by position there is nothing to say")
  func everything() throws {
    #expect(try Self.ratings("D").agreement(.kappa).estimate == .undefined(.noVariation))
  }

  private static func ratings(_ name: String) throws -> Ratings {
    let coders = try #require(of1995[name]).map { text -> [Int?] in
      var places = [Int?](repeating: 0, count: 24)
      for section in sections(text) { for place in section.start..<section.end { places[place] = 1 } }
      return places
    }
    return try Ratings(
      coders: 2, values: [0, 1], units: (0..<24).map { Ratings.Unit([coders[0][$0], coders[1][$0]]) })
  }

  private static func section(_ start: Int, _ end: Int, _ value: Int) -> Continuum.Section {
    Continuum.Section(start: start, end: end, value: value)
  }

  @Test("uα, |uα, cuα, coverage and (k)uα of coders who give the same values")
  func familyAlike() throws {
    let tally = UnitizingTally(
      try Continuum(
        length: 20,
        coders: [
          [Self.section(2, 8, 0), Self.section(12, 16, 1)], [Self.section(4, 8, 0), Self.section(12, 18, 1)],
        ]), values: 2)
    #expect(try tally.uAlpha().estimate.isNear(881.0 / 1250, decimals: 12))
    #expect(try tally.binaryAlpha().estimate.isNear(631.0 / 1000, decimals: 12))
    #expect(try tally.commonAlpha().estimate.isNear(1, decimals: 12))
    for value in 0..<2 {
      #expect(try tally.alpha(ofValue: value).estimate.isNear(1, decimals: 12))
      #expect(try tally.coverage(ofValue: value).isNear(0.8, decimals: 12))
    }
    #expect(try tally.commonShare().isNear(0.4, decimals: 12))
  }

  @Test("uα, |uα, cuα and (k)uα of coders who give different values")
  func familyDifferent() throws {
    let tally = UnitizingTally(
      try Continuum(
        length: 20,
        coders: [
          [Self.section(2, 8, 0), Self.section(12, 16, 1)], [Self.section(4, 8, 0), Self.section(12, 16, 2)],
        ]), values: 3)
    #expect(try tally.uAlpha().estimate.isNear(893.0 / 1640, decimals: 12))
    #expect(try tally.binaryAlpha().estimate.isNear(357.0 / 440, decimals: 12))
    #expect(try tally.commonAlpha().estimate.isNear(0.4, decimals: 12))
    for (value, alpha) in zip(0..<3, [1.0, 0, 0]) {
      #expect(try tally.alpha(ofValue: value).estimate.isNear(alpha, decimals: 12))
    }
  }

  @Test("two codings that are the same make every one of the family 1")
  func familyIdentical() throws {
    let own = [Self.section(2, 8, 0), Self.section(8, 11, 1), Self.section(15, 16, 0)]
    let continuum = try Continuum(length: 20, coders: [own, own])
    let tally = UnitizingTally(continuum, values: 2)
    #expect(try tally.uAlpha().estimate.isNear(1) && tally.binaryAlpha().estimate.isNear(1))
    #expect(try tally.commonAlpha().estimate.isNear(1) && tally.alpha(ofValue: 1).estimate.isNear(1))
    #expect(try UnitizingAlpha([continuum], value: 0).agreement().estimate == .number(1))
  }

  @Test("what cannot be computed says why")
  func undefined() throws {
    let nobody = try Continuum(length: 20, coders: [[], []])
    #expect(throws: Undefined.noVariation) { try UnitizingAlpha([nobody]).agreement() }
    #expect(try UnitizingTally(nobody, values: 1).uAlpha().estimate == .undefined(.noVariation))
    #expect(throws: Undefined.oneValue) { try UnitizingTally(nobody, values: 1).commonAlpha() }
    #expect(throws: Undefined.noCommonPlace) { try UnitizingTally(nobody, values: 2).commonAlpha() }
    #expect(throws: Undefined.nothingCompared) { try UnitizingAlpha([]).agreement() }
  }

  @Test("sections of one coder that overlap are refused, and so are those outside")
  func refused() {
    #expect(throws: RigourError.overlap(coder: 1, first: 2..<8, second: 7..<9)) {
      try Continuum(length: 20, coders: [[], [Self.section(2, 8, 0), Self.section(7, 9, 1)]])
    }
    #expect(throws: RigourError.outside(coder: 0, section: 18..<21, length: 20)) {
      try Continuum(length: 20, coders: [[Self.section(18, 21, 0)]])
    }
  }
}
