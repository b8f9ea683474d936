import RealistAnalysis
import RealistCausalMap
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// The theory of change as a list, and what follows from it.
  static let theoryOfChange: [TableKind] = [
    TableKind("factors", "Factors and links", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      let study = try reader.study([.codes, .configurations, .theoryOfChange])
      return TableResult(.theoryOfChange(study, codes: try CodeTree(study.codes)))
    },
    TableKind("loops", "Loops", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      TableResult(.loops(try reader.study([.codes, .configurations, .theoryOfChange, .notes])))
    },
    TableKind("ripples", "Ripples", isNarrowed: false) { _ in
      [
        .flag("chains", "Whole chains"), .flag("confirmed", "Only confirmed ones"),
        .flag("subtrees", "Also where one code lies below the other", usual: true),
      ]
    } make: { request, reader in
      let study = try reader.configuredStudy([.theoryOfChange, .notes])
      let all = study.rippleMatches(
        codes: try CodeTree(study.codes), subtrees: try request.flag("subtrees", usual: true),
        confirmed: study.ripplesConfirmed)
      let matches = try request.flag("confirmed") ? all.filter(\.isConfirmed) : all
      guard try request.flag("chains") else {
        return TableResult(.ripples(matches, study, notes: study.confirmedRipples))
      }
      let found = matches.chains()
      return TableResult(.rippleChains(found.chains, study, isComplete: found.isComplete))
    },
    TableKind("recommendations", "Recommendations", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      TableResult(.recommendations(try reader.study([.configurations, .theoryOfChange, .notes])))
    },
  ]

  /// The causal map: what leads to what, according to whom.
  static let causalMap: [TableKind] = [
    TableKind("map-links", "Causal map: links") { _ in
      MapMaterial.options + [explained]
    } make: { request, reader in
      let material = try MapMaterial(request, reader)
      return TableResult(
        try request.flag("explain")
          ? .mapClaims(material.map.bundles, quotes: material.quotes) : .mapLinks(material.map))
    },
    TableKind("map-factors", "Causal map: factors") { _ in
      MapMaterial.options
    } make: { request, reader in
      TableResult(.mapFactors(try MapMaterial(request, reader).map))
    },
    TableKind("map-loops", "Causal map: loops") { _ in
      MapMaterial.options + [.number("maxLength", "The most steps of a loop", usual: 12)]
    } make: { request, reader in
      let material = try MapMaterial(request, reader)
      let bound = SearchBound(length: try request.place("maxLength") ?? 12, count: 200)
      return TableResult(
        .mapLoops(
          material.map.loops(within: bound), known: material.study.knownLoops(material.lookup),
          filters: material.map.filters))
    },
    TableKind("map-robustness", "Causal map: robustness") { _ in
      MapMaterial.options + [.flag("matrix", "As a matrix")]
    } make: { request, reader in
      let map = try MapMaterial(request, reader).map
      let table = map.robustnessTable()
      return TableResult(
        try request.flag("matrix")
          ? .mapRobustnessMatrix(table, filters: map.filters) : .mapRobustness(table, filters: map.filters))
    },
    TableKind("map-metrics", "Causal map: measures") { _ in
      MapMaterial.options
    } make: { request, reader in
      let map = try MapMaterial(request, reader).map
      return TableResult(.mapMetrics(map.metrics, filters: map.filters))
    },
  ]

  private static let explained = TableOption.flag("explain", "The quotes behind them")
}

/// A study's causal map after its filters, and the words behind it.
private struct MapMaterial {
  let study: Study
  let lookup: StudyLookup
  let quotes: ClaimQuotes
  let map: CausalMap

  static let options: [TableOption] = [
    .number("zoom", "Factors down to level"), .number("minSources", "From at least so many sources"),
    .number("top", "Only the links with the most sources"),
    .choice("by", "Who counts as one voice", ClaimGathering.Voice.allCases.map(\.rawValue), usual: "sources"),
  ]

  /// The filters work in the order: whose claims, zoom, sources, the most.
  init(_ request: TableRequest, _ reader: StudyReader) throws {
    study = try reader.configuredStudy([.theoryOfChange, .notes, .linkedCodings])
    lookup = try StudyLookup(study)
    let words = try reader.evidenceWords(of: study)
    quotes = ClaimQuotes(study, lookup, words: words)
    let voice = try request.choice("by", of: ClaimGathering.Voice.self) ?? .sources
    let whole = CausalMap.of(study, lookup, words: words, voice: voice)
    var filters: [MapFilter] = []
    if let filter = try Conditions(request.call, reader).filter, let text = request.text("where") {
      filters.append(.speakers(whole.speakers(where: filter, study, lookup), words: text))
    }
    if let level = try request.place("zoom") { filters.append(.zoom(level: level, keepsSelfLoops: false)) }
    if let least = try request.place("minSources") { filters.append(.minimumSources(least)) }
    if let count = try request.place("top") { filters.append(.topLinks(count)) }
    map = try whole.filtered(filters)
  }
}
