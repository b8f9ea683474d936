import RealistAnalysis
import RealistModel

/// Factors and the bundles of claims between them: one graph of what people said, what configurations argue and what was drawn by hand.
///
/// Factors stand in the study's order and bundles in the order of their first mention, so equal studies give equal maps. A bundle without a
/// claim is an arrow that nobody's words support yet.
public struct CausalMap: Hashable, Sendable {
  /// A node.
  public struct Factor: Hashable, Sendable {
    /// Unique in the map: a factor's key, a code's path, or the words.
    public var key: String
    public var label: String
    /// Its place in a hierarchy, from the top: the parts of a code's path, or of a label `A; B; C`, where `A; B` means "A, for example B".
    public var path: [String]
    /// What joins the parts of the path.
    public var separator: String
    public var role: CausalGraph.Role
    /// The heading of the column it stands in; empty when it has none.
    public var stage: String
    /// The key of the factor of which it is the opposite: `~Good health` is the opposite of `Good health`.
    public var opposite: String?

    public init(
      key: String, label: String? = nil, path: [String]? = nil, separator: String = "; ",
      role: CausalGraph.Role = .step, stage: String = "", opposite: String? = nil
    ) {
      (self.key, self.label, self.separator) = (key, label ?? key, separator)
      self.path =
        path ?? (label ?? key).split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
      (self.role, self.stage) = (role, stage)
      self.opposite = opposite ?? (key.hasPrefix("~") ? String(key.dropFirst()).trimmed : nil)
    }
  }

  /// All claims that say the same thing about the same two factors.
  public struct Bundle: Hashable, Sendable {
    public var cause: String
    public var effect: String
    public var polarity: CausalLink.Polarity
    public var kind: Claim.Kind
    /// Whether the cause was named by its opposite before opposites were combined.
    public var causeIsFlipped = false
    public var effectIsFlipped = false
    /// Words on the arrow; empty when there are none.
    public var label: String
    /// The numbers of the configurations that explain it, ascending.
    public var configurations: [Int]
    /// Whether a person drew it.
    public var isDrawn: Bool
    /// What supports it.
    public var claims: [Claim]
    /// What refutes it or one of its ends in the configuration that argues it.
    public var against: [Claim]

    public init(
      cause: String, effect: String, polarity: CausalLink.Polarity = .increases,
      kind: Claim.Kind = .influence,
      label: String = "", configurations: [Int] = [], isDrawn: Bool = false, claims: [Claim] = [],
      against: [Claim] = []
    ) {
      (self.cause, self.effect, self.polarity, self.kind) = (cause, effect, polarity, kind)
      (self.label, self.configurations, self.isDrawn) = (label, configurations, isDrawn)
      (self.claims, self.against) = (claims, against)
    }

    /// The names of those who say it, each once, sorted.
    public var sources: [String] { Set(claims.map(\.source)).sorted() }
    /// How many times it is said.
    public var citations: Int { claims.count }
    /// The names of those who refute it, each once, sorted.
    public var refuting: [String] { Set(against.map(\.source)).sorted() }
    /// The marks of the contexts in which it is said to hold, in the order of their first mention.
    public var contexts: [String] { claims.flatMap(\.contexts).distinct }
    /// The sign between the two factors as they are named now: one flipped end turns it round, two leave it.
    public var effectivePolarity: CausalLink.Polarity {
      causeIsFlipped == effectIsFlipped ? polarity : polarity == .increases ? .decreases : .increases
    }
    /// Whether it carries an influence on from its cause to its effect.
    public var transmits: Bool { kind != .despite }
  }

  public var factors: [Factor]
  public var bundles: [Bundle]
  /// What was filtered, in order.
  public var filters: [AppliedFilter] = []

  public init(factors: [Factor], bundles: [Bundle] = []) {
    (self.factors, self.bundles) = (factors, bundles)
  }

  /// The map of some claims; factors in the order of their first mention, in a hierarchy where their names read `A; B`.
  public init(claims: [Claim]) {
    var builder = CausalMapBuilder()
    for claim in claims {
      builder.add(Factor(key: claim.cause))
      builder.add(Factor(key: claim.effect))
      builder.add(claim)
    }
    self = builder.map
  }

  public subscript(key: String) -> Factor? { factors.first { $0.key == key } }

  /// All claims, bundle by bundle.
  public var claims: [Claim] { bundles.flatMap(\.claims) }
  /// The names of all who say something, each once, sorted.
  public var sources: [String] { Set(claims.map(\.source)).sorted() }
}

/// Collects factors and claims into a map.
struct CausalMapBuilder {
  /// What tells one bundle from another.
  struct Ends: Hashable {
    var cause: String
    var effect: String
    var polarity: CausalLink.Polarity
    var kind: Claim.Kind
    var causeIsFlipped = false
    var effectIsFlipped = false

    init(_ bundle: CausalMap.Bundle) {
      (cause, effect, polarity, kind) = (bundle.cause, bundle.effect, bundle.polarity, bundle.kind)
      (causeIsFlipped, effectIsFlipped) = (bundle.causeIsFlipped, bundle.effectIsFlipped)
    }
  }

  private struct Mention: Hashable {
    var source: String
    var segments: [ID<Segment>]
  }

  private(set) var map = CausalMap(factors: [])
  private var factorPlaces: [String: Int] = [:]
  private var bundlePlaces: [Ends: Int] = [:]
  private var mentions: [Set<Mention>] = []

  /// Adds a factor unless one of its key is there.
  mutating func add(_ factor: CausalMap.Factor) {
    guard factorPlaces[factor.key] == nil else { return }
    factorPlaces[factor.key] = map.factors.count
    map.factors.append(factor)
  }

  func has(_ key: String) -> Bool { factorPlaces[key] != nil }

  mutating func change(_ key: String, _ body: (inout CausalMap.Factor) -> Void) {
    if let place = factorPlaces[key] { body(&map.factors[place]) }
  }

  mutating func add(_ claim: Claim) {
    add(
      CausalMap.Bundle(
        cause: claim.cause, effect: claim.effect, polarity: claim.polarity, kind: claim.kind, claims: [claim])
    )
  }

  /// Adds a bundle, or what it brings to the one that is there. A passage supports a bundle once, however often it was listed.
  mutating func add(_ bundle: CausalMap.Bundle) {
    let ends = Ends(bundle)
    var place = bundlePlaces[ends] ?? map.bundles.count
    if place == map.bundles.count {
      bundlePlaces[ends] = place
      var empty = bundle
      (empty.claims, empty.against) = ([], [])
      map.bundles.append(empty)
      mentions.append([])
    } else {
      place = join(bundle, at: place)
    }
    for claim in bundle.claims {
      if claim.segments.isEmpty
        || mentions[place].insert(Mention(source: claim.source, segments: claim.segments)).inserted
      {
        map.bundles[place].claims.append(claim)
      }
    }
    for claim in bundle.against where !map.bundles[place].against.contains(claim) {
      map.bundles[place].against.append(claim)
    }
  }

  private mutating func join(_ bundle: CausalMap.Bundle, at place: Int) -> Int {
    if !bundle.configurations.isEmpty {
      let numbers = Set(map.bundles[place].configurations + bundle.configurations)
      map.bundles[place].configurations = numbers.sorted()
    }
    if bundle.isDrawn { map.bundles[place].isDrawn = true }
    if !bundle.label.isEmpty, !map.bundles[place].label.contains(bundle.label) {
      map.bundles[place].label += (map.bundles[place].label.isEmpty ? "" : "; ") + bundle.label
    }
    return place
  }
}
