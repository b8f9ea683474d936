import RealistModel

/// One statement of one source: the first factor influences the second, according to who said it.
///
/// A claim says that somebody sees an influence, never how large it is: "counts are evidence volume, not effect size" (Causal Map guide,
/// guide.causalmap.app; Powell, Copestake & Remnant 2024, doi 10.1177/13563890231196601).
public struct Claim: Hashable, Sendable {
  /// What the statement says about the two.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The first brings about, or hinders, the second.
    case influence
    /// The first is the context in which the second works.
    case condition
    /// The second came about although the first stood against it: a barrier that was overcome. It transmits nothing, so paths, flows and
    /// loops pass it by (Causal Map guide, "despite").
    case despite
  }

  /// How the source comes to say it.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// A passage states the connection.
    case stated
    /// The source speaks to both ends in one configuration, in passages of its own; the connection is the evaluator's.
    case joined
    /// The source speaks to one end only.
    case partial
  }

  /// Where the claim was written down.
  public enum Origin: Hashable, Sendable {
    /// On an arrow that a person drew.
    case drawn
    /// In the configuration with this number, from 1.
    case configuration(Int)
    /// In one passage coded as a pair or three.
    case linkedCoding
  }

  /// Who says it: the name of a source, or the pseudonym of a person where people are counted.
  public var source: String
  public var cause: String
  public var effect: String
  public var polarity: CausalLink.Polarity
  public var kind: Kind
  /// Marks of the context in which it is said to hold: context enables a link, it is not a cause.
  public var contexts: [String]
  /// The passages; a claim that was only listed has none.
  public var segments: [ID<Segment>]
  public var origin: Origin
  public var ground: Ground
  public var standing: Evidence.Standing
  /// The pseudonym of the one person who said all of it, where that is known.
  public var person: String?
  /// The name of the source in which it was said; the same as ``source`` unless people are counted.
  public var place: String

  public init(
    source: String, cause: String, effect: String, polarity: CausalLink.Polarity = .increases,
    kind: Kind = .influence, contexts: [String] = [], segments: [ID<Segment>] = [], origin: Origin = .drawn,
    ground: Ground = .stated, standing: Evidence.Standing = .observed, person: String? = nil,
    place: String? = nil
  ) {
    (self.source, self.cause, self.effect, self.polarity) = (source, cause, effect, polarity)
    (self.kind, self.contexts, self.segments, self.origin) = (kind, contexts, segments, origin)
    (self.ground, self.standing, self.person) = (ground, standing, person)
    self.place = place ?? source
  }
}
