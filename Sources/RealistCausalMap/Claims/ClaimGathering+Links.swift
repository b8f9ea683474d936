import RealistAnalysis
import RealistModel

extension ClaimGathering {
  /// Adds the arrows that people drew, with the passages on them and the evidence of the configurations that explain them.
  public mutating func addLinks() {
    let evidence = Dictionary(grouping: study.evidence, by: \.configuration)
    let elements = elementsByFactor
    for link in study.links {
      guard let from = lookup.factors[link.from], let to = lookup.factors[link.to] else { continue }
      let pattern = Claim(
        source: "", cause: from.key, effect: to.key, polarity: link.polarity,
        kind: link.isDespite ? .despite : .influence, contexts: link.contexts)
      var bundle = CausalMap.Bundle(
        cause: from.key, effect: to.key, polarity: link.polarity, kind: pattern.kind, label: link.label,
        isDrawn: true, claims: link.segments.compactMap { stated($0, pattern) })
      for id in link.configurations {
        guard let configuration = lookup.configurations[id], let number = numbers[id] else { continue }
        bundle.configurations.append(number)
        let own = { (factor: Factor) in elements[factor.id]?[id] ?? [] }
        let found = explained(pattern, by: configuration, evidence[id] ?? [], from: own(from), to: own(to))
        bundle.claims += found.supporting
        bundle.against += found.refuting
      }
      bundle.configurations.sort()
      builder.add(bundle)
    }
  }

  private func stated(_ segment: ID<Segment>, _ pattern: Claim) -> Claim? {
    guard let speaker = speaker(of: segment) else { return nil }
    var claim = pattern
    (claim.source, claim.place, claim.person) = (speaker.voice, speaker.source, speaker.person)
    claim.segments = [segment]
    return claim
  }

  /// What a configuration brings to an arrow: the evidence for the two ends where both are elements of it, else what speaks to the whole or
  /// to several elements at once.
  private func explained(
    _ pattern: Claim, by configuration: Configuration, _ evidence: [Evidence], from: Set<ID<Element>>,
    to: Set<ID<Element>>
  ) -> (supporting: [Claim], refuting: [Claim]) {
    var pattern = pattern
    pattern.origin = .configuration(numbers[configuration.id] ?? 0)
    pattern.contexts += ConfigurationArgument(configuration, template: study.template).contexts
      .filter { !from.contains($0.id) && !to.contains($0.id) }.map(mark).filter { !$0.isEmpty }
    if !from.isEmpty, !to.isEmpty { return claims(like: pattern, evidence, PairedEvidence(from, to)) }
    let whole = evidence.filter { $0.elements.isEmpty || $0.elements.count > 1 }
    let all = Set(configuration.elements.map(\.id))
    return claims(like: pattern, whole, PairedEvidence(all, all))
  }

  /// The elements that each factor stands for, by configuration.
  private var elementsByFactor: [ID<Factor>: [ID<Configuration>: Set<ID<Element>>]] {
    var result: [ID<Factor>: [ID<Configuration>: Set<ID<Element>>]] = [:]
    for configuration in study.configurations {
      for element in configuration.elements {
        for factor in index.factors(for: element, template: study.template) {
          result[factor.id, default: [:]][configuration.id, default: []].insert(element.id)
        }
      }
    }
    return result
  }
}
