extension CodingTable {
  /// The table of a study in memory, with everything it can hold.
  ///
  /// - Parameter revisions: their turns and words say who spoke and how far apart passages are; a revision that is missing says nothing.
  /// - Throws: ``CodeTreeError`` when the codes are no tree.
  public init(_ study: Study, revisions: [Revision] = []) throws(CodeTreeError) {
    let codes = try CodeTree(study.codes)
    let coders = Set(study.codings.map(\.coder)).sorted()
    let sources = CodingTable.places(study.sources)
    let bySegment = Dictionary(grouping: study.codings, by: \.segment)
    var (passages, marks) = ([Passage](), [Mark]())
    for segment in study.segments {
      guard let source = sources[segment.source] else { continue }
      let start = Int32(marks.count)
      for coding in bySegment[segment.id] ?? [] {
        guard let code = codes.position(of: coding.code) else { continue }
        marks.append(
          Mark(
            code: Int32(code), coder: Int32(coders.firstIndex(of: coding.coder) ?? 0),
            day: Int32(clamping: coding.created.date.daysSince1970)))
      }
      passages.append(
        Passage(
          segment: segment.id, source: source, revision: Int32(segment.revision),
          start: Int32(segment.span.start), end: Int32(segment.span.end), marks: start..<Int32(marks.count)))
    }
    self.init(
      codes: codes, sources: study.sources, participants: study.participants, coders: coders,
      passages: passages, marks: marks)
    locate(in: revisions)
  }

  /// The table of a study with its texts.
  public init(_ contents: StudyContents) throws(CodeTreeError) {
    try self.init(contents.study, revisions: contents.revisions)
  }

  private mutating func locate(in revisions: [Revision]) {
    let people = CodingTable.places(participants)
    for range in texts {
      let (source, number) = (passages[range.lowerBound].source, passages[range.lowerBound].revision)
      let wanted = sources[Int(source)].id
      guard let revision = revisions.first(where: { $0.source == wanted && $0.number == Int(number) }) else {
        continue
      }
      let turns = revision.turns.map { turn in
        TurnPlace(
          start: Int32(clamping: turn.span.start), end: Int32(clamping: turn.span.end),
          participant: turn.participant.flatMap { people[$0] } ?? -1, question: turn.question)
      }
      locate(
        range, turns: turns,
        lines: revision.turns.isEmpty ? revision.text.withBytes(UnitPlaces.lines) : nil)
      locate(range, words: revision.text.withBytes(UnitPlaces.words))
    }
  }

  /// The place of each value in a list.
  public static func places<Value: Entity>(_ values: [Value]) -> [ID<Value>: Int32] {
    Dictionary(values.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
