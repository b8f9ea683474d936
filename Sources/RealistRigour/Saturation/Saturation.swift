/// When interviews stop bringing anything new.
///
/// The measure of Guest, Namey and Chen 2020 ("A simple method to assess and report thematic saturation in qualitative research", PLOS ONE
/// 15(5):e0232076): the unique things of the first interviews are the base; the things that a run of later interviews brings for the first
/// time are divided by it; runs overlap, and saturation is reached with the first run at or below a threshold. "6+2" says that it was
/// reached after six interviews, as the run of two after them showed.
public struct Saturation: Sendable {
  /// What to judge by.
  public struct Rule: Hashable, Sendable {
    /// How many interviews are the base; the authors use 4, 5 or 6.
    public var base: Int
    /// How many interviews are a run; the authors use 2 or 3.
    public var run: Int
    /// The greatest share of what is new that still counts as saturation; the authors use 0.05 and 0.
    public var threshold: Double

    public init(base: Int = 4, run: Int = 2, threshold: Double = 0.05) {
      (self.base, self.run, self.threshold) = (base, run, threshold)
    }
  }

  /// What one interview brings; things are numbers.
  public struct Interview: Hashable, Sendable {
    /// For the first time, in the order they came in.
    public var new: [Int]
    /// Once more.
    public var repeated: [Int]
    /// How many different ones there have been so far, this interview included.
    public var total: Int
  }

  /// A run of interviews.
  public struct Run: Hashable, Sendable {
    /// The places of its interviews, from 0.
    public var interviews: Range<Int>
    /// How many things are new in it.
    public var new: Int
    /// New things for each of the base's.
    public var ratio: Estimate
  }

  /// What comes out.
  public enum Verdict: Hashable, Sendable {
    /// After so many interviews, the run not counted.
    case reached(after: Int)
    case notReached
    /// There are fewer interviews than a base and a run.
    case tooFew(needed: Int)
    case undefined(Undefined)
  }

  public let rule: Rule
  public let interviews: [Interview]
  /// How many different things the base has.
  public let baseCount: Int
  public let runs: [Run]

  /// - Parameter interviews: the things of each, in the order they were held; one that comes twice in an interview counts once.
  public init(_ interviews: [[Int]], rule: Rule = Rule()) {
    var seen: Set<Int> = []
    self.rule = rule
    self.interviews = interviews.map { things in
      var (own, interview) = (Set<Int>(), Interview(new: [], repeated: [], total: 0))
      for thing in things where own.insert(thing).inserted {
        if seen.insert(thing).inserted {
          interview.new.append(thing)
        } else {
          interview.repeated.append(thing)
        }
      }
      interview.total = seen.count
      return interview
    }
    baseCount = rule.base > 0 ? self.interviews.prefix(rule.base).last?.total ?? 0 : 0
    let (base, news) = (baseCount, self.interviews.map(\.new.count))
    let last = interviews.count - rule.run
    runs =
      last < rule.base || rule.run < 1
      ? []
      : (rule.base...last).map { first in
        let new = news[first..<first + rule.run].reduce(0, +)
        return Run(
          interviews: first..<first + rule.run, new: new,
          ratio: base > 0 ? .number(Double(new) / Double(base)) : .undefined(.emptyBase))
      }
  }

  public var verdict: Verdict {
    if runs.isEmpty { return .tooFew(needed: rule.base + rule.run) }
    if baseCount == 0 { return .undefined(.emptyBase) }
    let run = runs.first { ($0.ratio.number ?? .infinity) <= rule.threshold + 1e-12 }
    return run.map { .reached(after: $0.interviews.lowerBound) } ?? .notReached
  }
}

/// How much the verdict depends on the order of the interviews: they are put into random orders, and each is judged.
///
/// The validation of Guest, Namey and Chen 2020 resamples interviews too and reports the median and percentiles; here every interview stays,
/// once, so that only the order changes.
public struct SaturationOrders: Sendable {
  /// How many interviews it took in each order, ascending; `nil` where saturation was not reached, at the end.
  public let reached: [Int?]

  /// `nil` when there are too few interviews, or nothing in any of them.
  public init?(_ interviews: [[Int]], rule: Saturation.Rule, orders: Int, seed: UInt64) {
    guard interviews.count >= rule.base + rule.run, interviews.contains(where: { !$0.isEmpty }), orders > 0
    else {
      return nil
    }
    var (random, order, found) = (Xoshiro256(seed: seed), interviews, [Int?]())
    for _ in 0..<orders {
      random.shuffle(&order)
      if case .reached(let after) = Saturation(order, rule: rule).verdict {
        found.append(after)
      } else {
        found.append(nil)
      }
    }
    reached = found.sorted { ($0 ?? .max) < ($1 ?? .max) }
  }

  /// How many interviews it took in a share of the orders (nearest rank); `nil` when saturation was not reached in so many.
  public func percentile(_ share: Double) -> Int? {
    reached[min(reached.count - 1, max(0, Int((share * Double(reached.count)).rounded(.up)) - 1))]
  }

  /// The share of the orders in which saturation was reached at all.
  public var shareReached: Double { Double(reached.count { $0 != nil }) / Double(reached.count) }
}
