import RealistAnalysis
import RealistCausalMap
import RealistDiagrams
import RealistModel

extension Table {
  /// The loops of a map, shortest first; `known` are the keys that the study has for rings of these factors.
  public static func mapLoops(
    _ loops: MapLoops, known: [Set<String>: String] = [:], filters: [AppliedFilter] = []
  ) -> Table {
    let columns = [
      Column("label", "Loop", weight: 1, isRowHeading: true), Column("kind", "Kind", weight: 3),
      Column("steps", "Steps", kind: .number), Column("ring", "Ring", weight: 12),
      Column("weakest", "Weakest", kind: .number), Column("all_round", "All round", kind: .number),
      Column("who", "Who claims all of it", kind: .inlineList, weight: 3),
      Column("key", "Marked as", weight: 2),
    ]
    let rows = zip(loops.loops, loops.labels).map { loop, label in
      Row.cells([
        Cell(label), Cell(loop.polarity.words), Cell(loop.factors.count),
        Cell(MapWords.chain(loop.factors + loop.factors.prefix(1))), Cell(loop.weakest),
        Cell(loop.threads.count),
        Cell(items: loop.threads), Cell(known[Set(loop.factors)] ?? ""),
      ])
    }
    let notes = [MapWords.bound(loops.end, "loops")].compactMap { $0 } + filters.map(\.sentence)
    return Table(Head(columns: columns, notes: notes), rows: rows)
  }

  /// The study's own loops.
  public static func loops(_ study: Study) -> Table {
    let columns = [
      Column("key", "Loop", weight: 3, isRowHeading: true), Column("title", "Title", weight: 5),
      Column("valence", "Judgement", weight: 2), Column("kind", "Kind", weight: 3),
      Column("ring", "Ring", weight: 10),
      Column("breaks", "Can be broken", kind: .list, weight: 6), Column("before", "Was before", weight: 3),
    ]
    let factors = Dictionary(study.factors.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(study.loops.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let advice = Dictionary(
      study.recommendations.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    var signs: [[ID<Factor>]: Set<CausalLink.Polarity>] = [:]
    for link in study.links where !link.isDespite {
      signs[[link.from, link.to], default: []].insert(link.polarity)
    }
    let rows = study.loops.map { loop in
      let steps = zip(loop.factors, loop.factors.dropFirst() + loop.factors.prefix(1)).map {
        signs[[$0, $1]] ?? []
      }
      let keys = loop.factors.map { factors[$0] ?? "?" }
      let breaks = loop.breaks.map { one in
        "\(factors[one.from] ?? "?") → \(factors[one.to] ?? "?")"
          + (one.recommendation.flatMap { advice[$0] }.map { " (\($0))" } ?? "")
      }
      return Row.cells([
        Cell(loop.key), Cell(loop.title), Cell(loop.valence.rawValue),
        Cell(LoopGraph.polarity(of: steps).words),
        Cell(MapWords.chain(keys + keys.prefix(1))), Cell(items: breaks),
        Cell(loop.before.flatMap { names[$0] } ?? ""),
      ])
    }
    return Table(Head(columns: columns), rows: rows)
  }

  /// What was counted on a map, one a row.
  public static func mapMetrics(_ metrics: MapMetrics, filters: [AppliedFilter] = []) -> Table {
    let columns = [
      Column("measure", "Measure", weight: 4, isRowHeading: true),
      Column("value", "Value", kind: .number, weight: 2),
      Column("meaning", "What it says", weight: 8),
    ]
    let rows: [(String, String, String)] = [
      ("factors", "\(metrics.order)", "the order of the map"),
      ("links", "\(metrics.size)", "the size of the map: bundles of claims"),
      ("links per factor", metrics.linksPerFactor?.decimals(2) ?? "", ""),
      ("citations", "\(metrics.citations)", "claims"),
      ("citations per link", metrics.citationsPerLink?.decimals(2) ?? "", ""),
      ("sources", "\(metrics.sources)", "who says anything"),
      ("despite links", "\(metrics.despite)", "barriers that were overcome; they carry nothing on"),
      ("isolated factors", "\(metrics.isolated)", "factors without a link"),
      ("components", "\(metrics.components)", "parts that no link joins, direction aside"),
      ("parts with loops", "\(metrics.loopParts)", "parts in which everything leads to everything"),
      (
        "connected pairs", "\(metrics.connectedPairs)",
        "ordered pairs of which the first leads to the second by some way"
      ),
      ("density", metrics.density?.decimals(2) ?? "", "joined pairs of all that could be"),
      (
        "reciprocity", metrics.reciprocity?.decimals(2) ?? "",
        "joined pairs that are joined the other way, too"
      ),
      ("diameter", metrics.diameter.map(String.init) ?? "", "steps of the longest shortest way"),
      ("mean distance", metrics.meanDistance?.decimals(2) ?? "", "steps of the shortest ways, on average"),
    ]
    return Table(
      Head(columns: columns, notes: filters.map(\.sentence)),
      rows: rows.map { .cells([Cell($0), Cell($1), Cell($2)]) })
  }
}
