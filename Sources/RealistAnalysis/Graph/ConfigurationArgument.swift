import RealistModel

/// How the elements of a configuration hang together: which arrows its statement claims, and in which direction they work.
package struct ConfigurationArgument {
  /// A mechanism that brings about or counteracts an outcome.
  package struct Step {
    package var mechanism: Element
    package var outcome: Element
    package var polarity: CausalLink.Polarity
  }

  package let elements: [(label: String, element: Element, role: Template.Role)]

  package init(_ configuration: Configuration, template: Template) {
    elements = configuration.labelled.map { label, element in
      (label, element, template.slot(letter: element.letter)?.role ?? .other)
    }
  }

  package func all(_ roles: Template.Role...) -> [Element] {
    elements.filter { roles.contains($0.role) }.map(\.element)
  }

  package var contexts: [Element] { all(.context) }
  package var mechanisms: [Element] { all(.mechanism, .reasoning) }
  package var outcomes: [Element] { all(.outcome) }

  /// Every mechanism with every outcome: a configuration claims them together.
  package var steps: [Step] {
    mechanisms.flatMap { mechanism in
      outcomes.map { outcome in
        Step(mechanism: mechanism, outcome: outcome, polarity: polarity(mechanism, outcome))
      }
    }
  }

  /// Whether the mechanism brings the outcome about or counteracts it.
  ///
  /// An intended outcome is brought about by enabling mechanisms and hindered by disabling ones; an unintended one the other way round. Where
  /// the outcome says neither, it is what the mechanism nearest before it in the statement brings about, and a mechanism of the opposite
  /// valence counteracts it ("… and they stay away (O), unless they are asked (M+)"). A mechanism without a valence is taken at its word.
  func polarity(_ mechanism: Element, _ outcome: Element) -> CausalLink.Polarity {
    guard let own = mechanism.workingValence else { return .increases }
    switch outcome.valence {
    case .intended: return own == .enabling ? .increases : .decreases
    case .unintended: return own == .disabling ? .increases : .decreases
    default: break
    }
    let place = elements.firstIndex { $0.element.id == outcome.id } ?? 0
    let isMechanism = { (role: Template.Role) in role == .mechanism || role == .reasoning }
    let driver =
      elements[..<place].last { isMechanism($0.role) } ?? elements[place...].first { isMechanism($0.role) }
    guard let leading = driver?.element.workingValence else { return .increases }
    return leading == own ? .increases : .decreases
  }
}

extension Element {
  /// Enabling or disabling, when one of the two was said.
  var workingValence: Valence? { valence == .enabling || valence == .disabling ? valence : nil }
}
