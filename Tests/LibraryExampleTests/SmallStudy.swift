import RealistModel

/// A study of two invented people, made of plain values: what another program would have at hand.
struct SmallStudy {
  var study: Study
  var revisions: [Revision]
  let contexts = ID<Code>(high: 1, low: 1)
  let alone = ID<Code>(high: 1, low: 2)
  let mechanisms = ID<Code>(high: 1, low: 3)
  let fear = ID<Code>(high: 1, low: 4)
  let outcomes = ID<Code>(high: 1, low: 5)
  let leaving = ID<Code>(high: 1, low: 6)

  /// What Ana says: a context and an outcome in one breath. What Ben says: an outcome alone.
  init() throws {
    let time = Timestamp(milliseconds: 1_772_442_000_000)
    study = Study(id: ID(high: 9, low: 9), title: "The night desk", created: time)
    study.attributes = [AttributeDefinition(name: "site", subject: .participant, kind: .text)]
    study.codes = [
      Code(id: contexts, name: "contexts"), Code(id: alone, parent: contexts, name: "alone"),
      Code(id: mechanisms, name: "mechanisms", position: 1),
      Code(id: fear, parent: mechanisms, name: "fear"),
      Code(id: outcomes, name: "outcomes", position: 2),
      Code(id: leaving, parent: outcomes, name: "leaving"),
    ]
    revisions = []
    let said = [
      ("P01", "North", "Alone at night I was afraid, so I left."), ("P02", "South", "Others left too."),
    ]
    for (place, (key, site, words)) in said.enumerated() {
      let (number, low) = (place + 1, UInt64(place + 1))
      let person = Participant(id: ID(high: 2, low: low), key: key, attributes: ["site": .text(site)])
      let text = try SourceText(words)
      let source = Source(
        id: ID(high: 3, low: low), name: key, participants: [person.id], length: text.length,
        words: text.wordCount)
      let turn = Turn(span: try TextSpan(start: 0, end: text.length), speaker: key, participant: person.id)
      study.participants.append(person)
      study.sources.append(source)
      revisions.append(Revision(source: source.id, text: text, turns: [turn], imported: time))
      let coded = number == 1 ? [(alone, 0..<14), (fear, 15..<27), (leaving, 0..<39)] : [(leaving, 0..<12)]
      for (offset, (code, span)) in coded.enumerated() {
        let span = try TextSpan(start: span.lowerBound, end: span.upperBound)
        let segment = Segment(
          id: ID(high: 4, low: UInt64(number * 10 + offset)), source: source.id, span: span,
          check: QuoteCheck(of: String(text[span])), coder: "Iris", created: time)
        study.segments.append(segment)
        study.codings.append(
          Coding(
            id: ID(high: 5, low: segment.id.low), segment: segment.id, code: code, coder: "Iris",
            created: time))
      }
    }
  }
}
