import RealistAnalysis
import RealistModel

/// Gathers a study's claims into a map: arrows drawn by hand with their passages, configurations with their evidence, linked passages.
///
/// Each kind of material is added by a function of its own, so that another can be added beside them.
public struct ClaimGathering {
  /// Who is counted as one voice.
  public enum Voice: String, Hashable, Sendable, CaseIterable {
    /// A source: an interview, a focus group, a document.
    case sources
    /// A person, in whatever sources they speak; a source where nobody is named.
    case people
  }

  let study: Study
  let lookup: StudyLookup
  let words: [ID<Segment>: QuoteWords]
  let voice: Voice
  let grounds: Set<Claim.Ground>
  let index: FactorIndex
  let numbers: [ID<Configuration>: Int]
  let stages: [String: Stage]
  var builder = CausalMapBuilder()

  /// - Parameters:
  ///   - words: who said each passage; a passage without words counts for its source.
  ///   - grounds: which claims count. Those that speak to one end only (`partial`) say nothing about a connection.
  public init(
    _ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords], voice: Voice = .sources,
    grounds: Set<Claim.Ground> = [.stated, .joined]
  ) {
    (self.study, self.lookup, self.words, self.voice, self.grounds) = (study, lookup, words, voice, grounds)
    index = FactorIndex(study, lookup)
    numbers = Dictionary(
      study.configurations.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    stages = Dictionary(study.stages.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for factor in study.factors { builder.add(mapped(factor)) }
  }

  /// The map of what was added so far.
  public var map: CausalMap { builder.map }

  private func mapped(_ factor: Factor) -> CausalMap.Factor {
    let path = factor.code.flatMap { lookup.codes[$0]?.path.split(separator: "/").map(String.init) }
    let stage = stages[factor.stage]
    return CausalMap.Factor(
      key: factor.key, label: factor.text, path: path, separator: path == nil ? "; " : "/",
      role: stage?.kind.role ?? .step, stage: stage?.name ?? factor.stage,
      opposite: factor.opposite.flatMap { lookup.factors[$0]?.key })
  }

  /// The factors an element stands for: those tied to its code, else its code itself, else its words.
  mutating func keys(of element: Element, label: String, of configuration: Configuration) -> [String] {
    keys(of: element, name: "CMO\(numbers[configuration.id] ?? 0).\(label)")
  }

  /// The same for a part of a linked passage, which has a code.
  mutating func keys(ofLinked element: Element) -> [String] { keys(of: element, name: "?") }

  private mutating func keys(of element: Element, name: String) -> [String] {
    let factors = index.factors(for: element, template: study.template)
    if !factors.isEmpty { return factors.map(\.key) }
    let node = element.code.flatMap { lookup.codes[$0] }
    let text = element.text.trimmed
    let key = node?.path ?? (text.isEmpty ? name : text.capitalisedFirst)
    let role = role(of: element)
    if builder.has(key) {
      // A context that is the outcome of another configuration is drawn as the outcome.
      builder.change(key) { if $0.role == .context { $0.role = role } }
    } else {
      builder.add(
        CausalMap.Factor(
          key: key, label: node?.code.name.asPhrase ?? key,
          path: node?.path.split(separator: "/").map(String.init) ?? [key],
          separator: node == nil ? "; " : "/", role: role))
    }
    return [key]
  }

  private func role(of element: Element) -> CausalGraph.Role {
    let role = study.template.slot(letter: element.letter)?.role ?? .other
    guard role == .mechanism || role == .reasoning else { return role.drawn }
    return element.valence == .disabling ? .disabling : element.valence == .enabling ? .enabling : .mechanism
  }

  /// Who is heard in a passage, where, and which person it is; `nil` for a passage that the study does not have.
  func speaker(of segment: ID<Segment>) -> (voice: String, source: String, person: String?)? {
    guard let known = lookup.segments[segment], let source = lookup.sources[known.source] else { return nil }
    let person = words[segment]?.participant.flatMap { lookup.participants[$0]?.key }
    return (voice == .people ? person ?? source.name : source.name, source.name, person)
  }
}

extension CausalMap {
  /// Everything that a study says about what leads to what.
  public static func of(
    _ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords],
    voice: ClaimGathering.Voice = .sources, grounds: Set<Claim.Ground> = [.stated, .joined]
  ) -> CausalMap {
    var gathering = ClaimGathering(study, lookup, words: words, voice: voice, grounds: grounds)
    gathering.addLinks()
    gathering.addConfigurations()
    gathering.addLinkedCodings()
    return gathering.map
  }
}
