/// The strongly connected parts of a directed graph (Tarjan 1972, SIAM J. Comput. 1:146–160), without recursion.
struct StrongParts {
  /// The number of the part that each node belongs to.
  private(set) var part: [Int]
  private(set) var sizes: [Int] = []
  /// The arcs within a part; arcs from a node to itself among them.
  private(set) var inner: [[Int]] = []

  /// The size of the greatest part that has an arc; 0 where there is none, and then there is no cycle.
  var greatest: Int {
    inner.indices.filter { !inner[$0].isEmpty }.map { sizes[part[$0]] }.max() ?? 0
  }

  init(_ next: [[Int]]) {
    part = Array(repeating: -1, count: next.count)
    var (number, lowest) = ([Int](repeating: -1, count: next.count), [Int](repeating: 0, count: next.count))
    var (stack, isOnStack) = ([Int](), [Bool](repeating: false, count: next.count))
    var (counter, calls) = (0, [(node: Int, place: Int)]())
    for root in next.indices where number[root] < 0 {
      calls = [(root, 0)]
      while let (node, place) = calls.last {
        if place == 0 {
          (number[node], lowest[node]) = (counter, counter)
          counter += 1
          stack.append(node)
          isOnStack[node] = true
        }
        if place < next[node].count {
          calls[calls.count - 1].place += 1
          let other = next[node][place]
          if number[other] < 0 {
            calls.append((other, 0))
          } else if isOnStack[other] {
            lowest[node] = min(lowest[node], number[other])
          }
          continue
        }
        calls.removeLast()
        if let above = calls.last?.node { lowest[above] = min(lowest[above], lowest[node]) }
        if lowest[node] == number[node] { close(node, &stack, &isOnStack) }
      }
    }
    inner = next.indices.map { node in next[node].filter { part[$0] == part[node] } }
  }

  private mutating func close(_ node: Int, _ stack: inout [Int], _ isOnStack: inout [Bool]) {
    var size = 0
    while let member = stack.popLast() {
      isOnStack[member] = false
      part[member] = sizes.count
      size += 1
      if member == node { break }
    }
    sizes.append(size)
  }
}
