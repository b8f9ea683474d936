/// A coefficient of agreement, by the name it is asked for with.
public enum Coefficient: String, Hashable, Sendable, CaseIterable {
  case percent
  case kappa
  case kappaLinear = "kappa-linear"
  case kappaQuadratic = "kappa-quadratic"
  case pi
  case fleiss
  case ac1
  case ac2Linear = "ac2-linear"
  case ac2Quadratic = "ac2"
  case brennanPrediger = "s"
  case alpha
  case alphaOrdinal = "alpha-ordinal"
  case alphaInterval = "alpha-interval"
  case alphaRatio = "alpha-ratio"
  case alphaU = "alpha-u"
  case uAlpha = "u-alpha"
  case uBinary = "u-binary"
  case cuAlpha = "cu-alpha"
  case kuAlpha = "ku-alpha"

  /// The symbol that is printed.
  public var symbol: String {
    switch self {
    case .percent: "Agreement"
    case .kappa: "Cohen κ"
    case .kappaLinear: "Cohen κ (linear)"
    case .kappaQuadratic: "Cohen κ (quadratic)"
    case .pi: "Scott π"
    case .fleiss: "Fleiss κ"
    case .ac1: "Gwet AC1"
    case .ac2Linear: "Gwet AC2 (linear)"
    case .ac2Quadratic: "Gwet AC2 (quadratic)"
    case .brennanPrediger: "Brennan–Prediger S"
    case .alpha: "Krippendorff α"
    case .alphaOrdinal: "Krippendorff α (ordinal)"
    case .alphaInterval: "Krippendorff α (interval)"
    case .alphaRatio: "Krippendorff α (ratio)"
    case .alphaU: "αU (2004)"
    case .uAlpha: "uα"
    case .uBinary: "|uα"
    case .cuAlpha: "cuα"
    case .kuAlpha: "(k)uα"
    }
  }

  /// Where it is published.
  public var citation: String {
    switch self {
    case .percent: "share of pairs of judgements that are the same; it ignores chance and never stands alone"
    case .kappa: "Cohen 1960"
    case .kappaLinear, .kappaQuadratic: "Cohen 1968"
    case .pi: "Scott 1955"
    case .fleiss: "Fleiss 1971"
    case .ac1: "Gwet 2008"
    case .ac2Linear, .ac2Quadratic: "Gwet 2014"
    case .brennanPrediger: "Brennan and Prediger 1981"
    case .alpha, .alphaOrdinal, .alphaInterval, .alphaRatio: "Krippendorff 2011"
    case .alphaU: "Krippendorff 1995, 2004"
    case .uAlpha, .uBinary, .cuAlpha, .kuAlpha: "Krippendorff, Mathet, Bouvry and Widlöcher 2016"
    }
  }

  /// Whether it is one of those that compare where units begin and end on a continuum.
  public var isUnitizing: Bool {
    switch self {
    case .alphaU, .uAlpha, .uBinary, .cuAlpha, .kuAlpha: true
    default: false
    }
  }

  /// Whether it compares exactly two coders.
  public var comparesTwo: Bool {
    switch self {
    case .kappa, .kappaLinear, .kappaQuadratic, .pi: true
    default: false
    }
  }

  /// Whether it needs values that have an order.
  public var isWeighted: Bool {
    switch self {
    case .kappaLinear, .kappaQuadratic, .ac2Linear, .ac2Quadratic, .alphaOrdinal, .alphaInterval, .alphaRatio:
      true
    default: false
    }
  }

  /// Whether ``Benchmark`` applies.
  public var hasBenchmark: Bool {
    switch self {
    case .alpha, .alphaOrdinal, .alphaInterval, .alphaRatio, .alphaU, .uAlpha, .uBinary, .cuAlpha, .kuAlpha:
      true
    default: false
    }
  }
}
