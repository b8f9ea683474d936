extension Ratings {
  /// An agreement by the name of its coefficient.
  ///
  /// - Throws: ``Undefined`` where there is nothing to compute; ``Undefined/oneValue`` for those that compare places on a continuum.
  public func agreement(_ coefficient: Coefficient) throws(Undefined) -> Agreement {
    switch coefficient {
    case .percent: try percent()
    case .kappa: try crossTable().kappa()
    case .kappaLinear: try crossTable().kappa(.linear)
    case .kappaQuadratic: try crossTable().kappa(.quadratic)
    case .pi: try crossTable().pi()
    case .fleiss: try fleiss()
    case .ac1: try gwet()
    case .ac2Linear: try gwet(.linear)
    case .ac2Quadratic: try gwet(.quadratic)
    case .brennanPrediger: try brennanPrediger()
    case .alpha: try alpha(.nominal)
    case .alphaOrdinal: try alpha(.ordinal)
    case .alphaInterval: try alpha(.interval)
    case .alphaRatio: try alpha(.ratio)
    case .alphaU, .uAlpha, .uBinary, .cuAlpha, .kuAlpha: throw .oneValue
    }
  }

  /// The share of pairs of judgements that are the same, the mean over the units that two coders or more have judged. Chance is not taken
  /// off: nothing is expected.
  public func percent() throws(Undefined) -> Agreement {
    Agreement(observedDisagreement: try observedDisagreement(.identity), expectedDisagreement: 1)
  }

  /// Fleiss' κ: the mean over units of Σ n_ik (n_ik − 1) / (n_i (n_i − 1)), against Σ π_k² (Fleiss 1971, "Measuring nominal scale agreement
  /// among many raters", Psychological Bulletin 76:378–382). With missing judgements as Gwet 2014, section 2.4.3: units with one
  /// judgement count for π alone. For two coders it is Scott's π.
  public func fleiss(_ weights: AgreementWeights = .identity) throws(Undefined) -> Agreement {
    let observed = try observedDisagreement(weights)
    let (shares, disagreements) = (prevalence(), weights.disagreements(values))
    var expected = 0.0
    for (first, share) in shares.enumerated() {
      for (second, other) in shares.enumerated() where first != second {
        expected += disagreements[first][second] * share * other
      }
    }
    return Agreement(observedDisagreement: observed, expectedDisagreement: expected)
  }

  /// Fleiss' κ of one category against all others (Fleiss 1971, formula 10).
  public func fleiss(ofCategory category: Int) throws(Undefined) -> Agreement {
    try collapsed(to: category).fleiss()
  }

  /// Gwet's AC1: pe = 1/(q − 1) Σ π_k (1 − π_k) (Gwet 2008, "Computing inter-rater reliability and its variance in the presence of high
  /// agreement", British Journal of Mathematical and Statistical Psychology 61:29–48); with weights AC2: pe = T_w / (q (q − 1)) Σ π_k (1 − π_k),
  /// T_w the sum of all weights (Gwet 2014, section 3.5).
  public func gwet(_ weights: AgreementWeights = .identity) throws(Undefined) -> Agreement {
    guard values.count > 1 else { throw unitCount == 0 ? .nothingCompared : .oneCategory }
    let observed = try observedDisagreement(weights)
    let count = Double(values.count)
    let spread = prevalence().reduce(0) { $0 + $1 * (1 - $1) }
    let chance = sumOfWeights(weights) * spread / (count * (count - 1))
    return Agreement(observedDisagreement: observed, expectedDisagreement: 1 - chance)
  }

  /// Brennan and Prediger's S: pe = 1/q (Brennan and Prediger 1981, "Coefficient kappa: some uses, misuses, and alternatives", Educational and
  /// Psychological Measurement 41:687–699), the S of Bennett, Alpert and Goldstein 1954 and Randolph's free-marginal κ; with weights T_w/q².
  public func brennanPrediger(_ weights: AgreementWeights = .identity) throws(Undefined) -> Agreement {
    guard values.count > 1 else { throw unitCount == 0 ? .nothingCompared : .oneCategory }
    let count = Double(values.count)
    return Agreement(
      observedDisagreement: try observedDisagreement(weights),
      expectedDisagreement: 1 - sumOfWeights(weights) / (count * count))
  }

  private func sumOfWeights(_ weights: AgreementWeights) -> Double {
    weights.disagreements(values).reduce(0) { $0 + $1.reduce(0) { $0 + 1 - $1 } }
  }

  /// The mean over units with two judgements or more of how much a pair of them differs.
  private func observedDisagreement(_ weights: AgreementWeights) throws(Undefined) -> Double {
    let disagreements = weights.disagreements(values)
    var (sum, count) = (0.0, 0)
    for unit in units where unit.count > 0 {
      let (counts, judged) = tally(unit)
      guard judged >= 2 else { continue }
      var differing = 0.0
      for (first, many) in counts.enumerated() where many > 0 {
        for (second, others) in counts.enumerated() where first != second {
          differing += disagreements[first][second] * many * others
        }
      }
      sum += Double(unit.count) * differing / (judged * (judged - 1))
      count += unit.count
    }
    guard count > 0 else { throw units.allSatisfy { $0.count == 0 } ? .nothingCompared : .noPairs }
    return sum / Double(count)
  }

  /// π: the share of each value, the mean over the units that anybody judged.
  private func prevalence() -> [Double] {
    var (shares, total) = ([Double](repeating: 0, count: values.count), 0)
    for unit in units {
      let (counts, judged) = tally(unit)
      guard judged > 0 else { continue }
      for (value, count) in counts.enumerated() where count > 0 {
        shares[value] += Double(unit.count) * count / judged
      }
      total += unit.count
    }
    return total == 0 ? shares : shares.map { $0 / Double(total) }
  }
}
