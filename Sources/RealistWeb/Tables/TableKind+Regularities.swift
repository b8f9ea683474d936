import RealistAnalysis
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// Which contexts, mechanisms and outcomes recur together.
  static let regularities: [TableKind] = [
    TableKind("regularities", "Regularities") { reader in
      try regularityOptions + [.choice("group", "Sources in each", reader.attributes().map(\.name))]
    } make: { request, reader in
      TableResult(.regularities(try request.regularities(reader, group: request.text("group"))))
    },
    TableKind("regularity-crosstab", "Regularities crossed") { _ in
      regularityOptions + [.flag("citations", "Count citations, not sources")]
    } make: { request, reader in
      TableResult(
        .regularityCrosstab(
          try request.regularities(reader), countsCitations: try request.flag("citations")))
    },
  ]

  private static let regularityOptions: [TableOption] = [
    .choice("pairs", "Roles", RolePair.allCases.map(\.rawValue), usual: RolePair.contextOutcome.rawValue),
    .number("level", "Down to level"), .number("smartZoom", "Codes of at least so many sources"),
    .number("minSources", "From at least so many sources"),
  ]
}

extension TableRequest {
  fileprivate func regularities(_ reader: StudyReader, group: String? = nil) throws -> Regularities {
    let study = try reader.configuredStudy(.linkedCodings)
    let table = try codings(reader, [.turns, .highlights])
    let pair = try choice("pairs", of: RolePair.self) ?? .contextOutcome
    let columns = try group.map { MatrixColumns(.field(try field($0, reader), limits: []), of: table) }
    var found = Regularities(
      RoleClaim.all(study, pair, in: table), pair, in: table, zoom: CodeZoom(try zoomKind(), of: table),
      columns: columns)
    found.keep(minimumSources: try number("minSources") ?? 1)
    return found
  }
}
