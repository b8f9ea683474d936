import RealistAnalysis
import RealistModel

extension Table {
  /// Linked codings, one a row, with the code and the words of each role.
  ///
  /// The words of participants who withdrew are not printed.
  public static func linkedCodings(
    _ study: Study, codes: CodeTree, passages: QuotedPassages, title: String = ""
  ) -> Table {
    var columns = [
      Column("key", "Key", weight: 2, isRowHeading: true), Column("shape", "Links", weight: 2),
    ]
    columns += study.template.slots.map { slot in
      Column(slot.letter.lowercased(), slot.plural, kind: .list, weight: 6)
    }
    columns += [
      Column("quote", "Passage", weight: 10), Column("attribution", "Attribution", weight: 3),
      Column("source", "Source", weight: 2), Column("coder", "Coder", weight: 3),
      Column("memo", "Memo", weight: 4),
    ]
    let rows = study.linkedCodings.map { linked -> Row in
      let item = passages[linked.segment]
      let roles = study.template.slots.map { slot -> Cell in
        let own = linked.parts.filter { $0.letter == slot.letter }
        return Cell(
          items: own.map { part in
            let words = part.segment.flatMap { passages[$0] }?.words ?? ""
            return (codes[part.code]?.path ?? "?") + (words.isEmpty ? "" : " “\(words)”")
          })
      }
      return .cells(
        [Cell(linked.key), Cell(linked.shape)] + roles + [
          Cell(item?.isWithdrawn == true ? "(withdrawn)" : item?.words ?? ""),
          Cell(item?.attribution ?? ""), Cell(item?.source?.name ?? ""), Cell(linked.coder),
          Cell(linked.memo),
        ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  /// Groups of near-identical linked codings, one a row: what their codes have in common in each role, and the codes themselves where they
  /// differ (Jackson and Kolla 2012).
  public static func linkedCodingGroups(
    _ groups: LinkedCodingGroups, _ template: Template, codes: CodeTree, title: String = ""
  ) -> Table {
    var columns = [
      Column("group", "Group", weight: 2, isRowHeading: true), Column("shape", "Links", weight: 2),
    ]
    columns += template.slots.map { slot in
      Column(slot.letter.lowercased(), slot.plural, kind: .list, weight: 8)
    }
    columns += [
      Column("passages", "Passages", kind: .number), Column("sources", "Sources", kind: .number),
      Column("participants", "Participants", kind: .number),
      Column("combinations", "Combinations", kind: .number),
      Column("linked_codings", "Linked codings", kind: .inlineList, weight: 4),
    ]
    let rows = groups.groups.enumerated().map { number, group -> Row in
      .cells(
        [Cell("G\(number + 1)"), Cell(group.shape)]
          + template.slots.map { slot in
            Cell(group.roles.filter { $0.letter == slot.letter }.flatMap { lines($0, codes) })
          } + [
            Cell(group.citations), Cell(group.sources.count), Cell(group.participants.count),
            Cell(group.combinations), Cell(items: group.keys),
          ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  private static func lines(_ role: LinkedCodingGroups.Group.Role, _ codes: CodeTree) -> [Line] {
    let head = Line(role.path.isEmpty ? "(nothing in common)" : role.path)
    guard role.codes.count > 1 else { return [head] }
    return [head]
      + role.codes.compactMap { codes[$0] }.filter { $0.code.id != role.code }.map { Line("· \($0.path)") }
  }

  /// The passages behind the numbers of a table, each group of them under what it stands behind.
  public static func explanation(
    _ numbers: [(place: String, segments: [(label: String, segment: ID<Segment>)])],
    passages: QuotedPassages, title: String = ""
  ) -> Table {
    let columns = [
      Column("counted", "Counted as", weight: 3, isRowHeading: true), Column("quote", "Passage", weight: 12),
      Column("attribution", "Attribution", weight: 3), Column("source", "Source", weight: 2),
      Column("place", "Place", weight: 2),
    ]
    let rows = numbers.flatMap { number -> [Row] in
      [.group(number.place)]
        + number.segments.map { label, segment in
          let item = passages[segment]
          let span = item?.segment.span
          return .cells([
            Cell(label), Cell(item?.isWithdrawn == true ? "(withdrawn)" : item?.words ?? ""),
            Cell(item?.attribution ?? ""), Cell(item?.source?.name ?? ""),
            Cell(span.map { "\($0.start)..\($0.end)" } ?? ""),
          ])
        }
    }
    let grouping = Column("number", "Number")
    return Table(Head(title: title, columns: columns, grouping: grouping), rows: rows)
  }
}

extension LinkedCodingGroups {
  /// The passages behind each group, as ``Table/explanation(_:passages:title:)`` prints them.
  public var explained: [(place: String, segments: [(label: String, segment: ID<Segment>)])] {
    groups.enumerated().map { number, group in
      (
        place: "G\(number + 1) \(group.shape): " + group.roles.map(\.path).joined(separator: " – "),
        segments: group.members.map { (label: $0.linked.key, segment: $0.linked.segment) }
      )
    }
  }
}
