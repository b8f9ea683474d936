import RealistModel

/// What came from what among programme theories: the genesis that a realist evaluation reports (McEwan et al. 2023,
/// doi 10.1080/13645579.2023.2184920; RAMESES II item 4).
///
/// Linear in theories and versions to make; a cycle in a damaged study ends where it began.
public struct TheoryLineage: Sendable {
  /// A version of a theory.
  public struct Wording: Hashable, Sendable {
    public var theory: Theory
    /// From 0.
    public var index: Int
    public var version: Theory.Version { theory.versions[index] }
  }

  /// In the study's order.
  public let theories: [Theory]
  private let byID: [ID<Theory>: Theory]
  private let before: [ID<Theory>: [ID<Theory>]]

  public init(_ theories: [Theory]) {
    self.theories = theories
    byID = Dictionary(theories.map { ($0.id, $0) }) { first, _ in first }
    var before: [ID<Theory>: [ID<Theory>]] = [:]
    for theory in theories {
      for version in theory.versions where version.step == .split || version.step == .merged {
        for successor in version.into where successor != theory.id {
          before[successor, default: []].append(theory.id)
        }
      }
    }
    self.before = before
  }

  public subscript(id: ID<Theory>) -> Theory? { byID[id] }

  /// The theories that were split or merged into this one.
  public func predecessors(of theory: Theory) -> [Theory] {
    (before[theory.id] ?? []).compactMap { byID[$0] }
  }

  /// What it went over into when it ended; nothing while it is held, or when it was refuted.
  public func successors(of theory: Theory) -> [Theory] {
    (theory.end?.into ?? []).compactMap { byID[$0] }
  }

  /// The first wordings that a theory goes back to: its own, unless that one came about by a split or a merger, and those of the theories
  /// that went over into it.
  public func origins(of theory: Theory) -> [Wording] {
    var seen: Set<ID<Theory>> = []
    return origins(of: theory, &seen)
  }

  private func origins(of theory: Theory, _ seen: inout Set<ID<Theory>>) -> [Wording] {
    guard seen.insert(theory.id).inserted else { return [] }
    let earlier = predecessors(of: theory)
    let first = theory.versions.firstIndex(where: \.isWording)
    var result: [Wording] = []
    if let first {
      let isDerived = [.split, .merged].contains(theory.versions[first].step)
      if earlier.isEmpty || !isDerived { result.append(Wording(theory: theory, index: first)) }
    }
    for one in earlier { result += origins(of: one, &seen) }
    return result
  }

  /// What it says now: its newest wording; `nil` when it says nothing.
  public func current(_ theory: Theory) -> Wording? {
    theory.versions.lastIndex(where: \.isWording).map { Wording(theory: theory, index: $0) }
  }

  /// The theories that are listed as they stand: all but those that go on as others, by a split or a merger.
  public var standing: [Theory] {
    theories.filter { theory in
      guard let end = theory.end else { return true }
      return end.step == .refuted || end.step == .superseded || end.into.isEmpty
    }
  }

  /// The steps that led to a theory as it is: those of the theories that went over into it, then its own.
  public func steps(to theory: Theory) -> [Wording] {
    var seen: Set<ID<Theory>> = []
    return steps(to: theory, &seen)
  }

  private func steps(to theory: Theory, _ seen: inout Set<ID<Theory>>) -> [Wording] {
    guard seen.insert(theory.id).inserted else { return [] }
    var result: [Wording] = []
    for earlier in predecessors(of: theory) { result += steps(to: earlier, &seen) }
    return result + theory.versions.indices.map { Wording(theory: theory, index: $0) }
  }
}
