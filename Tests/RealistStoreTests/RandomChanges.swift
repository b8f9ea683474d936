import RealistModel

@testable import RealistStore

/// Random changes of every kind that the store knows, repeatable by their seed.
struct RandomChanges {
  var random: SplitMix
  let workshop: Workshop
  private(set) var made = 0

  init(seed: UInt64, workshop: Workshop) {
    random = SplitMix(state: seed)
    self.workshop = workshop
  }

  /// A small generator of our own, so that a seed means the same on every machine (Steele, Lea and Flood 2014).
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  private static let words = ["safe", "🙂", "e\u{301}", "nurse", "trained", "لا", "👨‍👩‍👧", "the", "ward", "busy"]

  mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }

  mutating func text(turns: Int) -> String {
    (0..<turns).map { turn in
      let count = Int.random(in: 3...12, using: &random)
      let words = (0..<count).compactMap { _ in Self.words.randomElement(using: &random) }
      return "\(turn.isMultiple(of: 2) ? "INT" : "P01"): \(words.joined(separator: " "))"
    }.joined(separator: "\n")
  }

  /// Makes one change; one that finds nothing to work on adds a code instead.
  mutating func step(_ store: StudyStore) throws {
    made += 1
    let kind = Int.random(in: 0..<26, using: &random)
    let note = workshop.note("change \(made) of kind \(kind)")
    var copy = self
    try store.change(note) { writer in
      if try !copy.act(kind, writer) { try writer.addCode(path: "spare/code-\(copy.made)") }
    }
    self = copy
  }

  private mutating func act(_ kind: Int, _ writer: StudyWriter) throws -> Bool {
    switch kind {
    case 0: _ = try workshop.addSource("S\(made)", text(turns: 6), to: writer)
    case 1: try writer.addCode(path: "area-\(Int.random(in: 0..<3, using: &random))/code-\(made)/part")
    case 2, 3, 4, 5: return try tag(writer)
    case 6: return try moveCode(writer)
    case 7: return try mergeCodes(writer)
    case 8: return try removeCode(writer)
    case 9: return try resize(writer)
    case 10: return try untag(writer)
    case 11: return try configure(writer)
    case 12: return try revise(writer)
    case 13: return try removeSource(writer)
    case 14: try addParticipant(writer)
    case 16, 17: return try linkCode(writer)
    case 18: return try reviseTheory(writer)
    case 19: return try respond(writer)
    case 20: return try judge(writer)
    case 21: return try changeTemplate(writer)
    case 22: try saveQuery(writer)
    case 23: return try sumUp(writer)
    case 24: try putNumbersBeside(writer)
    case 25: return try confirmRipple(writer)
    default: try growTheory(writer)
    }
    return true
  }

  private mutating func span(in text: SourceText) throws -> TextSpan {
    let start = Int.random(in: 0..<text.length, using: &random)
    let end = min(text.length, start + Int.random(in: 1...20, using: &random))
    return try text.span(covering: start..<end).span
  }

  private mutating func tag(_ writer: StudyWriter) throws -> Bool {
    guard let source = pick(try writer.reader.sources()), let code = pick(try writer.reader.codes()) else {
      return false
    }
    let text = try writer.reader.text(of: source.id, revision: source.revision)
    let segment = try writer.segment(at: span(in: text), of: source, text: text).segment
    return try writer.tag(segment.id, with: code.id, memo: pick(["", "why"]) ?? "")
  }

  private mutating func moveCode(_ writer: StudyWriter) throws -> Bool {
    let codes = try writer.reader.codes()
    guard let code = pick(codes), let target = pick(codes), code.parent != target.id else { return false }
    do {
      try writer.moveCode(code.id, to: target.id, position: Int.random(in: 0..<3, using: &random))
      return true
    } catch is StoreError { return false }
  }

  private mutating func mergeCodes(_ writer: StudyWriter) throws -> Bool {
    let codes = try writer.reader.codes()
    guard codes.count > 3, let code = pick(codes), let target = pick(codes), code.id != target.id,
      try !writer.reader.codeTree().isWithin(target.id, code.id)
    else { return false }
    try writer.mergeCode(code.id, into: target.id)
    return true
  }

  private mutating func removeCode(_ writer: StudyWriter) throws -> Bool {
    let codes = try writer.reader.codes()
    guard codes.count > 5, let code = pick(codes) else { return false }
    try writer.removeCode(code.id)
    return true
  }

  private mutating func resize(_ writer: StudyWriter) throws -> Bool {
    guard let segment = pick(try writer.reader.segments()) else { return false }
    let text = try writer.reader.text(of: segment.source, revision: segment.revision)
    let span = try span(in: text)
    guard span != segment.span else { return false }
    try writer.resize(segment, to: span, text: text)
    return true
  }

  private mutating func untag(_ writer: StudyWriter) throws -> Bool {
    guard let coding = pick(try writer.reader.codings()) else { return false }
    return try writer.untag(coding.segment, code: coding.code) > 0
  }

  private mutating func configure(_ writer: StudyWriter) throws -> Bool {
    let codes = try writer.reader.codes()
    guard let segment = pick(try writer.reader.segments()) else { return false }
    let elements = ["C", "M", "O"].map { letter in
      Element(
        id: writer.newID(), letter: letter, text: "clause \(letter)",
        code: codes.randomElement(using: &random)?.id)
    }
    let configuration = Configuration(
      id: writer.newID(), key: "cmo-\(made)", title: "Title", elements: elements)
    try writer.put(configuration)
    try writer.put(
      Evidence(
        id: writer.newID(), configuration: configuration.id, elements: [elements[1].id], segment: segment.id,
        coder: writer.coder, created: writer.time))
    if let other = pick(try writer.reader.configurations()), other.elements.count > 1 {
      var edited = other
      edited.elements.removeLast()
      try writer.put(edited)
    }
    return true
  }

  private mutating func revise(_ writer: StudyWriter) throws -> Bool {
    guard let source = pick(try writer.reader.sources()) else { return false }
    let old = try writer.reader.text(of: source.id, revision: source.revision)
    let new = try SourceText("INT: a line on top\n" + old.string)
    let shift = new.length - old.length
    let carried = try writer.reader.segments(of: source.id, revision: source.revision).map { segment in
      (
        segment: segment.id,
        to: try TextSpan(start: segment.span.start + shift, end: segment.span.end + shift)
      )
    }
    let revision = Revision(
      source: source.id, number: source.revision + 1, text: new, imported: writer.time,
      reason: "a line was missing")
    try writer.revise(source, with: revision, carried: carried)
    return true
  }

  private mutating func removeSource(_ writer: StudyWriter) throws -> Bool {
    let sources = try writer.reader.sources()
    guard sources.count > 2, let source = pick(sources) else { return false }
    try writer.removeSource(source.id)
    return true
  }

  private mutating func addParticipant(_ writer: StudyWriter) throws {
    try writer.put(attribute: AttributeDefinition(name: "band", subject: .participant, kind: .number))
    let participant = Participant(
      id: writer.newID(), key: "P\(made)", attributes: ["band": .number(Double(made % 7))], consent: ["quote"]
    )
    try writer.put(participant)
    if let source = pick(try writer.reader.sources()) {
      try writer.link(speaker: "P01", to: participant.id, in: source.id)
    }
    try writer.put(
      Memo(
        id: writer.newID(), subject: .participant(participant.id), coder: writer.coder, written: writer.time,
        body: "seen"))
  }

  private mutating func growTheory(_ writer: StudyWriter) throws {
    let factor = Factor(
      id: writer.newID(), key: "f\(made)", stage: "inputs", text: "factor", assumptions: ["holds"],
      opposite: try writer.reader.factors().last?.id)
    try writer.put(factor)
    if let other = pick(try writer.reader.factors()), other.id != factor.id {
      try writer.put(
        CausalLink(
          id: writer.newID(), from: other.id, to: factor.id, isDespite: made.isMultiple(of: 2),
          contexts: ["night-shift"], segments: try writer.reader.segments().prefix(1).map(\.id)))
      try writer.put(
        Loop(
          id: writer.newID(), key: "l\(made)", title: "loop", factors: [other.id, factor.id],
          before: try writer.reader.loops().last?.id))
    }
    let factors = try writer.reader.factors()
    if factors.count > 4, let victim = pick(factors), victim.id != factor.id {
      try writer.removeFactor(victim.id)
    }
  }
}
