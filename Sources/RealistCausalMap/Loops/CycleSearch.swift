/// Finds elementary cycles of bounded length.
///
/// The search is repeated with one step more as long as it finds room, so that a bound on the number of cycles cuts off the longest.
struct CycleSearch {
  private let next: [[Int]]
  private let length: Int
  private let most: Int
  private let work: Int
  private var found: [[Int]] = []
  private var worked = 0
  private var hasGivenUp: Bool { worked > work }
  /// The path length from which on a node was found to lead nowhere.
  private var lock: [Int]
  /// Nodes whose locks depend on another's.
  private var blocked: [Set<Int>]
  /// Whose lock or dependants are no longer as they were.
  private var touched: [Int] = []
  private var path: [Int] = []
  private var isOnPath: [Bool]

  private init(_ next: [[Int]], length: Int, most: Int, work: Int) {
    (self.next, self.length, self.most, self.work) = (next, length, most, work)
    lock = Array(repeating: length, count: next.count)
    blocked = Array(repeating: [], count: next.count)
    isOnPath = Array(repeating: false, count: next.count)
  }

  /// The cycles of a map, each from its first factor on, by length and then by the order of the factors.
  static func cycles(_ index: MapIndex, within bound: SearchBound) -> (cycles: [[Int]], end: SearchEnd) {
    let parts = StrongParts(index.steps.map { $0.map(\.target) })
    var (cycles, length, spent) = ([[Int]](), 1, 0)
    while true {
      var search = CycleSearch(parts.inner, length: length, most: bound.count, work: bound.work - spent)
      let isFinished = search.run()
      spent += search.worked
      let sorted = search.found.sorted { left, right in
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
      }
      guard isFinished else {
        if search.hasGivenUp { return (cycles, .work(completeBelow: length)) }
        let fresh = sorted.filter { $0.count == length }.prefix(bound.count - cycles.count)
        return (cycles + fresh, .count(bound.count, completeBelow: length))
      }
      cycles = sorted
      if length >= parts.greatest { return (cycles, .complete) }
      if length >= bound.length { return (cycles, .length(bound.length)) }
      length += 1
    }
  }

  /// Whether the search ended by itself.
  private mutating func run() -> Bool {
    for start in next.indices where !next[start].isEmpty {
      path = [start]
      isOnPath[start] = true
      setLock(of: start, 0)
      let (_, goesOn) = extend(from: start)
      isOnPath[start] = false
      if !goesOn { return false }
      for node in touched {
        lock[node] = length
        blocked[node].removeAll(keepingCapacity: true)
      }
      touched.removeAll(keepingCapacity: true)
    }
    return true
  }

  private mutating func setLock(of node: Int, _ value: Int) {
    lock[node] = value
    touched.append(node)
  }

  /// Extends the path by every node that may still lead back in time.
  ///
  /// - Returns: how many steps the shortest way back to the start took from here, `length` for none; and whether to go on.
  private mutating func extend(from start: Int) -> (steps: Int, goesOn: Bool) {
    let here = path[path.count - 1]
    var shortest = length
    for node in next[here] where node >= start {
      worked += 1
      if hasGivenUp { return (shortest, false) }
      if node == start {
        if found.count == most { return (shortest, false) }
        found.append(path)
        shortest = 1
      } else if path.count < lock[node] {
        path.append(node)
        isOnPath[node] = true
        setLock(of: node, path.count)
        let inner = extend(from: start)
        isOnPath[node] = false
        path.removeLast()
        if !inner.goesOn { return (shortest, false) }
        if inner.steps < length { shortest = min(shortest, inner.steps + 1) }
      }
    }
    if shortest < length {
      relax(here, shortest)
    } else {
      for node in next[here] where node >= start {
        blocked[node].insert(here)
        touched.append(node)
      }
    }
    return (shortest, true)
  }

  /// Opens the nodes again that led nowhere only because of the node that is now known to lead back.
  private mutating func relax(_ node: Int, _ steps: Int) {
    var waiting = [(node, steps)]
    while let (node, steps) = waiting.popLast() {
      guard lock[node] < length - steps + 1 else { continue }
      setLock(of: node, length - steps + 1)
      for other in blocked[node] where !isOnPath[other] { waiting.append((other, steps + 1)) }
    }
  }
}
