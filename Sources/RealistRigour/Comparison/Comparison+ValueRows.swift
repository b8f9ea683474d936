extension Comparison {
  /// The agreement on several codes as values of one variable (``asOneVariable()``): a row for all of them, and one for each when (k)uα is
  /// asked for.
  ///
  /// - Throws: ``RigourError/tooFewToResample(_:)``, ``RigourError/differentCoders(_:_:)``.
  public func rows(
    ofContinua continua: [Continuum], _ coefficients: [Coefficient], bootstrap: Bootstrap? = nil
  ) throws(RigourError) -> [AgreementRow] {
    let used = usedCodes
    let measure = try ValuesMeasure(continua, values: used.count, hasAlphaU: coefficients.contains(.alphaU))
    let resamples = try bootstrap?.draws(from: continua.count).map { measure.resample($0) } ?? []
    let whole = measure.resample(nil)
    let subjects: [Int?] = [nil] + (coefficients.contains(.kuAlpha) ? Array(used.indices) : [])
    return subjects.map { value in
      let own = value.map { [used[$0]] } ?? used
      var row = AgreementRow(
        subject: value.map { .code(used[$0]) } ?? .all, codes: own.count, units: unitCount,
        pairable: unitCount * coders.count,
        codings: coders.indices.map { coder in own.reduce(0) { $0 + codingCounts[$1][coder] } },
        estimates: [:], intervals: [:])
      for coefficient in coefficients {
        guard let estimate = measure.estimate(coefficient, value, whole) else { continue }
        row.estimates[coefficient] = estimate
        guard !resamples.isEmpty else { continue }
        row.intervals[coefficient] = Interval(
          resamples.compactMap { measure.estimate(coefficient, value, $0) })
      }
      return row
    }
  }
}

/// Codes as values of one variable, ready to be measured for any choice of sources.
private struct ValuesMeasure {
  /// A choice of sources.
  struct Resample {
    var times: [Int]?
    var tally: UnitizingTally
  }

  private let tallies: [UnitizingTally]
  private let values: Int
  private let alphas: UnitizingAlphas

  init(_ continua: [Continuum], values: Int, hasAlphaU: Bool) throws(RigourError) {
    tallies = continua.map { UnitizingTally($0, values: values) }
    self.values = values
    alphas = try UnitizingAlphas(continua, values: hasAlphaU ? values : 0)
  }

  func resample(_ times: [Int]?) -> Resample {
    var sum = UnitizingTally(values: values)
    for (place, tally) in tallies.enumerated() where times?[place] != 0 {
      sum.add(tally, times: times?[place] ?? 1)
    }
    return Resample(times: times, tally: sum)
  }

  /// Of one value, or of all; `nil` where the coefficient is only of the other.
  func estimate(_ coefficient: Coefficient, _ value: Int?, _ resample: Resample) -> Estimate? {
    switch (coefficient, value) {
    case (.alphaU, _):
      Estimate { () throws(Undefined) in try alphas.agreement(value: value, times: resample.times) }
    case (.uAlpha, nil): Estimate { () throws(Undefined) in try resample.tally.uAlpha() }
    case (.uBinary, nil): Estimate { () throws(Undefined) in try resample.tally.binaryAlpha() }
    case (.cuAlpha, nil): Estimate { () throws(Undefined) in try resample.tally.commonAlpha() }
    case (.kuAlpha, let value?): Estimate { () throws(Undefined) in try resample.tally.alpha(ofValue: value) }
    default: nil
    }
  }
}
