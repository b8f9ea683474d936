/// How much two judgements that differ still agree.
public enum AgreementWeights: Hashable, Sendable {
  /// Not at all.
  case identity
  /// 1 − |a − b| / (max − min).
  case linear
  /// 1 − (a − b)² / (max − min)².
  case quadratic

  /// 1 − weight of each pair of values. Distances are those of the values, so 1, 2, 3 for categories equally far apart (Cohen 1968,
  /// "Weighted kappa", Psychological Bulletin 70:213–220; Gwet 2014, section 3.3).
  func disagreements(_ values: [Double]) -> [[Double]] {
    let range = (values.last ?? 0) - (values.first ?? 0)
    return values.map { first in
      values.map { second in
        let distance = range > 0 ? abs(first - second) / range : 0
        return switch self {
        case .identity: first == second ? 0 : 1
        case .linear: distance
        case .quadratic: distance * distance
        }
      }
    }
  }
}
