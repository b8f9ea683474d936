import RealistModel

/// Which factors stand for an element of a configuration.
package struct FactorIndex {
  private let byCode: [ID<Code>: [Factor]]
  private let kinds: [String: Stage.Kind]
  private let codes: CodeTree

  package init(_ study: Study, _ lookup: StudyLookup) {
    var byCode: [ID<Code>: [Factor]] = [:]
    for factor in study.factors {
      if let code = factor.code { byCode[code, default: []].append(factor) }
    }
    self.byCode = byCode
    kinds = Dictionary(study.stages.map { ($0.key, $0.kind) }, uniquingKeysWith: { first, _ in first })
    codes = lookup.codes
  }

  /// The factors tied to the element's code, else to the nearest code above it; of several, those whose stage fits the element's role.
  package func factors(for element: Element, template: Template) -> [Factor] {
    var code = element.code
    while let current = code {
      if let found = byCode[current] { return fitting(found, element, template) }
      code = codes[current]?.code.parent
    }
    return []
  }

  private func fitting(_ factors: [Factor], _ element: Element, _ template: Template) -> [Factor] {
    let role = template.slot(letter: element.letter)?.role ?? .other
    let fitting = factors.filter { factor in
      guard let kind = kinds[factor.stage] else { return false }
      switch role {
      case .context: return kind == .contextualFactors
      case .outcome: return kind == .outcomes || kind == .impacts
      default:
        let isBarrier = kind == .barriers
        return element.valence == .disabling ? isBarrier : !isBarrier && kind != .contextualFactors
      }
    }
    return fitting.isEmpty ? factors : fitting
  }
}
