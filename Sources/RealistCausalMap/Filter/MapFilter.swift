import RealistModel

/// One step of what is left out of a map. Steps are applied in the order in which they are given: zooming and then dropping rare links is
/// something else than dropping rare links and then zooming (Causal Map guide, "filters as a pipeline").
public enum MapFilter: Hashable, Sendable {
  /// Bundles that at least so many sources support.
  case minimumSources(Int)
  /// Bundles with at least so many claims.
  case minimumCitations(Int)
  /// Claims of some speakers, such as those of a stakeholder group; the words say who they are.
  case speakers(Set<Speaker>, words: String)
  /// Claims that bear one of these context marks.
  case contexts([String])
  /// Claims of some standing, such as what was observed.
  case standings(Set<Evidence.Standing>)
  /// Bundles of some kinds.
  case kinds(Set<Claim.Kind>)
  /// Bundles that were drawn by hand.
  case drawn
  /// Factors below a level of the hierarchy are merged into the one above them at that level.
  case zoom(level: Int, keepsSelfLoops: Bool)
  /// Like `zoom`, but a factor below the level stays when at least so many sources mention it; the rest becomes "… (other)".
  case smartZoom(level: Int, minimumSources: Int, keepsSelfLoops: Bool)
  /// What is within some steps of some factors, along or against the arrows.
  case focus([String], steps: Int)
  /// The bundles on ways from some factors to others; with `keepsOtherLinks`, all bundles among the factors on these ways. Steps bound the
  /// length of a way.
  case trace(from: [String], to: [String], steps: Int?, keepsOtherLinks: Bool)
  /// The claims of those sources that have a way of their own from some factors to others, on that way.
  case threads(from: [String], to: [String])
  /// The bundles with the most sources, then the most citations.
  case topLinks(Int)
  /// The factors with the most sources, and the bundles among them.
  case topFactors(Int)
  /// A factor and its opposite become one; each end of a bundle remembers whether it was named by the opposite.
  case combineOpposites
}

/// Who says something in which source.
public struct Speaker: Hashable, Sendable {
  public var source: String
  public var person: String?

  public init(source: String, person: String? = nil) { (self.source, self.person) = (source, person) }
}

/// What a step of the pipeline did.
public struct AppliedFilter: Hashable, Sendable {
  /// What it keeps, in words: `links with at least 2 sources`.
  public var words: String
  /// What was left after it.
  public var factors: Int
  public var links: Int
  public var citations: Int

  public init(words: String, factors: Int, links: Int, citations: Int) {
    (self.words, self.factors, self.links, self.citations) = (words, factors, links, citations)
  }
}

extension CausalMap {
  /// The map after each filter in turn.
  ///
  /// - Throws: ``MapError`` for a factor that is not in the map at that step, or a number that makes no sense.
  /// - Complexity: linear in factors, bundles and claims for each step; `threads` once for each source.
  public func filtered(_ filters: [MapFilter]) throws(MapError) -> CausalMap {
    var map = self
    for filter in filters {
      let applied = try map.filtered(filter)
      let citations = applied.bundles.reduce(0) { $0 + $1.citations }
      let note = AppliedFilter(
        words: filter.words, factors: applied.factors.count, links: applied.bundles.count,
        citations: citations)
      let notes = map.filters + [note]
      map = applied
      map.filters = notes
    }
    return map
  }

  private func filtered(_ filter: MapFilter) throws(MapError) -> CausalMap {
    try filter.check()
    switch filter {
    case .minimumSources(let least): return keepingBundles { $0.sources.count >= least }
    case .minimumCitations(let least): return keepingBundles { $0.citations >= least }
    case .speakers(let speakers, _):
      return keepingClaims { speakers.contains(Speaker(source: $0.place, person: $0.person)) }
    case .contexts(let marks):
      let wanted = Set(marks.map { $0.lowercased() })
      return keepingClaims { claim in claim.contexts.contains { wanted.contains($0.lowercased()) } }
    case .standings(let standings): return keepingClaims { standings.contains($0.standing) }
    case .kinds(let kinds): return keepingBundles { kinds.contains($0.kind) }
    case .drawn: return keepingBundles(\.isDrawn)
    case .zoom(let level, let keeps): return zoomed(level: level, keepsSelfLoops: keeps)
    case .smartZoom(let level, let least, let keeps):
      return smartZoomed(level: level, minimumSources: least, keepsSelfLoops: keeps)
    case .focus(let names, let steps): return focused(on: try keys(named: names), steps: steps)
    case .trace(let from, let to, let steps, let keeps):
      return traced(
        from: try keys(named: from), to: try keys(named: to), steps: steps, keepsOtherLinks: keeps)
    case .threads(let from, let to): return threaded(from: try keys(named: from), to: try keys(named: to))
    case .topLinks(let count): return keepingTopBundles(count)
    case .topFactors(let count): return keepingTopFactors(count)
    case .combineOpposites: return combiningOpposites()
    }
  }
}

extension MapFilter {
  /// What it keeps, in words.
  public var words: String {
    switch self {
    case .minimumSources(let least): "links with at least \(counted(least, "source"))"
    case .minimumCitations(let least): "links with at least \(counted(least, "citation"))"
    case .speakers(_, let words): "what was said where \(words)"
    case .contexts(let marks): "claims in the context \(marks.joined(separator: " or "))"
    case .standings(let standings):
      "claims \(Evidence.Standing.allCases.filter(standings.contains).map(\.rawValue).joined(separator: " or "))"
    case .kinds(let kinds):
      "links of kind \(Claim.Kind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ", "))"
    case .drawn: "links drawn by hand"
    case .zoom(let level, _): "zoomed out to level \(level)"
    case .smartZoom(let level, let least, _):
      "zoomed out to level \(level), but for factors with at least \(counted(least, "source"))"
    case .focus(let names, let steps):
      "within \(counted(steps, "step")) of \(names.joined(separator: ", "))"
    case .trace(let from, let to, let steps, let keeps):
      "\(keeps ? "all links among factors" : "links") on ways from \(from.joined(separator: ", ")) to "
        + to.joined(separator: ", ") + (steps.map { " of at most \(counted($0, "step"))" } ?? "")
    case .threads(let from, let to):
      "sources with a way of their own from \(from.joined(separator: ", ")) to \(to.joined(separator: ", "))"
    case .topLinks(let count): "the \(counted(count, "link")) with the most sources"
    case .topFactors(let count): "the \(counted(count, "factor")) with the most sources"
    case .combineOpposites: "opposites combined"
    }
  }

  func check() throws(MapError) {
    switch self {
    case .zoom(let level, _), .smartZoom(let level, _, _):
      if level < 1 { throw .badNumber("zoom level", level, least: 1) }
    case .focus(_, let steps): if steps < 0 { throw .badNumber("number of steps", steps, least: 0) }
    case .trace(_, _, let steps?, _): if steps < 1 { throw .badNumber("number of steps", steps, least: 1) }
    case .topLinks(let count), .topFactors(let count):
      if count < 1 { throw .badNumber("number to keep", count, least: 1) }
    default: break
    }
  }
}
