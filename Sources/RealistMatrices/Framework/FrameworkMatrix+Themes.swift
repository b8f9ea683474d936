import RealistModel

extension FrameworkMatrix {
  /// The themes of a level, 1 being the top; with `within`, only those that are one of these codes or lie below one.
  ///
  /// A code that was named and lies higher or deeper than the level is a theme itself.
  public static func themes(of tree: CodeTree, level: Int, within: Set<ID<Code>>? = nil) -> [ID<Code>] {
    let chosen = tree.order.filter { node in
      guard let within else { return node.depth == level - 1 }
      return within.contains { tree.isWithin(node.code.id, $0) }
        && (node.depth == level - 1 || node.depth > level - 1 && within.contains(node.code.id))
    }
    guard chosen.isEmpty, let within else { return chosen.map(\.code.id) }
    return tree.order.map(\.code.id).filter(within.contains)
  }
}
