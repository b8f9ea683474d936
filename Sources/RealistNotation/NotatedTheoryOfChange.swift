import RealistFormats
import RealistModel

/// A theory of change as `theory-of-change.md` says it: everything by key, quotes as words that are yet to be found.
public struct NotatedTheoryOfChange: Hashable, Sendable {
  public var factors: [NotatedFactor]
  public var loops: [NotatedLoop]
  public var ripples: [NotatedRipple]

  public init(
    factors: [NotatedFactor] = [], loops: [NotatedLoop] = [], ripples: [NotatedRipple] = []
  ) {
    (self.factors, self.loops, self.ripples) = (factors, loops, ripples)
  }
}

/// One factor with the links that begin at it.
public struct NotatedFactor: Hashable, Sendable {
  public var key: String
  /// The key of its stage.
  public var stage: String
  public var text: String
  public var details: [String] = []
  public var group = ""
  /// The path of its code.
  public var code: String?
  public var assumptions: [String] = []
  public var indicators: [String] = []
  /// The key of the factor it is the opposite of.
  public var opposite: String?
  public var links: [NotatedLink] = []
  public var place = TextPlace(line: 1, column: 1)

  public init(key: String, stage: String, text: String) {
    (self.key, self.stage, self.text) = (key, stage, text)
  }
}

/// One arrow.
public struct NotatedLink: Hashable, Sendable {
  /// The key of the factor it leads to.
  public var to: String
  public var polarity: CausalLink.Polarity
  public var label = ""
  public var isDespite = false
  /// Context marks without their `#`.
  public var contexts: [String] = []
  /// `CMO2` or keys.
  public var configurations: [String] = []
  public var quotes: [NotatedQuote] = []
  public var place = TextPlace(line: 1, column: 1)

  public init(to: String, polarity: CausalLink.Polarity = .increases) {
    (self.to, self.polarity) = (to, polarity)
  }
}

/// One loop.
public struct NotatedLoop: Hashable, Sendable {
  /// A step that can be broken.
  public struct Break: Hashable, Sendable {
    public var from: String
    public var to: String
    /// The key of the recommendation that would do it.
    public var recommendation: String?
    public var place = TextPlace(line: 1, column: 1)

    public init(from: String, to: String, recommendation: String? = nil) {
      (self.from, self.to, self.recommendation) = (from, to, recommendation)
    }
  }

  public var key: String
  public var title: String
  public var valence: Loop.Valence
  /// Keys in order; the last leads back to the first.
  public var factors: [String]
  public var breaks: [Break] = []
  /// The key of the loop that it was before.
  public var before: String?
  public var place = TextPlace(line: 1, column: 1)

  public init(key: String, title: String, valence: Loop.Valence = .neutral, factors: [String] = []) {
    (self.key, self.title, self.valence, self.factors) = (key, title, valence, factors)
  }
}

/// The evaluator's word that one configuration's outcome is another's context.
public struct NotatedRipple: Hashable, Sendable {
  /// `CMO7.O1`: a configuration by number or key, and the label of its outcome.
  public var outcome: String
  /// `CMO8.C1`.
  public var context: String
  public var note: String
  public var place = TextPlace(line: 1, column: 1)

  public init(outcome: String, context: String, note: String = "") {
    (self.outcome, self.context, self.note) = (outcome, context, note)
  }
}
