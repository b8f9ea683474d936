import RealistModel

extension CausalGraph {
  /// The nodes within a number of steps of one node, along or against the arrows, and the links among them; `nil` when no node has that key.
  ///
  /// - Complexity: O(steps × links).
  public func focused(on key: String, steps: Int) -> CausalGraph? {
    guard let centre = node(key) else { return nil }
    var near: Set<String> = [key]
    for _ in 0..<max(0, steps) {
      let reached = links.filter { near.contains($0.from) || near.contains($0.to) }
      let grown = near.union(reached.flatMap { [$0.from, $0.to] })
      if grown.count == near.count { break }
      near = grown
    }
    return keeping(
      nodes: near, links: links,
      reason: "whatever is more than \(steps) step\(steps == 1 ? "" : "s") from “\(centre.text)”")
  }

  /// Without the links that fewer than `minimum` sources support, and without the nodes that lose their last link by that. A node that never
  /// had a link stays when enough sources support it.
  public func keepingLinks(minimumSources minimum: Int) -> CausalGraph {
    let strong = links.filter { $0.evidence.sources.count >= minimum }
    let linked = Set(strong.flatMap { [$0.from, $0.to] })
    let before = Set(links.flatMap { [$0.from, $0.to] })
    let kept = nodes.filter {
      linked.contains($0.key) || !before.contains($0.key) && $0.evidence.sources.count >= minimum
    }
    return keeping(
      nodes: Set(kept.map(\.key)), links: strong,
      reason: "links with fewer than \(minimum) source\(minimum == 1 ? "" : "s")")
  }

  /// The nodes of one column, those that a link joins with them, and the links among all these; `nil` when there is no such column.
  public func around(column key: String) -> CausalGraph? {
    guard let column = columns.first(where: { $0.key == key }) else { return nil }
    let own = Set(nodes(in: column).map(\.key))
    let near = links.filter { own.contains($0.from) || own.contains($0.to) }
    return keeping(
      nodes: own.union(near.flatMap { [$0.from, $0.to] }), links: near,
      reason: "whatever is not linked with “\(column.name)”")
  }

  private func keeping(nodes keys: Set<String>, links candidates: [Link], reason: String) -> CausalGraph {
    var result = self
    result.nodes = nodes.filter { keys.contains($0.key) }
    result.links = candidates.filter { keys.contains($0.from) && keys.contains($0.to) }
    let used = Set(result.nodes.map(\.column))
    result.columns = columns.filter { used.contains($0.key) }
    result.loops = loops.filter { loop in
      loop.nodes.allSatisfy { keys.contains($0.key) }
        && loop.links.allSatisfy { link in link.map { result.links.contains($0) } ?? true }
    }
    result.omitted.nodes += nodes.count - result.nodes.count
    result.omitted.links += links.count - result.links.count
    if result.nodes.count < nodes.count || result.links.count < links.count {
      result.omitted.reasons.append(reason)
    }
    return result
  }
}
