import RealistAnalysis
import RealistCausalMap
import RealistModel

extension Table {
  /// Claims under headings, each with the words behind it: what explains a number.
  public static func mapClaims(
    _ groups: [(heading: String, supporting: [Claim], against: [Claim])], quotes: ClaimQuotes
  ) -> Table {
    let columns = [
      Column("source", "Source", weight: 2, isRowHeading: true), Column("words", "Words", weight: 14),
      Column("who", "Who", weight: 4), Column("bearing", "Bearing", weight: 2),
      Column("ground", "Ground", weight: 2, note: 0), Column("standing", "Standing", weight: 2),
      Column("place", "Place", weight: 2),
    ]
    let rows = groups.flatMap { heading, supporting, against in
      [Row.group(heading)] + supporting.flatMap { claimRows(of: $0, .supports, quotes) }
        + against.flatMap { claimRows(of: $0, .refutes, quotes) }
    }
    let note =
      "stated: a passage states the connection. joined: the source speaks to both ends in one configuration. partial: to one end."
    return Table(
      Head(columns: columns, grouping: Column("about", "About"), notes: [note]), rows: rows)
  }

  private static func claimRows(of claim: Claim, _ bearing: Evidence.Bearing, _ quotes: ClaimQuotes) -> [Row]
  {
    let found = quotes.quotes(of: claim, bearing: bearing)
    let passages = found.isEmpty ? [nil] : found.map(Optional.some)
    return passages.map { quote in
      .cells([
        Cell(claim.source), Cell([Line(quote?.words ?? "", style: .quotation)]),
        Cell(quote?.attribution ?? ""),
        Cell(bearing.rawValue), Cell(claim.ground.rawValue), Cell(claim.standing.rawValue),
        Cell(claim.origin.place),
      ])
    }
  }

  /// The groups of claims behind bundles.
  public static func mapClaims(_ bundles: [CausalMap.Bundle], quotes: ClaimQuotes) -> Table {
    mapClaims(bundles.map(group), quotes: quotes)
  }

  /// The groups of claims behind paths, step by step.
  public static func mapClaims(_ paths: [(name: String, path: MapPath)], quotes: ClaimQuotes) -> Table {
    mapClaims(
      paths.flatMap { name, path in
        path.steps.enumerated().flatMap { place, step in
          step.map { bundle in
            let group = group(bundle)
            return ("\(name), step \(place + 1): \(group.heading)", group.supporting, group.against)
          }
        }
      }, quotes: quotes)
  }

  private static func group(
    _ bundle: CausalMap.Bundle
  ) -> (heading: String, supporting: [Claim], against: [Claim]) {
    ("\(MapWords.arrow(bundle)): \(MapWords.volume(bundle.claims))", bundle.claims, bundle.against)
  }
}
