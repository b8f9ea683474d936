/// How much confidence the evaluators have in a configuration, and why.
///
/// An adaptation of GRADE-CERQual (Lewin et al. 2018, doi 10.1186/s13012-017-0688-3), which is made for findings of reviews: here the body
/// of data is one study's own material. The level is a judgement; nothing computes it from the four.
public struct Confidence: Hashable, Sendable {
  /// What is judged.
  public enum Component: String, Hashable, Sendable, CaseIterable {
    /// How the material was come by and coded.
    case methods
    /// How well the configuration fits all of the material, what speaks against it included.
    case coherence
    /// How much there is, and how rich it is.
    case adequacy
    /// How far the material is about these people, places and questions.
    case relevance
  }

  /// How much of a worry it is.
  public enum Concern: String, Hashable, Sendable, CaseIterable { case none, minor, moderate, serious }

  /// How likely the configuration is a fair account of what it is about.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case high, moderate, low
    case veryLow = "very-low"
  }

  /// One of the four judgements.
  public struct Judgement: Hashable, Sendable {
    public var concern: Concern
    /// Why; empty when there is nothing to say.
    public var note: String

    public init(_ concern: Concern, note: String = "") { (self.concern, self.note) = (concern, note) }
  }

  /// Those that were made.
  public var judgements: [Component: Judgement]
  /// `nil` until somebody has decided.
  public var level: Level?
  /// Why the level.
  public var note: String

  public init(judgements: [Component: Judgement] = [:], level: Level? = nil, note: String = "") {
    (self.judgements, self.level, self.note) = (judgements, level, note)
  }

  /// Whether nothing was judged.
  public var isEmpty: Bool { judgements.isEmpty && level == nil && note.isEmpty }

  /// The judgements that were made, in the order of the components.
  public var ordered: [(component: Component, judgement: Judgement)] {
    Component.allCases.compactMap { component in judgements[component].map { (component, $0) } }
  }
}
