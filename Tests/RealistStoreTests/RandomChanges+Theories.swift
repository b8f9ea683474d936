import RealistModel

@testable import RealistStore

extension RandomChanges {
  /// Codes a passage as what it links, or takes a linked coding away.
  mutating func linkCode(_ writer: StudyWriter) throws -> Bool {
    let (codes, known) = (try writer.reader.codes(), try writer.reader.linkedCodings())
    guard let whole = pick(try writer.reader.segments()), codes.count > 1 else { return false }
    if known.count > 6, let victim = pick(known) {
      try writer.removeLinkedCoding(victim.id)
      return true
    }
    let inside = try writer.reader.segments(of: whole.source, revision: whole.revision)
      .filter { whole.span.contains($0.span) }
    let parts = ["C", "M", "O"].prefix(Int.random(in: 2...3, using: &random)).compactMap { letter in
      pick(codes).map { LinkedCoding.Part(letter: letter, code: $0.id, segment: pick(inside)?.id) }
    }
    try writer.put(
      LinkedCoding(
        id: writer.newID(), key: LinkedCoding.nextKey(after: known.map(\.key)), segment: whole.id,
        parts: parts, coder: writer.coder, created: writer.time))
    return true
  }

  /// Adds a theory, gives one a new wording with the passage that did it, ends one, or removes one.
  mutating func reviseTheory(_ writer: StudyWriter) throws -> Bool {
    let known = try writer.reader.theories()
    if known.count > 4, let victim = pick(known) {
      try writer.removeTheory(victim.id)
      return true
    }
    let wording = Theory.Version(label: "initial", step: .initial, statement: "If, then.")
    let new = Theory(
      id: writer.newID(), key: "theory-\(known.count)-\(writer.time.milliseconds)", title: "T",
      versions: [wording])
    try writer.put(new)
    guard var old = pick(known), old.end == nil else { return true }
    let passages = try writer.reader.segments().prefix(2).map {
      Theory.Passage(segment: $0.id, bearing: .refines)
    }
    let isEnd = Bool.random(using: &random)
    old.versions.append(
      Theory.Version(
        label: isEnd ? "superseded" : "refined", statement: isEnd ? "" : "If so, then.", reason: "why",
        into: isEnd ? [new.id] : [], passages: passages))
    try writer.put(old)
    return true
  }

  mutating func respond(_ writer: StudyWriter) throws -> Bool {
    guard let theory = pick(try writer.reader.theories()), let segment = pick(try writer.reader.segments()),
      let kind = pick(TheoryResponse.Kind.allCases)
    else { return false }
    try writer.put(
      TheoryResponse(
        id: writer.newID(), theory: theory.id, version: 1, segment: segment.id, kind: kind,
        coder: writer.coder, created: writer.time))
    return true
  }

  /// Judges a configuration, or takes the judgement back.
  mutating func judge(_ writer: StudyWriter) throws -> Bool {
    guard var configuration = pick(try writer.reader.configurations()) else { return false }
    if configuration.confidence.isEmpty {
      configuration.confidence.level = pick(Confidence.Level.allCases)
      if let component = pick(Confidence.Component.allCases), let concern = pick(Confidence.Concern.allCases)
      {
        configuration.confidence.judgements[component] = Confidence.Judgement(concern, note: "why")
      }
    } else {
      configuration.confidence = Confidence()
    }
    try writer.put(configuration)
    return true
  }

  /// A change that changes nothing has no entry that could be undone.
  mutating func changeTemplate(_ writer: StudyWriter) throws -> Bool {
    var template = pick([Template.cmo, .icamo, .scmo, .cimo]) ?? .cmo
    template.slots[0].rule = pick(["", "when it was there before"]) ?? ""
    template.columns = pick([[], ["number", "c"]]) ?? []
    guard try writer.reader.header().template != template else { return false }
    try writer.put(template)
    return true
  }
}
