import RealistAnalysis
import RealistModel

/// An outcome of one configuration that may be the context of another, and why it seems so (Jagosh et al. 2015, doi
/// 10.1186/s12889-015-1949-1: "Outcome1 → Context2").
public struct RippleMatch: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Both bear the same code.
    case code
    /// The code of one lies below that of the other.
    case subtree
    /// Neither bears a code and the words agree but for case.
    case words
    /// Nothing but the evaluator's word.
    case judgement
  }

  public var ripple: Ripple
  public var reason: Reason
  /// Whether the evaluator says that it is so.
  public var isConfirmed: Bool

  public init(_ ripple: Ripple, reason: Reason, isConfirmed: Bool = false) {
    (self.ripple, self.reason, self.isConfirmed) = (ripple, reason, isConfirmed)
  }
}

/// Configurations in a row, each of which makes the context of the next.
public struct RippleChain: Hashable, Sendable {
  public var steps: [RippleMatch]

  public init(steps: [RippleMatch]) { self.steps = steps }

  /// The configurations in order.
  public var configurations: [ID<Configuration>] {
    steps.prefix(1).map(\.ripple.from) + steps.map(\.ripple.to)
  }
}

extension Study {
  /// Outcomes that are, or may be, contexts of other configurations, in the order of the configurations and elements they start from.
  /// Rejected configurations are left out. Confirmed ripples come even where neither codes nor words show them.
  ///
  /// - Parameter subtrees: also where one code lies below the other.
  /// - Complexity: linear in elements, plus the matches.
  public func rippleMatches(codes: CodeTree, subtrees: Bool = true, confirmed: Set<Ripple> = [])
    -> [RippleMatch]
  {
    let configurations = configurations.filter { $0.status != .rejected }
    let contexts = configurations.flatMap { ends(of: $0, .context) }
    let byCode = Dictionary(grouping: contexts.filter { $0.element.code != nil }) { $0.element.code }
    let byWords = Dictionary(grouping: contexts.filter { $0.element.code == nil }) { $0.element.text.folded }
    var found: [RippleMatch] = []
    for outcome in configurations.flatMap({ ends(of: $0, .outcome) }) {
      var own: [(RippleEnd, RippleMatch.Reason)] = []
      if let code = outcome.element.code {
        own = (byCode[code] ?? []).map { ($0, .code) }
        for (other, ends) in subtrees ? byCode : [:] where other != code {
          guard let other, codes.isWithin(code, other) || codes.isWithin(other, code) else { continue }
          own += ends.map { ($0, .subtree) }
        }
      } else if !outcome.element.text.folded.isEmpty {
        own = (byWords[outcome.element.text.folded] ?? []).map { ($0, .words) }
      }
      let ordered = own.filter { $0.0.configuration != outcome.configuration }.sorted {
        $0.0.order < $1.0.order
      }
      found += ordered.map { end, reason in
        let ripple = Ripple(
          from: outcome.configuration, outcome: outcome.label, to: end.configuration, context: end.label)
        return RippleMatch(ripple, reason: reason, isConfirmed: confirmed.contains(ripple))
      }
    }
    let known = Set(found.map(\.ripple))
    return found + judged(confirmed.subtracting(known), contexts: contexts, configurations)
  }

  /// What only the evaluator says, in the order of the configurations.
  private func judged(
    _ ripples: Set<Ripple>, contexts: [RippleEnd], _ configurations: [Configuration]
  ) -> [RippleMatch] {
    if ripples.isEmpty { return [] }
    return configurations.flatMap { ends(of: $0, .outcome) }.flatMap { outcome in
      contexts.compactMap { end -> RippleMatch? in
        let ripple = Ripple(
          from: outcome.configuration, outcome: outcome.label, to: end.configuration, context: end.label)
        return ripples.contains(ripple) ? RippleMatch(ripple, reason: .judgement, isConfirmed: true) : nil
      }
    }
  }

  private func ends(of configuration: Configuration, _ role: Template.Role) -> [RippleEnd] {
    let number = configurations.firstIndex { $0.id == configuration.id } ?? 0
    return configuration.labelled.enumerated().compactMap { place, labelled in
      template.slot(letter: labelled.element.letter)?.role == role
        ? RippleEnd(
          configuration: configuration.id, label: labelled.label, element: labelled.element,
          order: number * 1000 + place) : nil
    }
  }
}

/// One end of a ripple.
private struct RippleEnd {
  var configuration: ID<Configuration>
  var label: String
  var element: Element
  /// Its place in the study.
  var order: Int
}

extension [RippleMatch] {
  /// The chains that cannot be made longer at either end and pass no configuration twice, longest first; at most so many, and whether these are
  /// all.
  ///
  /// Between two configurations the first match stands for all of them.
  public func chains(atMost limit: Int = 200) -> (chains: [RippleChain], isComplete: Bool) {
    var next: [ID<Configuration>: [RippleMatch]] = [:]
    var (order, seen, reached) = ([ID<Configuration>](), Set<[ID<Configuration>]>(), Set<ID<Configuration>>())
    for match in self where seen.insert([match.ripple.from, match.ripple.to]).inserted {
      if next[match.ripple.from] == nil { order.append(match.ripple.from) }
      next[match.ripple.from, default: []].append(match)
      reached.insert(match.ripple.to)
    }
    // Where everything is reached there are only rings; then each configuration is a beginning.
    let starts = order.filter { !reached.contains($0) }
    var search = ChainSearch(next: next, limit: limit)
    for start in starts.isEmpty ? order : starts { search.extend([], from: start, passed: [start]) }
    for start in order where !search.visited.contains(start) {
      search.extend([], from: start, passed: [start])
    }
    let chains = search.found.enumerated().sorted {
      ($1.element.steps.count, $0.offset) < ($0.element.steps.count, $1.offset)
    }
    return (chains.map(\.element), search.isComplete)
  }
}

private struct ChainSearch {
  let next: [ID<Configuration>: [RippleMatch]]
  let limit: Int
  var found: [RippleChain] = []
  var visited: Set<ID<Configuration>> = []
  var isComplete = true

  mutating func extend(_ steps: [RippleMatch], from here: ID<Configuration>, passed: Set<ID<Configuration>>) {
    guard isComplete else { return }
    visited.insert(here)
    let onward = (next[here] ?? []).filter { !passed.contains($0.ripple.to) }
    if onward.isEmpty {
      if steps.isEmpty { return }
      if found.count == limit {
        isComplete = false
      } else {
        found.append(RippleChain(steps: steps))
      }
      return
    }
    for match in onward {
      extend(steps + [match], from: match.ripple.to, passed: passed.union([match.ripple.to]))
    }
  }
}

extension String {
  fileprivate var folded: String { trimmed.lowercased() }
}
