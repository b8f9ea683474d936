/// A column of the theory of change.
public struct Stage: Hashable, Sendable {
  /// What kind of thing stands in it; outcomes may have several stages (short, medium, long).
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case contextualFactors = "contextual-factors"
    case barriers, inputs, activities, outputs, outcomes, impacts
  }

  public var key: String
  public var name: String
  public var kind: Kind

  public init(key: String, name: String, kind: Kind) { (self.key, self.name, self.kind) = (key, name, kind) }

  /// The list a new study starts with.
  public static let usual: [Stage] = [
    Stage(key: "context", name: "Contextual factors", kind: .contextualFactors),
    Stage(key: "barriers", name: "Barriers", kind: .barriers),
    Stage(key: "inputs", name: "Inputs", kind: .inputs),
    Stage(key: "activities", name: "Activities", kind: .activities),
    Stage(key: "outputs", name: "Outputs", kind: .outputs),
    Stage(key: "short-outcomes", name: "Outcomes (short term)", kind: .outcomes),
    Stage(key: "medium-outcomes", name: "Outcomes (medium term)", kind: .outcomes),
    Stage(key: "long-outcomes", name: "Outcomes (long term)", kind: .outcomes),
    Stage(key: "impacts", name: "Impacts", kind: .impacts),
  ]
}

/// A node of the theory of change.
public struct Factor: Entity {
  public var id: ID<Factor>
  /// A short name, e.g. `training`; unique in the study.
  public var key: String
  /// The key of its ``Stage``.
  public var stage: String
  public var text: String
  /// Lines of detail below the text.
  public var details: [String]
  /// A heading it belongs to; empty when there is none.
  public var group: String
  public var code: ID<Code>?
  /// Conditions that must hold for it.
  public var assumptions: [String]
  /// How one would see it.
  public var indicators: [String]
  /// The factor it is the opposite of. One whose key is `~` and another's key is its opposite without saying so.
  public var opposite: ID<Factor>?

  public init(
    id: ID<Factor>, key: String, stage: String, text: String, details: [String] = [], group: String = "",
    code: ID<Code>? = nil, assumptions: [String] = [], indicators: [String] = [],
    opposite: ID<Factor>? = nil
  ) {
    (self.id, self.key, self.stage, self.text, self.details) = (id, key, stage, text, details)
    (self.group, self.code, self.assumptions, self.indicators) = (group, code, assumptions, indicators)
    self.opposite = opposite
  }
}

/// An arrow of the theory of change: the first factor influences the second, according to what carries it.
public struct CausalLink: Entity {
  /// `increases` (+): same direction; `decreases` (−): opposite.
  public enum Polarity: String, Hashable, Sendable, CaseIterable { case increases, decreases }

  public var id: ID<CausalLink>
  public var from: ID<Factor>
  public var to: ID<Factor>
  public var polarity: Polarity
  public var label: String
  /// Whether the second came about although the first stood against it: a barrier that was overcome.
  public var isDespite: Bool
  /// Marks of the contexts in which it holds, without the `#`; each is one word.
  public var contexts: [String]
  /// The configurations that explain it.
  public var configurations: [ID<Configuration>]
  /// The passages that claim it.
  public var segments: [ID<Segment>]

  public init(
    id: ID<CausalLink>, from: ID<Factor>, to: ID<Factor>, polarity: Polarity = .increases, label: String = "",
    isDespite: Bool = false, contexts: [String] = [], configurations: [ID<Configuration>] = [],
    segments: [ID<Segment>] = []
  ) {
    (self.id, self.from, self.to, self.polarity, self.label) = (id, from, to, polarity, label)
    (self.isDespite, self.contexts) = (isDespite, contexts)
    (self.configurations, self.segments) = (configurations, segments)
  }
}

/// A ring of factors that feeds itself.
public struct Loop: Entity {
  /// The evaluator's judgement on its direction.
  public enum Valence: String, Hashable, Sendable, CaseIterable { case vicious, virtuous, neutral }

  /// A step of the ring that can be broken, and the recommendation that would do it.
  public struct Break: Hashable, Sendable {
    public var from: ID<Factor>
    public var to: ID<Factor>
    public var recommendation: ID<Recommendation>?

    public init(from: ID<Factor>, to: ID<Factor>, recommendation: ID<Recommendation>? = nil) {
      (self.from, self.to, self.recommendation) = (from, to, recommendation)
    }
  }

  public var id: ID<Loop>
  public var key: String
  public var title: String
  public var valence: Valence
  /// In order; the last one leads back to the first, which is not repeated.
  public var factors: [ID<Factor>]
  /// Where it can be broken.
  public var breaks: [Break]
  /// The ring that this one was before, such as the vicious one that became virtuous.
  public var before: ID<Loop>?

  public init(
    id: ID<Loop>, key: String, title: String, valence: Valence = .neutral, factors: [ID<Factor>] = [],
    breaks: [Break] = [], before: ID<Loop>? = nil
  ) {
    (self.id, self.key, self.title, self.valence, self.factors) = (id, key, title, valence, factors)
    (self.breaks, self.before) = (breaks, before)
  }
}
