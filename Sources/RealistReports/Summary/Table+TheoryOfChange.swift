import RealistDiagrams
import RealistModel

extension Table {
  /// The factors of the theory of change by stage, one a row, with the links that begin at each.
  public static func theoryOfChange(_ study: Study, codes: CodeTree, title: String = "") -> Table {
    let columns = [
      Column("key", "Factor", weight: 3, isRowHeading: true), Column("text", "What it is", weight: 8),
      Column("code", "Code", weight: 4), Column("links", "Leads to", kind: .list, weight: 5),
      Column("assumptions", "Assumptions", kind: .list, weight: 5),
      Column("indicators", "Indicators", kind: .list, weight: 5),
    ]
    let links = Dictionary(grouping: study.links, by: \.from)
    let keys = Dictionary(study.factors.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      study.configurations.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var rows: [Row] = []
    for stage in study.stages {
      let own = study.factors.filter { $0.stage == stage.key }
      if !own.isEmpty { rows.append(.group(stage.name)) }
      for factor in own {
        let arrows = (links[factor.id] ?? []).map { link -> String in
          let via = link.configurations.compactMap { numbers[$0].map { "CMO\($0)" } }
          return "\(keys[link.to] ?? "?") (\(link.polarity.sign))" + (link.isDespite ? " despite" : "")
            + link.contexts.map { " #\($0)" }.joined()
            + (via.isEmpty ? "" : " via " + via.joined(separator: ", "))
        }
        rows.append(
          .cells([
            Cell(factor.key), Cell(factor.text), Cell(factor.code.flatMap { codes[$0]?.path } ?? ""),
            Cell(items: arrows), Cell(items: factor.assumptions), Cell(items: factor.indicators),
          ]))
      }
    }
    let head = Head(title: title, columns: columns, grouping: Column("stage", "Stage"))
    return Table(head, rows: rows)
  }

  /// The programme theories, each with its newest wording.
  public static func theories(_ study: Study, title: String = "") -> Table {
    let columns = [
      Column("key", "Theory", weight: 3, isRowHeading: true), Column("title", "Title", weight: 5),
      Column("origin", "Origin", weight: 2), Column("version", "Version", weight: 2),
      Column("versions", "Versions", kind: .number),
      Column("configurations", "Configurations", kind: .inlineList, weight: 3),
      Column("statement", "Statement", weight: 12),
    ]
    let rows = study.theories.map { theory -> Row in
      let own = study.configurations.enumerated().filter { $0.element.theory == theory.id }
      return .cells([
        Cell(theory.key), Cell(theory.title), Cell(theory.origin.rawValue),
        Cell(theory.versions.last?.label ?? ""), Cell(theory.versions.count),
        Cell(items: own.map { "CMO\($0.offset + 1)" }), Cell(theory.wording?.statement ?? ""),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  /// The recommendations with what they follow from.
  public static func recommendations(_ study: Study, title: String = "") -> Table {
    let columns = [
      Column("key", "Key", weight: 3, isRowHeading: true), Column("actor", "Who", weight: 4),
      Column("action", "What", weight: 8), Column("rationale", "Why", weight: 8),
      Column("configurations", "Configurations", kind: .inlineList, weight: 3),
      Column("loops", "Loops", kind: .inlineList, weight: 3),
    ]
    let numbers = Dictionary(
      study.configurations.enumerated().map { ($1.id, "CMO\($0 + 1)") },
      uniquingKeysWith: { first, _ in first })
    let loops = Dictionary(study.loops.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let rows = study.recommendations.map { one -> Row in
      .cells([
        Cell(one.key), Cell(one.actor), Cell(one.action), Cell(one.rationale),
        Cell(items: one.configurations.compactMap { numbers[$0] }),
        Cell(items: one.loops.compactMap { loops[$0] }),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }
}
