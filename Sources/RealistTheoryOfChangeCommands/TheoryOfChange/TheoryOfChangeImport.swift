import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// Replaces a study's theory of change by one in notation. Factors and loops with a known key, and links between the same factors, stay
/// themselves.
struct TheoryOfChangeImport {
  let writer: StudyWriter
  /// What problems name as their place.
  let file: String

  init(_ writer: StudyWriter, file: String) { (self.writer, self.file) = (writer, file) }

  /// - Returns: what is different now, a line each, and how many segments were made.
  /// - Throws: ``Problems`` with everything that could not be resolved.
  func replace(with notated: NotatedTheoryOfChange) throws -> (differences: [String], segments: Int) {
    let old = try writer.reader.configuredStudy([.theoryOfChange, .notes])
    var study = old
    (study.factors, study.links, study.loops, study.segments) = ([], [], [], [])
    study.confirmedRipples = []
    var builder = writer.builder(study)
    builder.add(notated, file: file)
    guard builder.problems.isEmpty else { throw Problems(file, builder.problems) }
    let (segments, made) = try writer.keep(builder.study.segments)
    var new = builder.study
    var renewal = Renewal(old: old, new: new, segments: segments)
    renewal.apply(to: &new)
    let isSame =
      new.factors == old.factors && new.links == old.links && new.loops == old.loops
      && new.confirmedRipples == old.confirmedRipples
    if isSame { return ([], 0) }
    try writer.replaceTheoryOfChange(
      factors: new.factors, links: new.links, loops: new.loops, ripples: new.confirmedRipples)
    return (TheoryOfChangeDifference(old: old, new: new).lines, made)
  }
}

/// Gives what was built anew the ids that it had.
private struct Renewal {
  private let factors: [ID<Factor>: ID<Factor>]
  private let loops: [String: ID<Loop>]
  private var links: [LinkEnds: [ID<CausalLink>]]
  private let ripples: [[ID<Element>]: ID<ConfirmedRipple>]
  private let segments: [ID<Segment>: ID<Segment>]

  init(old: Study, new: Study, segments: [ID<Segment>: ID<Segment>]) {
    let known = Dictionary(old.factors.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    factors = Dictionary(
      new.factors.map { ($0.id, known[$0.key] ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    loops = Dictionary(old.loops.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
    links = Dictionary(grouping: old.links, by: LinkEnds.init).mapValues { $0.map(\.id) }
    ripples = Dictionary(
      old.confirmedRipples.map { ([$0.outcome, $0.context], $0.id) }, uniquingKeysWith: { first, _ in first })
    self.segments = segments
  }

  mutating func apply(to study: inout Study) {
    study.factors = study.factors.map { factor in
      var factor = factor
      factor.id = renewed(factor.id)
      factor.opposite = factor.opposite.map(renewed)
      return factor
    }
    for place in study.links.indices { renew(&study.links[place]) }
    study.confirmedRipples = study.confirmedRipples.map { ripple in
      var ripple = ripple
      ripple.id = ripples[[ripple.outcome, ripple.context]] ?? ripple.id
      return ripple
    }
    let renewedLoops = Dictionary(
      study.loops.map { ($0.id, loops[$0.key] ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    study.loops = study.loops.map { loop in
      var loop = loop
      loop.id = renewedLoops[loop.id] ?? loop.id
      loop.before = loop.before.map { renewedLoops[$0] ?? $0 }
      loop.factors = loop.factors.map(renewed)
      loop.breaks = loop.breaks.map {
        Loop.Break(from: renewed($0.from), to: renewed($0.to), recommendation: $0.recommendation)
      }
      return loop
    }
  }

  private mutating func renew(_ link: inout CausalLink) {
    (link.from, link.to) = (renewed(link.from), renewed(link.to))
    link.segments = link.segments.map { segments[$0] ?? $0 }
    let ends = LinkEnds(link)
    if let known = links[ends]?.first {
      link.id = known
      links[ends]?.removeFirst()
    }
  }

  private func renewed(_ id: ID<Factor>) -> ID<Factor> { factors[id] ?? id }
}

/// What tells one arrow from another.
private struct LinkEnds: Hashable {
  var from: ID<Factor>
  var to: ID<Factor>
  var polarity: CausalLink.Polarity
  var isDespite: Bool

  init(_ link: CausalLink) {
    (from, to, polarity, isDespite) = (link.from, link.to, link.polarity, link.isDespite)
  }
}

/// Two theories of change, side by side.
private struct TheoryOfChangeDifference {
  let old: Study
  let new: Study

  /// What was added, changed and removed, in words.
  var lines: [String] {
    let keys = Dictionary(
      (old.factors + new.factors).map { ($0.id, $0.key) }, uniquingKeysWith: { _, last in last })
    func arrow(_ link: CausalLink) -> String {
      (keys[link.from] ?? "?") + (link.polarity == .increases ? " -> " : " -| ") + (keys[link.to] ?? "?")
    }
    let found =
      lines("factor", old.factors, new.factors) { $0.key } + lines("link", old.links, new.links, arrow)
      + lines("loop", old.loops, new.loops) { $0.key }
    let ripples = lines("ripple", old.confirmedRipples, new.confirmedRipples, ripple)
    return found.isEmpty && ripples.isEmpty ? ["changed the order"] : found + ripples
  }

  /// `CMO7.O1 -> CMO8.C1`.
  private func ripple(_ ripple: ConfirmedRipple) -> String {
    var places: [ID<Element>: String] = [:]
    for (position, configuration) in new.configurations.enumerated() {
      for (label, element) in configuration.labelled { places[element.id] = "CMO\(position + 1).\(label)" }
    }
    return "\(places[ripple.outcome] ?? "?") -> \(places[ripple.context] ?? "?")"
  }

  private func lines<Value: Entity>(
    _ noun: String, _ old: [Value], _ new: [Value], _ name: (Value) -> String
  ) -> [String] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.id))
    let added = new.filter { before[$0.id] == nil }
    let changed = new.filter { value in before[value.id].map { $0 != value } ?? false }
    let removed = old.filter { !after.contains($0.id) }
    return [("added", added), ("changed", changed), ("removed", removed)].compactMap { verb, values in
      values.isEmpty
        ? nil : "\(verb) \(counted(values.count, noun)): \(values.map(name).joined(separator: ", "))"
    }
  }
}
