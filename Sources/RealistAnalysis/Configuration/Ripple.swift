import RealistModel

/// An outcome of one configuration that is a context of another (Jagosh et al. 2015, doi 10.1186/s12889-015-1949-1).
public struct Ripple: Hashable, Sendable {
  public var from: ID<Configuration>
  /// The label of the outcome, e.g. `O1`.
  public var outcome: String
  public var to: ID<Configuration>
  /// The label of the context, e.g. `C2`.
  public var context: String

  public init(from: ID<Configuration>, outcome: String, to: ID<Configuration>, context: String) {
    (self.from, self.outcome, self.to, self.context) = (from, outcome, to, context)
  }
}

extension Study {
  /// The ripples of the study, in the order of the configurations they start from.
  ///
  /// Outcome and context are the same when they bear the same code; where neither bears one, when their texts agree but for case; and where the
  /// evaluator confirmed it. A configuration does not ripple into itself.
  public var ripples: [Ripple] {
    let contexts = configurations.flatMap { configuration in
      labelled(configuration, role: .context).map { (configuration.id, $0) }
    }
    let confirmed = Set(confirmedRipples.map { [$0.outcome, $0.context] })
    return configurations.flatMap { configuration in
      labelled(configuration, role: .outcome).flatMap { label, outcome in
        contexts.filter { to, context in
          to != configuration.id
            && (Self.isSame(outcome, context.element)
              || confirmed.contains([outcome.id, context.element.id]))
        }.map { to, context in
          Ripple(from: configuration.id, outcome: label, to: to, context: context.label)
        }
      }
    }
  }

  private func labelled(
    _ configuration: Configuration, role: Template.Role
  ) -> [(label: String, element: Element)] {
    configuration.labelled.filter { template.slot(letter: $0.element.letter)?.role == role }
  }

  private static func isSame(_ outcome: Element, _ context: Element) -> Bool {
    if outcome.code != nil || context.code != nil { return outcome.code == context.code }
    let (left, right) = (outcome.text.trimmed.lowercased(), context.text.trimmed.lowercased())
    return !left.isEmpty && left.utf8.elementsEqual(right.utf8)
  }
}
