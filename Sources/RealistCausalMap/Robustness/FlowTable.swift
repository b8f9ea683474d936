/// The maximum flows between all pairs of nodes of a directed graph.
///
/// Directed graphs have no Gomory–Hu tree, but flows obey a triangle inequality, flow(a, b) ≥ min(flow(a, c), flow(c, b)), because whatever
/// cuts a from b cuts a from c or c from b. So each flow that is known bounds others from both sides, and a pair whose bounds meet is settled
/// without a search. Pairs are settled from the best connected nodes on, since flows through these bound the most. A smallest cut that a
/// search ends at bounds every pair that it parts.
///
/// - Complexity: O(n³) for the bounds, at a few picoseconds each; a search for each pair whose bounds do not meet.
struct FlowTable {
  let order: Int
  /// What is known to flow, row by row; the flow itself once a pair is settled.
  private(set) var low: [Int32]
  /// How many searches it took.
  private(set) var searches = 0
  /// `low` by columns.
  private var lowByTarget: [Int32]
  /// What at most flows, by rows and by columns.
  private var high: [Int32]
  private var highByTarget: [Int32]
  private var network: FlowNetwork
  private var behind: [Int] = []
  private var before: [Int] = []
  private let leaving: [Int32]
  private let arriving: [Int32]

  init(order: Int, capacities: [[Int: Int]]) {
    self.order = order
    network = FlowNetwork(order: order, capacities: capacities)
    var (leaving, arriving) = ([Int32](repeating: 0, count: order), [Int32](repeating: 0, count: order))
    low = Array(repeating: 0, count: order * order)
    for (from, targets) in capacities.enumerated() {
      for (to, weight) in targets where to != from && weight > 0 {
        let weight = Int32(clamping: weight)
        low[from * order + to] = weight
        leaving[from] += weight
        arriving[to] += weight
      }
    }
    (self.leaving, self.arriving) = (leaving, arriving)
    high = Array(repeating: 0, count: order * order)
    (lowByTarget, highByTarget) = ([], [])
    for (from, reached) in Self.reach(capacities).enumerated() {
      for to in reached where to != from { high[from * order + to] = min(leaving[from], arriving[to]) }
    }
    tightenBounds(capacities)
    lowByTarget = Self.turned(low, order)
  }

  /// Bounds what flows by what flows on: no more of it goes over an arc than flows from the end of the arc to the target, nor than flows from
  /// the origin to the beginning of an arc into the target.
  private mutating func tightenBounds(_ capacities: [[Int: Int]]) {
    var (outgoing, incoming) = (Arcs(repeating: [], count: order), Arcs(repeating: [], count: order))
    for (from, targets) in capacities.enumerated() {
      for (to, weight) in targets.sorted(by: { $0.key < $1.key }) where to != from && weight > 0 {
        outgoing[from].append((to, Int32(clamping: weight)))
        incoming[to].append((from, Int32(clamping: weight)))
      }
    }
    var isChanged = true
    for _ in 0..<16 where isChanged {
      isChanged = Self.tighten(&high, outgoing, order)
      highByTarget = Self.turned(high, order)
      isChanged = Self.tighten(&highByTarget, incoming, order) || isChanged
      high = Self.turned(highByTarget, order)
    }
  }

  private typealias Arcs = [[(end: Int, capacity: Int32)]]

  private static func tighten(_ bounds: inout [Int32], _ arcs: Arcs, _ order: Int) -> Bool {
    var (isChanged, sums) = (false, [Int32](repeating: 0, count: order))
    bounds.withUnsafeMutableBufferPointer { bounds in
      sums.withUnsafeMutableBufferPointer { sums in
        for node in (0..<order).reversed() {
          for place in 0..<order { sums[place] = 0 }
          for (end, capacity) in arcs[node] {
            let row = end * order
            for place in 0..<order { sums[place] &+= min(capacity, bounds[row + place]) }
            sums[end] &+= capacity
          }
          let row = node * order
          for place in 0..<order where sums[place] < bounds[row + place] {
            bounds[row + place] = sums[place]
            isChanged = true
          }
        }
      }
    }
    return isChanged
  }

  private static func turned(_ values: [Int32], _ order: Int) -> [Int32] {
    var result = values
    for row in 0..<order {
      for column in 0..<order { result[column * order + row] = values[row * order + column] }
    }
    return result
  }

  mutating func settleAll() {
    let strength = (0..<order).map { min(leaving[$0], arriving[$0]) }
    let hubs = (0..<order).sorted { (strength[$1], $0) < (strength[$0], $1) }
    for hub in hubs {
      for other in hubs where other != hub {
        settle(hub, other)
        settle(other, hub)
      }
    }
  }

  private mutating func settle(_ from: Int, _ to: Int) {
    let place = from * order + to
    if low[place] == high[place] { return }
    raise(from, to, to: through(from, to))
    if low[place] == high[place] { return }
    lower(from, to, to: bounded(from, to))
    if low[place] == high[place] { return }
    searches += 1
    let limit = high[place]
    let flow = network.flow(
      from: from, to: to, limit: limit, reached: high[from * order..<(from + 1) * order])
    raise(from, to, to: flow)
    if flow < limit { learnCut(from, flow) }
    lower(from, to, to: flow)
  }

  private mutating func raise(_ from: Int, _ to: Int, to value: Int32) {
    let place = from * order + to
    guard value > low[place] else { return }
    low[place] = value
    lowByTarget[to * order + from] = value
  }

  private mutating func lower(_ from: Int, _ to: Int, to value: Int32) {
    let place = from * order + to
    guard value < high[place] else { return }
    high[place] = value
    highByTarget[to * order + from] = value
  }

  /// The most that is known to flow over some third node.
  private func through(_ from: Int, _ to: Int) -> Int32 {
    low.withUnsafeBufferPointer { rows in
      lowByTarget.withUnsafeBufferPointer { columns in
        var best: Int32 = 0
        let (row, column) = (from * order, to * order)
        for third in 0..<order { best = max(best, min(rows[row + third], columns[column + third])) }
        return best
      }
    }
  }

  /// The least upper bound that third nodes give: where more flows from the target to the third than from the origin to it, what flows to the
  /// target flows to the third too; and the same from the other side.
  private func bounded(_ from: Int, _ to: Int) -> Int32 {
    var best = high[from * order + to]
    low.withUnsafeBufferPointer { rows in
      high.withUnsafeBufferPointer { bounds in
        let (row, other) = (from * order, to * order)
        for third in 0..<order where rows[other + third] > bounds[row + third] && third != from {
          best = min(best, third == to ? best : bounds[row + third])
        }
      }
    }
    lowByTarget.withUnsafeBufferPointer { columns in
      highByTarget.withUnsafeBufferPointer { bounds in
        let (column, other) = (from * order, to * order)
        for third in 0..<order where columns[column + third] > bounds[other + third] && third != to {
          best = min(best, third == from ? best : bounds[other + third])
        }
      }
    }
    return best
  }

  /// No pair that the cut of the last search parts has a greater flow than it, among the nodes that its source leads to.
  private mutating func learnCut(_ source: Int, _ flow: Int32) {
    let order = order
    behind.removeAll(keepingCapacity: true)
    before.removeAll(keepingCapacity: true)
    for node in 0..<order where node == source || high[source * order + node] > 0 {
      if network.isBehindCut(node) { behind.append(node) } else { before.append(node) }
    }
    // A cut around one node is what the bounds began with.
    guard behind.count > 1, before.count > 1 else { return }
    high.withUnsafeMutableBufferPointer { rows in
      highByTarget.withUnsafeMutableBufferPointer { columns in
        for from in before {
          for to in behind where rows[from * order + to] > flow {
            rows[from * order + to] = flow
            columns[to * order + from] = flow
          }
        }
      }
    }
  }

  private static func reach(_ capacities: [[Int: Int]]) -> [[Int]] {
    let next = capacities.map { targets in targets.filter { $0.value > 0 }.map(\.key) }
    var seen = [Int](repeating: -1, count: capacities.count)
    return capacities.indices.map { start in
      var (queue, read) = ([start], 0)
      seen[start] = start
      while read < queue.count {
        for other in next[queue[read]] where seen[other] != start {
          seen[other] = start
          queue.append(other)
        }
        read += 1
      }
      return queue
    }
  }
}
