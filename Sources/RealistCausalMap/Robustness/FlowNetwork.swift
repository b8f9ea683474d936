/// A directed graph with whole-number capacities, and the greatest flow between two of its nodes.
///
/// Dinic's algorithm (Dinic 1970, Soviet Mathematics Doklady 11) on flat arrays; what a flow changed is put back afterwards, so that many
/// flows can be asked of one network. Two arcs between the same two nodes are each other's residual arc.
struct FlowNetwork {
  let order: Int
  /// The arcs that leave a node are `first[node]..<first[node + 1]`.
  private let first: [Int32]
  private let head: [Int32]
  private let twin: [Int32]
  private let capacity: [Int32]
  private var residual: [Int32]
  private var changed: [Int32] = []
  /// Steps to the target in the residual network; valid where `seen` has the number of the current search.
  private var level: [Int32]
  private var seen: [Int32]
  private var next: [Int32]
  private var queue: [Int32]
  private var search: Int32 = 0
  private var path: [Int32] = []

  /// - Parameter capacities: by origin and target; arcs of no capacity and arcs from a node to itself carry nothing.
  init(order: Int, capacities: [[Int: Int]]) {
    var weights = Array(repeating: [Int: Int32](), count: order)
    for (from, targets) in capacities.enumerated() {
      for (to, weight) in targets where to != from && weight > 0 {
        weights[from][to] = Int32(clamping: weight)
        if weights[to][from] == nil { weights[to][from] = 0 }
      }
    }
    var (first, head, capacity) = ([Int32](), [Int32](), [Int32]())
    var places = Array(repeating: [Int: Int32](), count: order)
    for from in 0..<order {
      first.append(Int32(head.count))
      for to in weights[from].keys.sorted() {
        places[from][to] = Int32(head.count)
        head.append(Int32(to))
        capacity.append(weights[from][to] ?? 0)
      }
    }
    first.append(Int32(head.count))
    var twin = [Int32](repeating: 0, count: head.count)
    for from in 0..<order {
      for (to, place) in places[from] { twin[Int(place)] = places[to][from] ?? 0 }
    }
    (self.order, self.first, self.head, self.twin) = (order, first, head, twin)
    (self.capacity, residual) = (capacity, capacity)
    level = Array(repeating: 0, count: order)
    seen = Array(repeating: 0, count: order)
    next = Array(repeating: 0, count: order)
    queue = Array(repeating: 0, count: order)
  }

  /// The most that flows from one node to another, or `limit` when that much does.
  ///
  /// After a flow below its limit, ``isBehindCut(_:)`` tells which of the nodes that the source leads to are behind a smallest cut.
  ///
  /// - Parameter reached: above 0 for each node that the source leads to by some way; others are not looked at.
  mutating func flow(from source: Int, to target: Int, limit: Int32, reached: ArraySlice<Int32>) -> Int32 {
    restore()
    var total: Int32 = 0
    while total < limit, layer(from: Int32(source), to: Int32(target), reached) {
      while total < limit {
        let pushed = push(from: Int32(source), to: Int32(target), limit: limit - total)
        if pushed == 0 { break }
        total += pushed
      }
    }
    return total
  }

  /// Whether a node could still reach the target after the last flow.
  func isBehindCut(_ node: Int) -> Bool { seen[node] == search }

  private mutating func restore() {
    for arc in changed { residual[Int(arc)] = capacity[Int(arc)] }
    changed.removeAll(keepingCapacity: true)
  }

  /// Numbers the nodes by their distance to the target, up to that of the source; whether the source is reached.
  private mutating func layer(
    from source: Int32, to target: Int32, _ reached: ArraySlice<Int32>
  ) -> Bool {
    search += 1
    let base = reached.startIndex
    var (read, written) = (0, 1)
    queue[0] = target
    seen[Int(target)] = search
    level[Int(target)] = 0
    while read < written {
      let node = Int(queue[read])
      read += 1
      if seen[Int(source)] == search, level[node] >= level[Int(source)] { break }
      let deeper = level[node] + 1
      for arc in Int(first[node])..<Int(first[node + 1]) where residual[Int(twin[arc])] > 0 {
        let other = Int(head[arc])
        if seen[other] == search || reached[base + other] <= 0 && other != Int(source) { continue }
        seen[other] = search
        level[other] = deeper
        next[other] = first[other]
        queue[written] = Int32(other)
        written += 1
      }
    }
    return seen[Int(source)] == search
  }

  /// Sends something along one way of the layers.
  private mutating func push(from source: Int32, to target: Int32, limit: Int32) -> Int32 {
    path.removeAll(keepingCapacity: true)
    var node = source
    while node != target {
      let here = Int(node)
      let end = first[here + 1]
      var arc = next[here]
      while arc < end {
        let other = Int(head[Int(arc)])
        if residual[Int(arc)] > 0, seen[other] == search, level[other] + 1 == level[here] { break }
        arc += 1
      }
      next[here] = arc
      if arc < end {
        path.append(arc)
        node = head[Int(arc)]
        continue
      }
      guard let back = path.popLast() else { return 0 }
      node = head[Int(twin[Int(back)])]
      next[Int(node)] += 1
    }
    var amount = limit
    for arc in path { amount = min(amount, residual[Int(arc)]) }
    for arc in path {
      let other = twin[Int(arc)]
      residual[Int(arc)] -= amount
      residual[Int(other)] += amount
      changed.append(arc)
      changed.append(other)
    }
    return amount
  }
}
