import RealistModel

/// The versions of all programme theories as a graph: which wording followed which, what was split, merged, refuted, superseded.
public struct TheoryGenesis: Sendable {
  /// A wording, or the end of a theory that went over into nothing.
  public struct Node: Sendable {
    /// Unique in the graph: `permission/2`.
    public var key: String
    public var theory: Theory
    public var version: Theory.Version
    /// Whether it is what is held now.
    public var isCurrent: Bool
    public var isEnd: Bool { version.isEnd }
  }

  /// A step from one version to another.
  public struct Edge: Sendable {
    public var from: String
    public var to: String
    public var step: Theory.Step
    public var date: CalendarDate?
    public var reason: String
    public var passages: [Theory.Passage]
  }

  /// By theory, then by version.
  public private(set) var nodes: [Node] = []
  public private(set) var edges: [Edge] = []

  /// - Parameter only: the theories that are drawn, with all that they came from and went over into; all when it is empty.
  public init(_ theories: [Theory], only: Set<ID<Theory>> = []) {
    let lineage = TheoryLineage(theories)
    let drawn = only.isEmpty ? Set(theories.map(\.id)) : Self.family(of: only, lineage)
    for theory in theories where drawn.contains(theory.id) { add(theory, lineage) }
  }

  private static func key(_ theory: Theory, _ index: Int) -> String { "\(theory.key)/\(index + 1)" }

  private mutating func add(_ theory: Theory, _ lineage: TheoryLineage) {
    let newest = theory.versions.lastIndex(where: \.isWording)
    var last: String?
    for (index, version) in theory.versions.enumerated() {
      let next = version.isEnd ? lineage.firstWordings(version, of: theory) : []
      let own = Self.key(theory, index)
      if version.isEnd, !next.isEmpty {
        for successor in next {
          edges.append(edge(last, to: Self.key(successor.theory, successor.index), version))
        }
        continue
      }
      nodes.append(
        Node(
          key: own, theory: theory, version: version, isCurrent: index == newest && theory.end == nil))
      if let last { edges.append(edge(last, to: own, version)) }
      last = own
    }
    edges.removeAll { $0.from.isEmpty }
  }

  private func edge(_ from: String?, to: String, _ version: Theory.Version) -> Edge {
    Edge(
      from: from ?? "", to: to, step: version.step, date: version.date, reason: version.reason,
      passages: version.passages)
  }

  /// The theories and all that are joined to them by steps.
  private static func family(of chosen: Set<ID<Theory>>, _ lineage: TheoryLineage) -> Set<ID<Theory>> {
    var links: [ID<Theory>: Set<ID<Theory>>] = [:]
    for theory in lineage.theories {
      for other in theory.versions.flatMap(\.into) {
        links[theory.id, default: []].insert(other)
        links[other, default: []].insert(theory.id)
      }
    }
    var (family, open) = (chosen, Array(chosen))
    while let next = open.popLast() {
      for other in links[next] ?? [] where family.insert(other).inserted { open.append(other) }
    }
    return family
  }
}

extension TheoryLineage {
  /// The wordings that a theory's end leads to: of each successor the first one that is not older than the end, else its first.
  fileprivate func firstWordings(_ end: Theory.Version, of theory: Theory) -> [Wording] {
    end.into.compactMap { id in
      guard let successor = self[id], successor.id != theory.id else { return nil }
      let wordings = successor.versions.indices.filter { successor.versions[$0].isWording }
      let later = wordings.first { index in
        guard let date = successor.versions[index].date, let ended = end.date else { return false }
        return date >= ended
      }
      return (later ?? wordings.first).map { Wording(theory: successor, index: $0) }
    }
  }
}
