import RealistAnalysis
import RealistModel

extension Table {
  /// The participants with their attributes, and how many sources they are in.
  public static func participants(of study: Study, title: String = "") -> Table {
    let attributes = study.attributes.filter { $0.subject == .participant }
    let columns =
      [Column("id", "Participant", weight: 2, isRowHeading: true), Column("name", "Name", weight: 3)]
      + attributes.map(Self.column)
      + [
        Column("sources", "Sources", kind: .inlineList, weight: 3),
        Column("consent", "Consent", kind: .inlineList, weight: 3),
        Column("withdrawn", "Withdrawn", weight: 2),
      ]
    let rows = study.participants.map { participant -> Row in
      let sources = study.sources.filter { $0.participants.contains(participant.id) }.map(\.name)
      return .cells(
        [Cell(participant.key), Cell(participant.name)]
          + attributes.map { Cell(participant.attributes[$0.name]?.description ?? "") }
          + [
            Cell(items: sources), Cell(items: participant.consent),
            Cell(participant.withdrawn?.description ?? ""),
          ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

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
      ] + attributes.map(Self.column)
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

  /// How much of each source is coded.
  public static func coverage(_ coverage: Coverage, title: String = "") -> Table {
    let columns = [
      Column("source", "Source", weight: 2, isRowHeading: true), Column("words", "Words", kind: .number),
      Column("segments", "Quotes", kind: .number), Column("highlights", "Without a code", kind: .number),
      Column("codings", "Codings", kind: .number), Column("codes", "Codes", kind: .number),
      Column("coded_percent", "Coded %", kind: .number),
    ]
    let rows = coverage.rows.map { row -> Row in
      .cells([
        Cell(row.source.name), Cell(row.source.words), Cell(row.segments), Cell(row.highlights),
        Cell(row.codings),
        Cell(row.codes), Cell(row.percent.decimals(1)),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  /// The audit trail.
  public static func journal(_ entries: [JournalEntry], title: String = "") -> Table {
    let columns = [
      Column("entry", "No.", kind: .number), Column("made", "When", weight: 3),
      Column("coder", "Coder", weight: 2),
      Column("command", "What", weight: 10), Column("state", "State", weight: 1),
    ]
    let rows = entries.map { entry -> Row in
      .cells([
        Cell(entry.number), Cell(entry.made.iso8601), Cell(entry.coder), Cell(entry.command),
        Cell(entry.isInForce ? "" : "undone"),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  private static func column(_ attribute: AttributeDefinition) -> Column {
    Column(attribute.name, attribute.name, kind: attribute.kind == .number ? .number : .text, weight: 2)
  }
}
