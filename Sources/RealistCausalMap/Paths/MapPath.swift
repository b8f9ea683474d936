import RealistAnalysis
import RealistModel

/// A chain of factors, each of which leads to the next, whoever said so.
public struct MapPath: Hashable, Sendable {
  /// The keys, in order.
  public var factors: [String]
  /// What joins each factor to the next: all bundles between the two.
  public var steps: [[CausalMap.Bundle]]

  public init(factors: [String], steps: [[CausalMap.Bundle]]) {
    (self.factors, self.steps) = (factors, steps)
  }

  /// How many citations each step has.
  public var citations: [Int] { steps.map { $0.reduce(0) { $0 + $1.citations } } }

  /// Who says each step.
  public var sources: [Set<String>] { steps.map { Set($0.flatMap { $0.claims.map(\.source) }) } }

  /// Those who say every step, sorted: only they claim the whole chain. B → C and C → E give B → E "in the intersection of the contexts" alone
  /// (Causal Map guide, "the transitivity trap").
  public var threads: [String] {
    guard let first = sources.first else { return [] }
    return sources.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  /// What the signs of its steps make of it; `nil` where a step has both.
  public var polarity: CausalLink.Polarity? {
    var minus = 0
    for step in steps {
      let signs = Set(step.map(\.effectivePolarity))
      guard signs.count == 1, let sign = signs.first else { return nil }
      if sign == .decreases { minus += 1 }
    }
    return minus.isMultiple(of: 2) ? .increases : .decreases
  }
}

/// How far a search goes.
public struct SearchBound: Hashable, Sendable {
  /// The most steps.
  public var length: Int
  /// The most answers.
  public var count: Int
  /// The most steps tried; what keeps a tangled map from taking for ever.
  public var work: Int

  public init(length: Int = 8, count: Int = 1000, work: Int = 20_000_000) {
    (self.length, self.count, self.work) = (length, count, work)
  }
}

/// Whether a search found everything.
public enum SearchEnd: Hashable, Sendable {
  case complete
  /// There may be longer ones than this many steps.
  case length(Int)
  /// There are more than this many; all with fewer steps than `completeBelow` are there.
  case count(Int, completeBelow: Int)
  /// It was given up; all with fewer steps than `completeBelow` are there.
  case work(completeBelow: Int)
}
