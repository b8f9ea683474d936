import RealistModel

/// Collects links, joining those that say the same thing about the same two nodes.
struct LinkBuilder {
  private struct Ends: Hashable {
    var from: String
    var to: String
    var kind: CausalGraph.Link.Kind
  }

  private var order: [Ends] = []
  private var links: [Ends: CausalGraph.Link] = [:]
  private var items: [Ends: [GraphMaterial.Item]] = [:]

  /// Adds a link, or adds what it brings to the one that is there: configurations, conditions, evidence, label.
  mutating func add(_ link: CausalGraph.Link, items new: [GraphMaterial.Item]) {
    let ends = Ends(from: link.from, to: link.to, kind: link.kind)
    items[ends, default: []] += new
    guard var present = links[ends] else {
      order.append(ends)
      links[ends] = link
      return
    }
    present.configurations = Set(present.configurations + link.configurations).sorted()
    present.conditions += link.conditions.filter { !present.conditions.contains($0) }
    present.isWritten = present.isWritten || link.isWritten
    if !link.label.isEmpty, !present.label.contains(link.label) {
      present.label += present.label.isEmpty ? link.label : "; \(link.label)"
    }
    links[ends] = present
  }

  /// The links in the order of their first mention, with their evidence.
  func finished(_ material: GraphMaterial) -> [CausalGraph.Link] {
    order.compactMap { ends in
      guard var link = links[ends] else { return nil }
      link.evidence = material.trail(items[ends] ?? [])
      return link
    }
  }
}
