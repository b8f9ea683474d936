import RealistAnalysis
import RealistModel

extension CausalMap {
  /// The map as a graph to draw: a column for each stage, and for what belongs to no stage one by its part in configurations. Every arrow
  /// carries its sources, its citations and the quotes.
  public func graph(title: String, quotes: ClaimQuotes) -> CausalGraph {
    var columns: [CausalGraph.Column] = []
    for factor in factors {
      let column = factor.column
      if !columns.contains(where: { $0.key == column.key }) { columns.append(column) }
    }
    columns = columns.enumerated().sorted {
      ($0.element.role.rank, $0.offset) < ($1.element.role.rank, $1.offset)
    }.map(\.element)
    var claims: [String: [Claim]] = [:]
    for bundle in bundles {
      for key in Set([bundle.cause, bundle.effect]) { claims[key, default: []] += bundle.claims }
    }
    let nodes = columns.flatMap { column in
      factors.filter { $0.column.key == column.key }.map { factor in
        CausalGraph.Node(
          key: factor.key, column: column.key, role: factor.role, text: factor.label,
          evidence: quotes.trail(claims[factor.key] ?? []))
      }
    }
    var graph = CausalGraph(
      title: title, columns: columns, nodes: nodes, links: bundles.map { $0.link(quotes) })
    graph.omitted.shown = filters.map(\.sentence)
    return graph
  }
}

extension CausalGraph.Role {
  /// Where its column stands, from the left.
  fileprivate var rank: Int {
    switch self {
    case .context: 0
    case .disabling: 1
    case .step: 2
    case .enabling: 3
    case .mechanism: 4
    case .outcome: 5
    case .impact: 6
    }
  }
}

extension CausalMap.Factor {
  /// Its stage, else its part in configurations; keys of the latter begin with `~`.
  fileprivate var column: CausalGraph.Column {
    if !stage.isEmpty { return CausalGraph.Column(key: stage, name: stage, role: role) }
    return switch role {
    case .context: CausalGraph.Column(key: "~1", name: "Contexts", role: .context)
    case .disabling: CausalGraph.Column(key: "~3", name: "Disabling mechanisms", role: .disabling)
    case .enabling: CausalGraph.Column(key: "~4", name: "Enabling mechanisms", role: .enabling)
    case .mechanism: CausalGraph.Column(key: "~5", name: "Mechanisms", role: .mechanism)
    case .step: CausalGraph.Column(key: "~2", name: "Factors", role: .step)
    case .outcome: CausalGraph.Column(key: "~6", name: "Outcomes", role: .outcome)
    case .impact: CausalGraph.Column(key: "~7", name: "Impacts", role: .impact)
    }
  }
}

extension CausalMap.Bundle {
  fileprivate func link(_ quotes: ClaimQuotes) -> CausalGraph.Link {
    let kind: CausalGraph.Link.Kind =
      switch self.kind {
      case .influence: .influence(effectivePolarity)
      case .condition: .condition
      case .despite: .despite
      }
    let marks = claims.filter { $0.origin == .drawn }.flatMap(\.contexts).distinct
      .map { "#\($0)" }
    var link = CausalGraph.Link(
      from: cause, to: effect, kind: kind,
      label: ([label] + marks).filter { !$0.isEmpty }.joined(separator: " "),
      configurations: configurations, isWritten: isDrawn, evidence: quotes.trail(claims, against: against))
    (link.citations, link.startIsFlipped, link.endIsFlipped) = (citations, causeIsFlipped, effectIsFlipped)
    return link
  }
}

extension AppliedFilter {
  /// `links with at least 2 sources: 12 factors, 14 links and 30 citations left`.
  public var sentence: String {
    "\(words): \(counted(factors, "factor")), \(counted(links, "link")) and \(counted(citations, "citation")) left"
  }
}
