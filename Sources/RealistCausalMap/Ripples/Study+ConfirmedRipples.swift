import RealistAnalysis
import RealistModel

extension Study {
  /// The confirmed ripples by the labels of their ends.
  public var ripplesConfirmed: Set<Ripple> {
    if confirmedRipples.isEmpty { return [] }
    var places: [ID<Element>: (ID<Configuration>, String)] = [:]
    for configuration in configurations {
      for (label, element) in configuration.labelled { places[element.id] = (configuration.id, label) }
    }
    return Set(
      confirmedRipples.compactMap { ripple in
        guard let outcome = places[ripple.outcome], let context = places[ripple.context] else { return nil }
        return Ripple(from: outcome.0, outcome: outcome.1, to: context.0, context: context.1)
      })
  }
}
