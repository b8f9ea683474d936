/// What coders disagreed in, beside what chance would have them disagree in.
///
/// All coefficients here have the form 1 − Do/De, which is the same as (po − pe)/(1 − pe) with po = 1 − Do and pe = 1 − De
/// (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section A; Gwet 2014, "Handbook of Inter-Rater Reliability", 4th edition,
/// chapter 4).
public struct Agreement: Hashable, Sendable {
  /// Do.
  public var observedDisagreement: Double
  /// De; 0 when chance could not go wrong.
  public var expectedDisagreement: Double

  public init(observedDisagreement: Double, expectedDisagreement: Double) {
    (self.observedDisagreement, self.expectedDisagreement) = (observedDisagreement, expectedDisagreement)
  }

  /// po.
  public var observed: Double { 1 - observedDisagreement }
  /// pe.
  public var expected: Double { 1 - expectedDisagreement }

  /// 1 − Do/De.
  public var estimate: Estimate {
    expectedDisagreement > 0
      ? .number(1 - observedDisagreement / expectedDisagreement) : .undefined(.noVariation)
  }

  /// One agreement of several codes: the means of what was observed and of what was expected, compared (de Vries, Elliott, Kanouse and
  /// Teleki 2008, "Using pooled kappa to summarize interrater agreement across many items", Field Methods 20(3):272–282). A code that
  /// chance could not go wrong in takes no part.
  ///
  /// - Throws: ``Undefined/nothingCompared`` when there is none.
  public static func pooled(_ agreements: [Agreement]) throws(Undefined) -> Agreement {
    guard !agreements.isEmpty else { throw .nothingCompared }
    let count = Double(agreements.count)
    return Agreement(
      observedDisagreement: agreements.reduce(0) { $0 + $1.observedDisagreement } / count,
      expectedDisagreement: agreements.reduce(0) { $0 + $1.expectedDisagreement } / count)
  }
}

/// How far conclusions may rest on data of an α, as its author has it (Krippendorff 2004, "Content Analysis", 2nd edition, section 11.4.4:
/// rely on α ≥ .800, tentatively on .667 ≤ α < .800). Other coefficients have no benchmark that is more than a habit.
public enum Benchmark: String, Hashable, Sendable {
  case reliable
  case tentative
  case unreliable = "not reliable"

  public init(alpha: Double) {
    self = alpha >= 0.8 ? .reliable : alpha >= 0.667 ? .tentative : .unreliable
  }
}
