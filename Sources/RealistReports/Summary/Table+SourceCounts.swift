import RealistModel

extension Table {
  /// The sources: what they are, who took part, how much was said and how much of it is coded.
  public static func sources(
    of study: Study, counts: [ID<Source>: SourceCounts], title: String = ""
  ) -> Table {
    let people = Dictionary(
      study.participants.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let attributes = study.attributes.filter { $0.subject == .source }
    let columns =
      [
        Column("name", "Source", weight: 2, isRowHeading: true), Column("title", "Title", weight: 4),
        Column("kind", "Kind", weight: 2), Column("mode", "Mode", weight: 2),
        Column("date", "Date", weight: 2), Column("minutes", "Minutes", kind: .number),
        Column("participants", "Participants", kind: .inlineList, weight: 3),
      ] + attributes.map { Column($0.name, $0.name, kind: $0.kind == .number ? .number : .text, weight: 2) }
      + [
        Column("revision", "Revision", kind: .number), Column("turns", "Turns", kind: .number),
        Column("words", "Words", kind: .number), Column("segments", "Quotes", kind: .number),
        Column("highlights", "Uncoded", kind: .number), Column("codings", "Codings", kind: .number),
        Column("left_behind", "Left behind", kind: .number),
      ]
    let rows = study.sources.map { source -> Row in
      let own = counts[source.id] ?? SourceCounts()
      return .cells(
        [
          Cell(source.name), Cell(source.title), Cell(source.kind.rawValue), Cell(source.mode),
          Cell(source.date?.description ?? ""),
          Cell(source.minutes.map { AttributeValue.number($0).description } ?? ""),
          Cell(items: source.participants.compactMap { people[$0] }),
        ] + attributes.map { Cell(source.attributes[$0.name]?.description ?? "") }
          + [
            Cell(source.revision), Cell(own.turns), Cell(source.words), Cell(own.segments),
            Cell(own.highlights), Cell(own.codings), Cell(own.leftBehind),
          ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }
}
