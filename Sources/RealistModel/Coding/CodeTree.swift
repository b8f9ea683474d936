/// The codes of a study as a tree: paths, numbering, descendants.
///
/// Built in O(n log n); every answer is constant time but where it says otherwise.
public struct CodeTree: Sendable {
  /// One code with its place in the tree.
  public struct Node: Sendable {
    public let code: Code
    /// `outcomes/service/retention`.
    public let path: String
    /// `1`, `1.1`, `1.1.2`: positions from the top, counted from 1.
    public let number: String
    /// 0 for a top-level code.
    public let depth: Int
    /// This code and all below it are `order[subtree]`.
    public fileprivate(set) var subtree: Range<Int>
  }

  /// Depth first, siblings by position: the order of a codebook.
  public let order: [Node]
  private let places: [ID<Code>: Int]
  private let paths: [String: Int]

  /// - Throws: ``CodeTreeError`` for a missing parent, a cycle, or two codes of one path.
  public init(_ codes: [Code]) throws(CodeTreeError) {
    let known = Set(codes.map(\.id))
    if let orphan = codes.first(where: { $0.parent.map { !known.contains($0) } ?? false }) {
      throw .missingParent(of: orphan.name)
    }
    var builder = Builder(children: Dictionary(grouping: codes, by: \.parent))
    try builder.visit(parent: nil, path: "", number: "", depth: 0)
    guard builder.order.count == codes.count else {
      let reached = Set(builder.order.map(\.code.id))
      throw .cycle(through: codes.first { !reached.contains($0.id) }?.name ?? "")
    }
    (order, paths) = (builder.order, builder.paths)
    places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.code.id, $0) })
  }

  public subscript(id: ID<Code>) -> Node? { places[id].map { order[$0] } }

  /// The code of an exact path.
  public subscript(path: String) -> Node? {
    guard let place = paths[path], order[place].path.isIdentical(to: path) else { return nil }
    return order[place]
  }

  /// The code's place in codebook order, for sorting.
  public func position(of id: ID<Code>) -> Int? { places[id] }

  /// The code and everything below it, in codebook order.
  public func subtree(of id: ID<Code>) -> ArraySlice<Node> { self[id].map { order[$0.subtree] } ?? [] }

  /// Whether `descendant` is `ancestor` or lies below it.
  public func isWithin(_ descendant: ID<Code>, _ ancestor: ID<Code>) -> Bool {
    guard let place = places[descendant], let node = self[ancestor] else { return false }
    return node.subtree.contains(place)
  }

  /// The codes that a path, a unique last part (`retention`), or a unique tail (`service/retention`) names. One answer is a hit; several
  /// are an ambiguity. Linear in the number of codes.
  public func matches(_ name: String) -> [Node] {
    if let exact = self[name] { return [exact] }
    return order.filter { $0.path.hasSuffix("/" + name) }
  }

  private struct Builder {
    var children: [ID<Code>?: [Code]]
    var order: [Node] = []
    var paths: [String: Int] = [:]

    mutating func visit(parent: ID<Code>?, path: String, number: String, depth: Int) throws(CodeTreeError) {
      let siblings = (children[parent] ?? []).sorted { ($0.position, $0.id) < ($1.position, $1.id) }
      for (position, code) in siblings.enumerated() {
        let own = path.isEmpty ? code.name : "\(path)/\(code.name)"
        let ownNumber = number.isEmpty ? "\(position + 1)" : "\(number).\(position + 1)"
        let place = order.count
        guard paths.updateValue(place, forKey: own) == nil else { throw .duplicate(path: own) }
        order.append(Node(code: code, path: own, number: ownNumber, depth: depth, subtree: place..<place + 1))
        try visit(parent: code.id, path: own, number: ownNumber, depth: depth + 1)
        order[place].subtree = place..<order.count
      }
    }
  }
}

/// Why codes are no tree.
public enum CodeTreeError: Error, Hashable, Sendable {
  case missingParent(of: String)
  case cycle(through: String)
  case duplicate(path: String)
}
