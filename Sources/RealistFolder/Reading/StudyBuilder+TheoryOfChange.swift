import RealistFormats
import RealistModel
import RealistNotation

extension StudyBuilder {
  /// Adds factors, links and loops. Links may lead to factors that the study had before.
  public mutating func add(_ notated: NotatedTheoryOfChange, file: String) {
    let known = Set(study.factors.map(\.key))
    for factor in notated.factors {
      guard !known.contains(factor.key) else {
        report(file, factor.place, .duplicate(thing: "factor", name: factor.key))
        continue
      }
      study.factors.append(
        Factor(
          id: newID(Factor.self, "factor", factor.key), key: factor.key, stage: factor.stage,
          text: factor.text,
          details: factor.details, group: factor.group,
          code: factor.code.flatMap { code($0, file, factor.place) },
          assumptions: factor.assumptions, indicators: factor.indicators))
    }
    for factor in notated.factors {
      guard let from = study.factors.first(where: { $0.key == factor.key }) else { continue }
      for link in factor.links { add(link, from: from, file) }
    }
    for factor in notated.factors {
      guard let name = factor.opposite, let opposite = self.factor(name, file, factor.place),
        let place = study.factors.firstIndex(where: { $0.key == factor.key })
      else { continue }
      study.factors[place].opposite = opposite
    }
    for loop in notated.loops { add(loop, file) }
    for loop in notated.loops {
      guard let name = loop.before, let before = self.loop(name, file, loop.place),
        let place = study.loops.firstIndex(where: { $0.key == loop.key })
      else { continue }
      study.loops[place].before = before
    }
    for ripple in notated.ripples { add(ripple, file) }
  }

  private mutating func add(_ ripple: NotatedRipple, _ file: String) {
    guard let outcome = element(ripple.outcome, file, ripple.place),
      let context = element(ripple.context, file, ripple.place)
    else { return }
    if study.confirmedRipples.contains(where: { $0.outcome == outcome.id && $0.context == context.id }) {
      let name = "\(ripple.outcome) -> \(ripple.context)"
      return report(file, ripple.place, .duplicate(thing: "ripple", name: name))
    }
    study.confirmedRipples.append(
      ConfirmedRipple(
        id: newID(ConfirmedRipple.self, "ripple", "\(outcome.name)\n\(context.name)"), outcome: outcome.id,
        context: context.id, note: ripple.note))
  }

  /// The element of a place such as `CMO7.O1`, with a name that stays when configurations change their numbers.
  private mutating func element(
    _ name: String, _ file: String, _ place: TextPlace
  ) -> (id: ID<Element>, name: String)? {
    let dot = name.range(ofLast: ".")
    let label = dot.map { String(name[$0.upperBound...]) } ?? ""
    guard let id = configuration(dot.map { String(name[..<$0.lowerBound]) } ?? name, file, place),
      let configuration = study.configurations.first(where: { $0.id == id })
    else { return nil }
    guard let element = configuration.element(label: label) else {
      let labels = configuration.labelled.map(\.label)
      report(
        file, place, .notation(.unknownTarget(label.isEmpty ? "element \"\(name)\"" : label, labels: labels)))
      return nil
    }
    return (element.id, "\(configuration.key).\(label)")
  }

  private mutating func add(_ link: NotatedLink, from: Factor, _ file: String) {
    guard let to = factor(link.to, file, link.place) else { return }
    let natural = "\(from.key)\n\(link.to)\n\(link.polarity)" + (link.isDespite ? "\ndespite" : "")
    study.links.append(
      CausalLink(
        id: newID(CausalLink.self, "link", natural), from: from.id, to: to, polarity: link.polarity,
        label: link.label, isDespite: link.isDespite, contexts: link.contexts,
        configurations: link.configurations.compactMap { configuration($0, file, link.place) },
        segments: link.quotes.compactMap { segment($0, file) }))
  }

  private mutating func add(_ notated: NotatedLoop, _ file: String) {
    if study.loops.contains(where: { $0.key == notated.key }) {
      report(file, notated.place, .duplicate(thing: "loop", name: notated.key))
      return
    }
    let ring = notated.factors.compactMap { factor($0, file, notated.place) }
    guard ring.count == notated.factors.count else { return }
    var breaks: [Loop.Break] = []
    for one in notated.breaks {
      guard let from = factor(one.from, file, one.place), let to = factor(one.to, file, one.place) else {
        continue
      }
      let isStep = ring.indices.contains { ring[$0] == from && ring[($0 + 1) % ring.count] == to }
      if !isStep { report(file, one.place, .notInLoop) }
      let recommendation = one.recommendation.flatMap { self.recommendation($0, file, one.place) }
      breaks.append(Loop.Break(from: from, to: to, recommendation: recommendation))
    }
    study.loops.append(
      Loop(
        id: newID(Loop.self, "loop", notated.key), key: notated.key, title: notated.title,
        valence: notated.valence,
        factors: ring, breaks: breaks))
  }
}
