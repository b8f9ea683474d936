import RealistAnalysis
import RealistModel

extension ClaimGathering {
  /// Adds what single passages say that are coded as pairs or threes (Jackson & Kolla 2012, doi 10.1177/1098214012440030): a context qualifies
  /// the mechanism beside it, and without one the outcome; a mechanism leads to the outcome. Nobody says of a linked passage whether one
  /// hinders the other, so it increases it.
  public mutating func addLinkedCodings() {
    for linked in study.linkedCodings {
      guard let speaker = speaker(of: linked.segment) else { continue }
      let pattern = Claim(
        source: speaker.voice, cause: "", effect: "", segments: [linked.segment], origin: .linkedCoding,
        person: speaker.person, place: speaker.source)
      add(linked, pattern)
    }
  }

  private mutating func add(_ linked: LinkedCoding, _ pattern: Claim) {
    var parts: [Template.Role: [(keys: [String], mark: String)]] = [:]
    for part in linked.parts {
      let role = study.template.slot(letter: part.letter)?.role ?? .other
      guard role != .actor, role != .other else { continue }
      let element = Element(id: ID(high: 0, low: 0), letter: part.letter, text: "", code: part.code)
      parts[role, default: []].append((keys(ofLinked: element), mark(element)))
    }
    func all(_ roles: Template.Role...) -> [(keys: [String], mark: String)] {
      roles.flatMap { parts[$0] ?? [] }
    }
    let (contexts, mechanisms, outcomes) = (all(.context), all(.mechanism, .reasoning), all(.outcome))
    let targets = mechanisms.isEmpty ? outcomes : mechanisms
    let marks = contexts.map(\.mark)
    for target in targets {
      for context in contexts { connect(context.keys, target.keys, .condition, [], pattern) }
      for input in all(.intervention, .strategy, .resource) {
        connect(input.keys, target.keys, .influence, marks, pattern)
      }
    }
    for mechanism in mechanisms {
      for outcome in outcomes { connect(mechanism.keys, outcome.keys, .influence, marks, pattern) }
    }
  }

  private mutating func connect(
    _ causes: [String], _ effects: [String], _ kind: Claim.Kind, _ contexts: [String], _ pattern: Claim
  ) {
    for cause in causes {
      for effect in effects where effect != cause {
        var claim = pattern
        (claim.cause, claim.effect, claim.kind, claim.contexts) = (cause, effect, kind, contexts)
        if grounds.contains(claim.ground) { builder.add(claim) }
      }
    }
  }
}
