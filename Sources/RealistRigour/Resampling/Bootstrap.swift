/// How an interval is made: sources are drawn with replacement, as many as there are, again and again, and the statistic is worked out each
/// time; the interval lies between the 2.5th and the 97.5th percentile.
///
/// Whole sources are drawn because positions within one text are anything but independent: drawing positions would make intervals far too
/// narrow (cluster bootstrap: Davison and Hinkley 1997, "Bootstrap Methods and their Application", section 3.8; Field and Welsh 2007,
/// "Bootstrapping clustered data", Journal of the Royal Statistical Society B 69:369–390).
public struct Bootstrap: Hashable, Sendable {
  public var resamples: Int
  public var seed: UInt64

  public init(resamples: Int, seed: UInt64 = 1) { (self.resamples, self.seed) = (resamples, seed) }

  /// How often each source was drawn, for each resample.
  ///
  /// - Throws: ``RigourError/tooFewToResample(_:)`` below two sources.
  public func draws(from sources: Int) throws(RigourError) -> [[Int]] {
    guard sources > 1 else { throw .tooFewToResample(sources) }
    var random = Xoshiro256(seed: seed)
    return (0..<resamples).map { _ in
      var times = [Int](repeating: 0, count: sources)
      for _ in 0..<sources { times[random.number(below: sources)] += 1 }
      return times
    }
  }
}

/// Where 95 % of the resampled statistics lie.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double
  /// How many resamples had a value.
  public var resamples: Int
  /// How many had none and are left out.
  public var undefined: Int

  public init(low: Double, high: Double, resamples: Int, undefined: Int) {
    (self.low, self.high, self.resamples, self.undefined) = (low, high, resamples, undefined)
  }

  /// `nil` when fewer than half of the estimates have a value.
  public init?(_ estimates: [Estimate]) {
    let numbers = estimates.compactMap(\.number).sorted()
    guard !numbers.isEmpty, numbers.count * 2 >= estimates.count else { return nil }
    self.init(
      low: quantile(numbers, 0.025), high: quantile(numbers, 0.975), resamples: numbers.count,
      undefined: estimates.count - numbers.count)
  }
}

/// The quantile of sorted numbers, linear between them (type 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages", The
/// American Statistician 50:361–365).
func quantile(_ sorted: [Double], _ share: Double) -> Double {
  guard let last = sorted.indices.last else { return 0 }
  let place = share * Double(last)
  let low = Int(place.rounded(.down))
  let fraction = place - Double(low)
  return fraction == 0 ? sorted[low] : sorted[low] + fraction * (sorted[min(low + 1, last)] - sorted[low])
}
