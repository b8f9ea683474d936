import RealistAnalysis
import RealistModel

/// How a diagram is drawn.
public struct GraphStyle: Hashable, Sendable {
  /// Columns of text in a box.
  public var boxWidth = 28
  /// Quotes in a tooltip; one of every element is shown even when there are more elements.
  public var quotes = 8
  /// Whether arrows are drawn. A figure of many configurations is often clearer without: the numbers in the boxes say what belongs together.
  public var showsLinks = true
  /// What the id of a box or an arrow is appended to, to make the address it links to; `nil` for no links.
  public var linkBase: String?

  public init(boxWidth: Int = 28, quotes: Int = 8, showsLinks: Bool = true, linkBase: String? = nil) {
    (self.boxWidth, self.quotes, self.showsLinks, self.linkBase) = (boxWidth, quotes, showsLinks, linkBase)
  }
}

/// The colours of Okabe and Ito, chosen to be told apart by people with any kind of colour vision (jfly.uni-koeln.de/color), with a tint of a
/// quarter for the inside of boxes. Shape, line and text say the same again, so that a copy in black and white loses nothing.
extension CausalGraph.Role {
  var colour: String {
    switch self {
    case .context: "#56B4E9"
    case .disabling: "#E69F00"
    case .enabling, .mechanism: "#009E73"
    case .step: "#F0E442"
    case .outcome: "#0072B2"
    case .impact: "#CC79A7"
    }
  }

  var tint: String {
    switch self {
    case .context: "#D5ECFA"
    case .disabling: "#F9E7BF"
    case .enabling, .mechanism: "#BFE7DC"
    case .step: "#FBF8D0"
    case .outcome: "#BFDCEC"
    case .impact: "#F2DEE9"
    }
  }

  /// Black or white, whichever is legible on ``colour``.
  var ink: String { self == .outcome ? "#FFFFFF" : "#000000" }

  /// What the text of a box begins with.
  var mark: String {
    switch self {
    case .disabling: "(−) "
    case .enabling: "(+) "
    default: ""
    }
  }

  var lineStyle: String {
    switch self {
    case .context: "filled,rounded"
    case .disabling: "filled,dashed"
    case .impact: "filled,bold"
    default: "filled"
    }
  }

  var peripheries: Int { self == .outcome || self == .impact ? 2 : 1 }

  /// What the key calls it.
  var legend: String {
    switch self {
    case .context: "context"
    case .disabling: "(−) disabling, barrier"
    case .enabling: "(+) enabling"
    case .mechanism: "mechanism"
    case .step: "input, activity, output"
    case .outcome: "outcome"
    case .impact: "impact"
    }
  }
}

extension CausalLink.Polarity {
  /// `+` or `−` (U+2212).
  package var sign: String { self == .increases ? "+" : "−" }
}
