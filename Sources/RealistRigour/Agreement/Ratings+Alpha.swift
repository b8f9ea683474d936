/// What kind of numbers the values are, which says how far two of them are apart.
public enum Level: String, Hashable, Sendable, CaseIterable { case nominal, ordinal, interval, ratio }

extension Ratings {
  /// Krippendorff's α = 1 − Do/De with any number of coders and missing judgements (Krippendorff 2011, "Computing Krippendorff's
  /// Alpha-Reliability", sections C and D): Do = Σ o_ck δ² / n, De = Σ n_c n_k δ² / (n (n − 1)), over the coincidences o_ck of the values in
  /// the units that two coders or more have judged.
  public func alpha(_ level: Level = .nominal) throws(Undefined) -> Agreement {
    let matrix = coincidences()
    let sums = matrix.map { $0.reduce(0, +) }
    let total = sums.reduce(0, +)
    guard total > 1 else { throw units.allSatisfy { $0.count == 0 } ? .nothingCompared : .noPairs }
    let distances = squaredDistances(level, sums: sums)
    var (observed, expected) = (0.0, 0.0)
    for first in values.indices {
      for second in values.indices where first != second {
        observed += matrix[first][second] * distances[first][second]
        expected += sums[first] * sums[second] * distances[first][second]
      }
    }
    return Agreement(
      observedDisagreement: observed / total, expectedDisagreement: expected / (total * (total - 1)))
  }

  /// o_ck: pairs of judgements within units, each unit's weighing 1 / (m_u − 1).
  func coincidences() -> [[Double]] {
    var matrix = values.map { _ in [Double](repeating: 0, count: values.count) }
    for unit in units where unit.count > 0 {
      let (counts, judged) = tally(unit)
      guard judged >= 2 else { continue }
      for (first, many) in counts.enumerated() where many > 0 {
        for (second, others) in counts.enumerated() where others > 0 {
          let pairs = first == second ? many * (many - 1) : many * others
          matrix[first][second] += Double(unit.count) * pairs / (judged - 1)
        }
      }
    }
    return matrix
  }

  /// δ² of each pair of values: 1; (Σ n_g from c to k − (n_c + n_k)/2)²; (c − k)²; ((c − k)/(c + k))² (Krippendorff 2011, section E).
  func squaredDistances(_ level: Level, sums: [Double]) -> [[Double]] {
    values.indices.map { first in
      values.indices.map { second in
        guard first != second else { return 0 }
        let (low, high) = (min(first, second), max(first, second))
        let distance =
          switch level {
          case .nominal: 1.0
          case .ordinal: sums[low...high].reduce(0, +) - (sums[low] + sums[high]) / 2
          case .interval: values[high] - values[low]
          case .ratio:
            values[high] + values[low] == 0 ? 0 : (values[high] - values[low]) / (values[high] + values[low])
          }
        return distance * distance
      }
    }
  }
}
