import RealistRigour
import TestSupport
import Testing

@Suite("Agreement, properties")
struct AgreementPropertyTests {
  static let coefficients = Coefficient.allCases.filter { !$0.isUnitizing }

  @Test("judgements that are all the same make every coefficient 1", arguments: 1...20)
  func identical(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let rows = (0..<Int.random(in: 2...30, using: &random)).map { number -> [Double?] in
      let value = number < 2 ? Double(number + 1) : Double(Int.random(in: 1...4, using: &random))
      return [value, value]
    }
    let ratings = try Ratings(numbers: rows)
    for coefficient in Self.coefficients {
      #expect(try ratings.agreement(coefficient).estimate.isNear(1, decimals: 9), "\(coefficient)")
    }
  }

  @Test(
    "names of categories, order of coders and order of units change no nominal coefficient", arguments: 1...40
  )
  func permutations(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (coders, kinds) = (Int.random(in: 2...4, using: &random), Int.random(in: 2...4, using: &random))
    let rows = (0..<Int.random(in: 3...25, using: &random)).map { _ in
      (0..<coders).map { _ in
        Int.random(in: 0..<8, using: &random) == 0 ? nil : Int.random(in: 0..<kinds, using: &random)
      }
    }
    let names = Array(0..<kinds).shuffled(using: &random)
    let order = Array(0..<coders).shuffled(using: &random)
    let other = rows.map { row in order.map { coder in row[coder].map { names[$0] } } }.shuffled(
      using: &random)
    let values = (0..<kinds).map(Double.init)
    let one = try Ratings(coders: coders, values: values, units: rows.map { Ratings.Unit($0) })
    let two = try Ratings(coders: coders, values: values, units: other.map { Ratings.Unit($0) })
    for coefficient in Self.coefficients where !coefficient.isWeighted {
      let first = Estimate { () throws(Undefined) in try one.agreement(coefficient) }
      let second = Estimate { () throws(Undefined) in try two.agreement(coefficient) }
      switch (first, second) {
      case (.number(let left), .number(let right)): #expect(left.isNear(right, decimals: 9), "\(coefficient)")
      default: #expect(first == second, "\(coefficient)")
      }
      #expect(!(first.number?.isNaN ?? false))
    }
  }

  @Test("units counted together are units counted one by one", arguments: 1...20)
  func counts(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let units = (0..<6).map { _ in
      Ratings.Unit(
        (0..<3).map { _ in Int.random(in: 0..<3, using: &random) },
        count: Int.random(in: 0...5, using: &random))
    }
    let apart = units.flatMap { [Ratings.Unit](repeating: Ratings.Unit($0.ratings), count: $0.count) }
    let one = try Ratings(coders: 3, values: [1, 2, 4], units: units)
    let two = try Ratings(coders: 3, values: [1, 2, 4], units: apart)
    for coefficient in Self.coefficients where !coefficient.comparesTwo {
      let first = Estimate { () throws(Undefined) in try one.agreement(coefficient) }
      let second = Estimate { () throws(Undefined) in try two.agreement(coefficient) }
      guard case (.number(let left), .number(let right)) = (first, second) else {
        #expect(first == second)
        continue
      }
      #expect(left.isNear(right, decimals: 9), "\(coefficient)")
    }
  }

  @Test("xoshiro256** gives the numbers of its authors' program")
  func generator() {
    // The state {1, 2, 3, 4} begins 11520, 0, 1509978240 in the reference program; from a seed the state is splitmix64's.
    var random = Xoshiro256(seed: 0)
    #expect(random.next() == 0x99ec_5f36_cb75_f2b4)
    #expect(random.next() == 0xbf6e_1f78_4956_452a)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { counts[random.number(below: 6)] += 1 }
    #expect(counts.allSatisfy { (850...1150).contains($0) })
  }
}
