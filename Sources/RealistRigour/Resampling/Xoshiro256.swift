/// The generator that resampling draws with: the same seed gives the same numbers on every machine.
///
/// The algorithm is xoshiro256** 1.0 (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47(4):36), whose state is filled from the seed with splitmix64, as its authors advise.
public struct Xoshiro256: RandomNumberGenerator, Hashable, Sendable {
  private var first, second, third, fourth: UInt64

  public init(seed: UInt64) {
    var state = seed
    func fill() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return mixed ^ mixed >> 31
    }
    (first, second, third, fourth) = (fill(), fill(), fill(), fill())
  }

  public mutating func next() -> UInt64 {
    let product = second &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = second << 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = fourth << 45 | fourth >> 19
    return result
  }

  /// A number below `bound` (above 0), each as probable as the others: Lemire 2019, "Fast random integer generation in an interval", ACM
  /// Transactions on Modeling and Computer Simulation 29(1):3.
  public mutating func number(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var (high, low) = bound.multipliedFullWidth(by: next())
    if low < bound {
      let least = (0 &- bound) % bound
      while low < least { (high, low) = bound.multipliedFullWidth(by: next()) }
    }
    return Int(high)
  }

  /// Puts the elements into a random order (Fisher and Yates; Durstenfeld 1964).
  public mutating func shuffle(_ elements: inout [some Any]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, number(below: last + 1))
    }
  }
}
