import RealistAnalysis
import RealistModel

extension Table {
  /// People (or groups) by theories: what each said to each, silence included.
  public static func theoryResponses(
    _ matrix: TheoryResponses, heading: String = "Participant", title: String = ""
  ) -> Table {
    let columns =
      [Column("row", heading, weight: 3, isRowHeading: true)]
      + matrix.theories.map { Column($0.key, $0.name, kind: .inlineList, weight: 4) }
    let rows = matrix.rows.map { row -> Row in
      .cells([Cell(row.name)] + matrix.theories.map { Cell(items: words(row, on: $0.id)) })
    }
    return Table(Head(title: title, columns: columns), rows: rows + [total(matrix)])
  }

  /// `confirms 2`, `falsifies`; `silent`.
  private static func words(_ row: TheoryResponses.Row, on theory: ID<Theory>) -> [String] {
    if row.isSilent(on: theory) { return ["silent"] }
    return TheoryResponse.Kind.allCases.compactMap { kind in
      let count = row.count(kind, on: theory)
      return count == 0 ? nil : count == 1 ? kind.rawValue : "\(kind.rawValue) \(count)"
    }
  }

  /// How many rows confirm, falsify, refine, are silent. A row counts for each thing it does.
  private static func total(_ matrix: TheoryResponses) -> Row {
    .cells(
      [Cell("all")]
        + matrix.theories.map { theory in
          let spoken = TheoryResponse.Kind.allCases.map { kind in
            "\(matrix.rows.count { $0.count(kind, on: theory.id) > 0 }) \(kind.rawValue)"
          }
          return Cell(items: spoken + ["\(matrix.rows.count { $0.isSilent(on: theory.id) }) silent"])
        })
  }
}

extension TheoryResponses {
  /// The passages behind each cell, as ``Table/explanation(_:passages:title:)`` prints them.
  public var explained: [(place: String, segments: [(label: String, segment: ID<Segment>)])] {
    rows.flatMap { row in
      theories.compactMap { theory in
        guard let own = row.responses[theory.id] else { return nil }
        let passages = own.map { response in
          (label: "\(response.kind.rawValue) wording \(response.version)", segment: response.segment)
        }
        return (place: "\(row.name): \(theory.name)", segments: passages)
      }
    }
  }
}
