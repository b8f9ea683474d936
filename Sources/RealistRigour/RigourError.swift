import RealistModel

/// Why something cannot be compared or judged as it was asked for. All wording of this module's errors is in this file.
public enum RigourError: Error, Hashable, Sendable {
  case raggedRatings(unit: Int, count: Int, coders: Int)
  case unknownValue(unit: Int)
  case notSquare
  /// Two sections of one coder overlap.
  case overlap(coder: Int, first: Range<Int>, second: Range<Int>)
  case outside(coder: Int, section: Range<Int>, length: Int)
  /// Continua that were coded by different numbers of coders.
  case differentCoders(Int, Int)
  /// Resampling draws sources, and there is only one, or none.
  case tooFewToResample(Int)
  case tooManyCoders(Int)

  /// One sentence in lower case, the place first, without a full stop.
  public var message: String {
    switch self {
    case .raggedRatings(let unit, let count, let coders):
      "unit \(unit): there are \(count) judgements for \(coders) coders"
    case .unknownValue(let unit): "unit \(unit): a judgement is none of the values"
    case .notSquare: "a table of two coders has as many rows as columns and no negative count"
    case .overlap(let coder, let first, let second):
      "coder \(coder + 1): \(Self.words(first)) and \(Self.words(second)) overlap"
    case .outside(let coder, let section, let length):
      "coder \(coder + 1): \(Self.words(section)) lies outside the \(length) positions"
    case .differentCoders(let first, let second):
      "one source was coded by \(first) coders and another by \(second)"
    case .tooFewToResample(let count):
      "the interval is made by drawing sources again and again, and there \(count == 1 ? "is one" : "are none") to draw from"
    case .tooManyCoders(let count): "\(count) coders are more than can be compared at once (32)"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .raggedRatings: "leave a cell empty where a coder did not judge"
    case .unknownValue, .notSquare, .outside, .differentCoders: nil
    case .overlap: "units of one coder must not overlap; compare code by code"
    case .tooFewToResample: "leave out --bootstrap, or let both coders code another source"
    case .tooManyCoders: "name some of them: --coder A --coder B"
    }
  }

  private static func words(_ range: Range<Int>) -> String { "\(range.lowerBound)..\(range.upperBound)" }
}
