import RealistModel
import RealistRigour
import TestSupport
import Testing

@Suite("What coders did, compared")
struct ComparisonTests {
  /// Random codings of two or three coders in a few short sources.
  static func random(_ seed: Int, coders: Int = 2, units: Bool = false) -> [ComparedSource] {
    var random = SplitMix64(seed: UInt64(seed))
    return (0..<Int.random(in: 1...4, using: &random)).map { number in
      let length = Int.random(in: 1...60, using: &random)
      let codings = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        let start = Int.random(in: 0..<length, using: &random)
        return ComparedCoding(
          code: Int.random(in: 0..<3, using: &random), coder: Int.random(in: 0..<coders, using: &random),
          start: start, end: Int.random(in: start + 1...length, using: &random))
      }
      var borders = Set((0..<5).map { _ in Int.random(in: 0...length, using: &random) }).sorted()
      if borders.first == borders.last { borders = [0, length] }
      let wholes = zip(borders, borders.dropFirst()).map { $0..<$1 }
      return ComparedSource(
        source: ID(high: 1, low: UInt64(number)), name: "S\(number)", length: length,
        units: units ? wholes : nil,
        judged: [Bool](repeating: true, count: coders), codings: codings)
    }
  }

  static let codes = (0..<3).map { ID<Code>(high: 2, low: UInt64($0)) }

  /// Position by position, or unit by unit, with sets of characters: slow, and made another way.
  static func bruteForce(_ sources: [ComparedSource], code: Int, coders: Int) throws -> Ratings {
    let units = sources.flatMap { source in
      (source.units ?? (0..<source.length).map { $0..<$0 + 1 }).map { unit in
        Ratings.Unit(
          (0..<coders).map { coder in
            source.codings.contains {
              $0.code == code && $0.coder == coder && $0.start < unit.upperBound && unit.lowerBound < $0.end
            } ? 1 : 0
          })
      }
    }
    return try Ratings(coders: coders, values: [0, 1], units: units)
  }

  static let plain: [Coefficient] = [.percent, .fleiss, .alpha, .ac1, .brennanPrediger]

  @Test("runs give what counting character by character gives", arguments: 1...100)
  func runs(_ seed: Int) throws {
    let coders = 2 + seed % 2
    for units in [false, true] {
      let sources = Self.random(seed, coders: coders, units: units)
      let comparison = try Comparison(
        coders: (0..<coders).map { "C\($0)" }, codes: Self.codes, sources: sources)
      let coefficients = Self.plain + (coders == 2 ? [.kappa, .pi] : [])
      for row in try comparison.rows(by: .code, coefficients) {
        guard case .code(let code) = row.subject else { continue }
        let brute = try Self.bruteForce(sources, code: code, coders: coders)
        #expect(row.units == brute.unitCount && row.pairable == brute.pairableCount)
        for coefficient in coefficients {
          let expected = Estimate { () throws(Undefined) in try brute.agreement(coefficient) }
          let found = try #require(row.estimates[coefficient])
          if let number = expected.number {
            #expect(found.isNear(number, decimals: 9), "\(coefficient)")
          } else {
            #expect(found == expected)
          }
        }
      }
    }
  }

  @Test("the unitizing family of one code equals a count character by character", arguments: 1...60)
  func family(_ seed: Int) throws {
    let sources = Self.random(seed)
    let comparison = try Comparison(coders: ["A", "B"], codes: Self.codes, sources: sources)
    for row in try comparison.rows(by: .code, [.uAlpha]) {
      guard case .code(let code) = row.subject else { continue }
      let brute = UnitizingBruteForce(sources, code: code)
      let found = try #require(row.estimates[.uAlpha])
      if let value = brute.uAlpha {
        #expect(found.isNear(value, decimals: 9))
      } else {
        #expect(found.number == nil)
      }
    }
  }

  @Test(
    "every passage is where it says, passages of a code do not overlap, and they hold all that was coded",
    arguments: 1...80)
  func passages(_ seed: Int) throws {
    let coders = 2 + seed % 2
    let sources = Self.random(seed, coders: coders)
    let comparison = try Comparison(
      coders: (0..<coders).map { "C\($0)" }, codes: Self.codes, sources: sources)
    let passages = comparison.passages(ofCodes: Array(0..<3))
    for (first, second) in zip(passages, passages.dropFirst())
    where first.code == second.code && first.source == second.source {
      #expect(first.span.upperBound <= second.span.lowerBound)
    }
    for code in 0..<3 {
      let ratings = try Self.bruteForce(sources, code: code, coders: coders)
      let (agreed, some) = ratings.units.reduce(into: (0, 0)) { sum, unit in
        let present = unit.ratings.count { $0 == 1 }
        if present == coders { sum.0 += 1 } else if present > 0 { sum.1 += 1 }
      }
      let own = passages.filter { $0.code == code }
      #expect(own.reduce(0) { $0 + $1.agreed } == agreed && own.reduce(0) { $0 + $1.differing } == some)
      for passage in own where passage.finding == .same {
        #expect(
          passage.coders.allSatisfy { $0 == [passage.span] } || coders > 2
            || passage.coders[0] == passage.coders[1])
      }
    }
  }

  static func source(
    _ codings: [ComparedCoding], judged: [Bool] = [true, true], length: Int = 100, number: UInt64 = 1
  ) -> ComparedSource {
    ComparedSource(
      source: ID(high: 1, low: number), name: "S\(number)", length: length, judged: judged, codings: codings)
  }

  static func coding(_ code: Int, _ coder: Int, _ span: Range<Int>) -> ComparedCoding {
    ComparedCoding(code: code, coder: coder, start: span.lowerBound, end: span.upperBound)
  }

  @Test("a place is the same, of other extent, or missing")
  func findings() throws {
    let comparison = try Comparison(
      coders: ["A", "B"], codes: Self.codes,
      sources: [
        Self.source([
          Self.coding(0, 0, 0..<10), Self.coding(0, 1, 0..<10), Self.coding(0, 0, 20..<30),
          Self.coding(0, 1, 25..<35),
          Self.coding(0, 1, 40..<45), Self.coding(0, 0, 45..<50),
        ])
      ])
    let passages = comparison.passages(ofCodes: [0])
    #expect(passages.map(\.finding) == [.same, .extent, .missing, .missing])
    #expect(passages.map(\.span) == [0..<10, 20..<35, 40..<45, 45..<50])
    #expect(
      passages[1].coders == [[20..<30], [25..<35]] && passages[1].agreed == 5 && passages[1].differing == 10)
  }

  @Test("a source that a coder has not coded is missing for that coder, and counts for the others")
  func missing() throws {
    let sources = [
      Self.source([Self.coding(0, 0, 0..<10), Self.coding(0, 1, 0..<10)], judged: [true, true, false]),
      Self.source(
        [Self.coding(0, 0, 0..<10), Self.coding(0, 2, 5..<10)], judged: [true, false, true], number: 2),
    ]
    let comparison = try Comparison(coders: ["A", "B", "C"], codes: Self.codes, sources: sources)
    let ratings = comparison.ratings(ofCode: 0)
    #expect(ratings.unitCount == 200 && ratings.pairableCount == 400 && ratings.missingCount == 200)
    #expect(try ratings.percent().estimate.isNear(195.0 / 200))
    #expect(comparison.passages(ofCodes: [0]).map(\.finding) == [.same, .extent])
  }

  @Test("codes that overlap in one coder's hands are no values of one variable; those that do not are")
  func oneVariable() throws {
    let apart = [
      Self.coding(0, 0, 2..<8), Self.coding(1, 0, 12..<16), Self.coding(0, 1, 4..<8),
      Self.coding(1, 1, 12..<18),
    ]
    let good = try Comparison(
      coders: ["A", "B"], codes: Self.codes, sources: [Self.source(apart, length: 20)])
    guard case .continua(let continua) = good.asOneVariable() else { throw Undefined.oneValue }
    let rows = try good.rows(ofContinua: continua, [.uAlpha, .uBinary, .cuAlpha, .kuAlpha])
    #expect(rows.count == 3 && rows.map(\.subject) == [.all, .code(0), .code(1)])
    #expect(try #require(rows[0].estimates[.uAlpha]).isNear(881.0 / 1250))
    #expect(try #require(rows[1].estimates[.kuAlpha]).isNear(1))
    let bad = try Comparison(
      coders: ["A", "B"], codes: Self.codes,
      sources: [Self.source(apart + [Self.coding(2, 1, 5..<7), Self.coding(1, 1, 6..<9)], length: 20)])
    guard case .overlapping(let overlaps, let count) = bad.asOneVariable() else { throw Undefined.oneValue }
    #expect(count == 2)
    #expect(overlaps == [Comparison.Overlap(coder: 1, source: 0, first: 0, second: 2, place: 5..<7)])
  }

  @Test("a bootstrap draws sources; the same seed gives the same interval, and one source gives none")
  func bootstrap() throws {
    var random = SplitMix64(seed: 5)
    let sources = (0..<20).map { number in
      let start = Int.random(in: 0..<50, using: &random)
      return Self.source(
        [
          Self.coding(0, 0, start..<start + 20),
          Self.coding(0, 1, start + Int.random(in: 0..<8, using: &random)..<start + 20),
        ],
        number: UInt64(number))
    }
    let comparison = try Comparison(coders: ["A", "B"], codes: Self.codes, sources: sources)
    let coefficients: [Coefficient] = [.kappa, .alpha, .alphaU, .uAlpha]
    let one = try comparison.rows(by: .code, coefficients, bootstrap: Bootstrap(resamples: 300, seed: 3))
    let two = try comparison.rows(by: .code, coefficients, bootstrap: Bootstrap(resamples: 300, seed: 3))
    for coefficient in coefficients {
      let interval = try #require(one[0].intervals[coefficient])
      let value = try #require(one[0].estimates[coefficient]?.number)
      #expect(
        interval.low < value && value < interval.high && interval.resamples == 300 && interval.undefined == 0)
      #expect(interval == two[0].intervals[coefficient])
    }
    let single = try Comparison(coders: ["A", "B"], codes: Self.codes, sources: [sources[0]])
    #expect(throws: RigourError.tooFewToResample(1)) {
      try single.rows(by: .code, [.kappa], bootstrap: Bootstrap(resamples: 10))
    }
  }

  @Test("an interval of statistics that all are the same is that number")
  func constant() throws {
    let sources = (0..<3).map { number in
      Self.source([Self.coding(0, 0, 0..<10), Self.coding(0, 1, 0..<10)], number: UInt64(number))
    }
    let comparison = try Comparison(coders: ["A", "B"], codes: Self.codes, sources: sources)
    let row = try #require(
      try comparison.rows(by: .overall, [.alpha], bootstrap: Bootstrap(resamples: 50)).first)
    #expect(row.intervals[.alpha] == Interval(low: 1, high: 1, resamples: 50, undefined: 0))
  }
}
