import RealistAnalysis
import RealistCausalMap
import RealistModel

extension Table {
  /// The bundles of a map, one a row: those with the most sources first.
  public static func mapLinks(_ map: CausalMap) -> Table {
    let columns = [
      Column("cause", "Cause", weight: 6, isRowHeading: true), Column("effect", "Effect", weight: 6),
      Column("kind", "Says", weight: 2), Column("sources", "Sources", kind: .number),
      Column("citations", "Citations", kind: .number),
      Column("against", "Against", kind: .number),
      Column("who", "Who says it", kind: .inlineList, weight: 4),
      Column("configurations", "Configurations", kind: .inlineList, weight: 2),
      Column("contexts", "In the context", kind: .inlineList, weight: 4),
      Column("drawn", "Drawn", weight: 1),
    ]
    let ranked = map.bundles.enumerated().sorted { left, right in
      (right.element.sources.count, right.element.citations, left.offset)
        < (left.element.sources.count, left.element.citations, right.offset)
    }
    let rows = ranked.map { _, bundle in
      Row.cells([
        Cell((bundle.causeIsFlipped ? "~" : "") + bundle.cause),
        Cell((bundle.effectIsFlipped ? "~" : "") + bundle.effect), Cell(MapWords.says(bundle)),
        Cell(bundle.sources.count), Cell(bundle.citations), Cell(bundle.refuting.count),
        Cell(items: bundle.sources), Cell(items: bundle.configurations.map { "CMO\($0)" }),
        Cell(items: bundle.contexts), Cell(bundle.isDrawn ? "yes" : "no"),
      ])
    }
    return Table(Head(columns: columns, notes: map.filters.map(\.sentence)), rows: rows)
  }

  /// The factors of a map, in its order.
  public static func mapFactors(_ map: CausalMap) -> Table {
    let columns = [
      Column("factor", "Factor", weight: 6, isRowHeading: true), Column("label", "What it is", weight: 6),
      Column("role", "Role", weight: 2), Column("incoming", "Links in", kind: .number),
      Column("outgoing", "Links out", kind: .number), Column("sources", "Sources", kind: .number),
      Column("citations", "Citations", kind: .number), Column("opposite", "Opposite of", weight: 2),
    ]
    let rows = map.factors.map { factor in
      let own = map.bundles.filter { $0.cause == factor.key || $0.effect == factor.key }
      return Row.cells([
        Cell(factor.key), Cell(factor.label), Cell(factor.role.rawValue),
        Cell(map.bundles.count { $0.effect == factor.key }),
        Cell(map.bundles.count { $0.cause == factor.key }),
        Cell(Set(own.flatMap(\.sources)).count), Cell(own.reduce(0) { $0 + $1.citations }),
        Cell(factor.opposite ?? ""),
      ])
    }
    return Table(Head(columns: columns, notes: map.filters.map(\.sentence)), rows: rows)
  }

  /// The paths between two factors, shortest first, with who claims all of each.
  public static func mapPaths(_ paths: MapPaths, filters: [AppliedFilter] = []) -> Table {
    let columns = [
      Column("number", "No.", kind: .number), Column("steps", "Steps", kind: .number),
      Column("path", "Path", weight: 12, isRowHeading: true), Column("says", "Says", weight: 2),
      Column("citations", "Citations of each step", kind: .inlineList, weight: 3),
      Column("weakest", "Weakest", kind: .number),
      Column("all_the_way", "All the way", kind: .number, note: 0),
      Column("who", "Who claims all of it", kind: .inlineList, weight: 3),
    ]
    let rows = paths.paths.enumerated().map { place, path in
      Row.cells([
        Cell(place + 1), Cell(path.steps.count), Cell(MapWords.chain(path.factors)),
        Cell(path.polarity?.rawValue ?? "undecided"), Cell(items: path.citations.map(String.init)),
        Cell(path.citations.min() ?? 0), Cell(path.threads.count), Cell(items: path.threads),
      ])
    }
    let notes =
      [MapWords.transitivity] + [MapWords.bound(paths.end, "paths")].compactMap { $0 }
      + filters.map(\.sentence)
    return Table(Head(columns: columns, notes: notes), rows: rows)
  }

  /// Who makes it all the way from one factor to another, and who says a part of it only.
  public static func mapThreads(_ threads: MapThreads, filters: [AppliedFilter] = []) -> Table {
    let columns = [
      Column("source", "Source", weight: 2, isRowHeading: true),
      Column("all_the_way", "All the way", weight: 2),
      Column("paths", "Chains", kind: .list, weight: 12),
    ]
    let whole = threads.threads.map { thread in
      Row.cells([
        Cell(thread.source), Cell("yes"),
        Cell(
          items: thread.paths.map { MapWords.chain($0.factors) }
            + (thread.end == .complete ? [] : [MapWords.bound(thread.end, "chains") ?? ""])),
      ])
    }
    let parts = threads.partial.map { Row.cells([Cell($0), Cell("no, a part of it"), .empty]) }
    let notes = [MapWords.transitivity] + filters.map(\.sentence)
    return Table(Head(columns: columns, notes: notes), rows: whole + parts)
  }

  /// How well the evidence holds factors together, for every pair that anything joins; the strongest first.
  public static func mapRobustness(_ table: RobustnessTable, filters: [AppliedFilter] = []) -> Table {
    var pairs: [(from: Int, to: Int, citations: Int)] = []
    for from in table.factors.indices {
      for to in table.factors.indices where from != to && table.citations(from: from, to: to) > 0 {
        pairs.append((from, to, table.citations(from: from, to: to)))
      }
    }
    pairs.sort { left, right in
      (right.citations, table.sources(from: right.from, to: right.to), left.from, left.to)
        < (left.citations, table.sources(from: left.from, to: left.to), right.from, right.to)
    }
    let rows = pairs.map { from, to, citations in
      Row.cells([
        Cell(table.factors[from]), Cell(table.factors[to]), Cell(citations),
        Cell(table.sources(from: from, to: to)),
      ])
    }
    return Table(
      Head(columns: robustnessColumns, notes: robustnessNotes + filters.map(\.sentence)), rows: rows)
  }

  /// Rows are where it starts, columns where it leads; each cell `citations / sources`.
  public static func mapRobustnessMatrix(_ table: RobustnessTable, filters: [AppliedFilter] = []) -> Table {
    let columns =
      [Column("from", "From", weight: 6, isRowHeading: true)]
      + table.factors.map { Column($0, $0, alignment: .trailing, weight: 2) }
    let rows = table.factors.indices.map { from in
      Row.cells(
        [Cell(table.factors[from])]
          + table.factors.indices.map { to in
            let citations = table.citations(from: from, to: to)
            return Cell(citations == 0 ? "" : "\(citations) / \(table.sources(from: from, to: to))")
          })
    }
    return Table(Head(columns: columns, notes: robustnessNotes + filters.map(\.sentence)), rows: rows)
  }

  /// One pair.
  public static func mapRobustness(_ one: Robustness, filters: [AppliedFilter] = []) -> Table {
    var columns = robustnessColumns
    columns += [
      Column("who", "Sources all the way", kind: .inlineList, weight: 4),
      Column("cut", "Weakest place", kind: .list, weight: 6),
    ]
    let row = Row.cells([
      Cell(one.from.joined(separator: ", ")), Cell(one.to.joined(separator: ", ")), Cell(one.citations),
      Cell(one.sources.count), Cell(items: one.sources),
      Cell(items: one.cut.map { "\(MapWords.arrow($0)): \(MapWords.volume($0.claims))" }),
    ])
    return Table(Head(columns: columns, notes: robustnessNotes + filters.map(\.sentence)), rows: [row])
  }

  private static var robustnessColumns: [Column] {
    [
      Column("from", "From", weight: 6, isRowHeading: true), Column("to", "To", weight: 6),
      Column("citations", "By citations", kind: .number, note: 0),
      Column("sources", "By sources", kind: .number, note: 1),
    ]
  }

  private static let robustnessNotes = [
    "How many citations would have to go until no path is left (maximum flow). For comparisons only: evidence is no effect.",
    "How many sources have a complete path of their own.",
  ]
}
