/// A number, or the reason why there is none. Where a formula comes to 0/0 there is no number: printing 1 or NaN there would mislead.
public enum Estimate: Hashable, Sendable {
  case number(Double)
  case undefined(Undefined)

  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var undefined: Undefined? { if case .undefined(let reason) = self { reason } else { nil } }

  /// The estimate of an agreement, or the reason why there was nothing to make one of.
  public init(_ agreement: () throws(Undefined) -> Agreement) {
    do { self = try agreement().estimate } catch { self = .undefined(error) }
  }
}

/// Why a statistic has no value.
public enum Undefined: Error, Hashable, Sendable {
  /// There is no unit.
  case nothingCompared
  /// No unit was judged by two coders.
  case noPairs
  /// Every judgement is the same, so that chance could not have gone wrong: 0/0.
  case noVariation
  /// The statistic is that of two coders.
  case notTwoCoders(Int)
  /// The statistic needs a scale of at least two categories.
  case oneCategory
  /// The statistic tells values apart, and there is only one.
  case oneValue
  /// There is no place that two coders have marked.
  case noCommonPlace
  /// The value occurs nowhere that two coders have marked.
  case noCommonUse
  /// The base interviews bear nothing that later ones could be compared with.
  case emptyBase

  /// In words, to stand after "undefined:".
  public var reason: String {
    switch self {
    case .nothingCompared: "nothing was judged"
    case .noPairs: "no unit was judged by two coders"
    case .noVariation: "every judgement is the same, so there is nothing that chance could explain (0/0)"
    case .notTwoCoders(let count): "it compares two coders, and there are \(count)"
    case .oneCategory: "there is one category only"
    case .oneValue: "it tells values apart, and there is one value only"
    case .noCommonPlace: "there is no place that two coders have marked"
    case .noCommonUse: "it was never used where two coders have marked"
    case .emptyBase: "the first interviews bear nothing to compare with"
    }
  }
}
