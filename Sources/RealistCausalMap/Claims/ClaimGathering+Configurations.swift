import RealistAnalysis
import RealistModel

extension ClaimGathering {
  /// Adds what configurations argue: contexts qualify mechanisms, inputs work on them, mechanisms lead to outcomes. Rejected configurations are
  /// left out. The contexts of a configuration are marks on the arrows from its mechanisms.
  public mutating func addConfigurations() {
    let evidence = Dictionary(grouping: study.evidence, by: \.configuration)
    for configuration in study.configurations where configuration.status != .rejected {
      add(configuration, evidence[configuration.id] ?? [])
    }
  }

  private mutating func add(_ configuration: Configuration, _ evidence: [Evidence]) {
    let argument = ConfigurationArgument(configuration, template: study.template)
    var keys: [ID<Element>: [String]] = [:]
    for (label, element, role) in argument.elements where role != .actor && role != .other {
      keys[element.id] = self.keys(of: element, label: label, of: configuration)
    }
    let marks = argument.contexts.map(mark).filter { !$0.isEmpty }
    let inputs = argument.all(.intervention, .strategy, .resource)
    let targets = argument.mechanisms.isEmpty ? argument.outcomes : argument.mechanisms
    for target in targets {
      for context in argument.contexts {
        connect(context, target, .increases, .condition, [], configuration, evidence, keys)
      }
      for input in inputs {
        connect(input, target, .increases, .influence, marks, configuration, evidence, keys)
      }
    }
    for step in argument.steps {
      connect(step.mechanism, step.outcome, step.polarity, .influence, marks, configuration, evidence, keys)
    }
  }

  private mutating func connect(
    _ from: Element, _ to: Element, _ polarity: CausalLink.Polarity, _ kind: Claim.Kind, _ contexts: [String],
    _ configuration: Configuration, _ evidence: [Evidence], _ keys: [ID<Element>: [String]]
  ) {
    let number = numbers[configuration.id] ?? 0
    for cause in keys[from.id] ?? [] {
      for effect in keys[to.id] ?? [] where effect != cause {
        let pattern = Claim(
          source: "", cause: cause, effect: effect, polarity: polarity, kind: kind, contexts: contexts,
          origin: .configuration(number))
        let found = claims(like: pattern, evidence, PairedEvidence([from.id], [to.id]))
        builder.add(
          CausalMap.Bundle(
            cause: cause, effect: effect, polarity: polarity, kind: kind, configurations: [number],
            claims: found.supporting, against: found.refuting))
      }
    }
  }

  /// A context as a mark: the name of its code, else its words.
  func mark(_ context: Element) -> String {
    context.code.flatMap { lookup.codes[$0]?.code.name } ?? context.text.trimmed
  }
}

/// Which pieces of evidence state a connection between two ends, and which speak to one end.
struct PairedEvidence {
  private let from: Set<ID<Element>>
  private let to: Set<ID<Element>>

  init(_ from: Set<ID<Element>>, _ to: Set<ID<Element>>) { (self.from, self.to) = (from, to) }

  /// A piece for the whole configuration, or for both ends together.
  func states(_ piece: Evidence) -> Bool {
    piece.elements.isEmpty || touchesCause(piece) && touchesEffect(piece)
  }

  func touchesCause(_ piece: Evidence) -> Bool { !from.isDisjoint(with: piece.elements) }
  func touchesEffect(_ piece: Evidence) -> Bool { !to.isDisjoint(with: piece.elements) }
}

extension ClaimGathering {
  /// The claims that pieces of evidence make about a pair: one for each piece that states the connection; else, for a voice that speaks to
  /// both ends, one that joins them; else one for the end it speaks to.
  func claims(
    like pattern: Claim, _ evidence: [Evidence], _ pair: PairedEvidence
  ) -> (supporting: [Claim], refuting: [Claim]) {
    var (supporting, refuting) = ([Claim](), [Claim]())
    var (voices, pieces) = ([String](), [String: [Evidence]]())
    for piece in evidence where pair.states(piece) || pair.touchesCause(piece) || pair.touchesEffect(piece) {
      guard let speaker = speaker(of: piece.segment) else { continue }
      switch piece.bearing {
      case .refutes: refuting.append(claim(pattern, [piece], .stated))
      case .supports:
        if pair.states(piece) {
          supporting.append(claim(pattern, [piece], .stated))
        } else {
          if pieces[speaker.voice] == nil { voices.append(speaker.voice) }
          pieces[speaker.voice, default: []].append(piece)
        }
      case .refines: break
      }
    }
    let stating = Set(supporting.map(\.source))
    for voice in voices where !stating.contains(voice) {
      let own = pieces[voice] ?? []
      let isJoined = own.contains(where: pair.touchesCause) && own.contains(where: pair.touchesEffect)
      supporting.append(claim(pattern, own, isJoined ? .joined : .partial))
    }
    return (supporting.filter { grounds.contains($0.ground) }, refuting)
  }

  private func claim(_ pattern: Claim, _ pieces: [Evidence], _ ground: Claim.Ground) -> Claim {
    var claim = pattern
    let speakers = pieces.compactMap { speaker(of: $0.segment) }
    (claim.source, claim.place) = (speakers.first?.voice ?? "", speakers.first?.source ?? "")
    let people = Set(speakers.map(\.person))
    claim.person = people.count == 1 ? speakers.first?.person : nil
    claim.segments = pieces.map(\.segment)
    claim.ground = ground
    claim.standing = pieces.first { $0.standing != .observed }?.standing ?? .observed
    return claim
  }
}
