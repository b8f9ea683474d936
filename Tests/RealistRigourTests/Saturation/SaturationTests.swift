import RealistRigour
import Testing

@Suite("Saturation")
struct SaturationTests {
  /// Interviews that bring so many new things, and repeat the first.
  static func interviews(_ new: [Int]) -> [[Int]] {
    var next = 0
    return new.map { count in
      defer { next += count }
      return (next > 0 ? [0] : []) + Array(next..<next + count)
    }
  }

  /// Guest, Namey and Chen 2020: 37 themes in the first four interviews, then 4, 3, 1 and 0 new ones; what comes after is such that the
  /// threshold of 0 % is reached at 10+2.
  static let guest = interviews([20, 9, 5, 3, 4, 3, 1, 0, 2, 1, 0, 0])

  @Test("the example of Guest, Namey and Chen 2020")
  func published() {
    let saturation = Saturation(Self.guest)
    #expect(saturation.baseCount == 37)
    #expect(saturation.runs.prefix(3).map(\.new) == [7, 4, 1])
    for (run, ratio) in zip(saturation.runs, [0.1892, 0.1081, 0.0270]) {
      #expect(run.ratio.isNear(ratio, decimals: 4))
    }
    #expect(saturation.runs.first?.interviews == 4..<6)
    #expect(saturation.verdict == .reached(after: 6))
    #expect(Saturation(Self.guest, rule: .init(threshold: 0)).verdict == .reached(after: 10))
  }

  @Test("an interview counts a thing once, as new the first time and as repeated afterwards")
  func counting() {
    let saturation = Saturation([[3, 3, 1], [], [1, 2]])
    #expect(saturation.interviews.map(\.new) == [[3, 1], [], [2]])
    #expect(saturation.interviews.map(\.repeated) == [[], [], [1]])
    #expect(saturation.interviews.map(\.total) == [2, 2, 3])
  }

  @Test(
    "too little to judge is said",
    arguments: [
      ([[Int]](), Saturation.Verdict.tooFew(needed: 6)), ([[1], [1], [1], [1], [1]], .tooFew(needed: 6)),
      ([[], [], [], [], [], []], .undefined(.emptyBase)), ([[1], [2], [3], [4], [5], [6]], .notReached),
      ([[1], [2], [3], [4], [4], [1]], .reached(after: 4)),
    ])
  func verdicts(_ interviews: [[Int]], _ verdict: Saturation.Verdict) {
    #expect(Saturation(interviews).verdict == verdict)
  }

  @Test("orders are the same for the same seed, and their percentiles lie within the interviews")
  func orders() throws {
    let first = try #require(SaturationOrders(Self.guest, rule: .init(), orders: 200, seed: 7))
    let again = try #require(SaturationOrders(Self.guest, rule: .init(), orders: 200, seed: 7))
    let other = try #require(SaturationOrders(Self.guest, rule: .init(), orders: 200, seed: 8))
    #expect(first.reached == again.reached && first.reached != other.reached)
    #expect(first.reached.count == 200)
    let (low, middle, high) = (
      first.percentile(0.05) ?? 99, first.percentile(0.5) ?? 99, first.percentile(0.95) ?? 99
    )
    #expect(4 <= low && low <= middle && middle <= high)
    #expect((0...1).contains(first.shareReached))
    #expect(SaturationOrders([[1]], rule: .init(), orders: 10, seed: 1) == nil)
    #expect(SaturationOrders([[], [], [], [], [], []], rule: .init(), orders: 10, seed: 1) == nil)
  }

  @Test("where every interview brings the same, every order is saturated with the base")
  func same() throws {
    let orders = try #require(
      SaturationOrders(Array(repeating: [1, 2], count: 8), rule: .init(), orders: 50, seed: 1))
    #expect(orders.reached.allSatisfy { $0 == 4 } && orders.shareReached == 1)
  }
}
