/// All simple paths from one factor to another, shortest first, up to a bound.
public struct MapPaths: Hashable, Sendable {
  public var from: String
  public var to: String
  public var paths: [MapPath]
  public var end: SearchEnd

  public init(from: String, to: String, paths: [MapPath], end: SearchEnd) {
    (self.from, self.to, self.paths, self.end) = (from, to, paths, end)
  }
}

extension CausalMap {
  /// All simple paths between two factors, by length, then by the order of the factors. A path from a factor to itself is a loop and none of
  /// these.
  ///
  /// - Complexity: the number of paths can grow without measure; a branch is only followed while its end can still be reached in the steps
  ///   that are left, and the bound is kept.
  /// - Throws: ``MapError`` for an unknown factor.
  public func paths(
    from: String, to: String, within bound: SearchBound = SearchBound()
  ) throws(MapError) -> MapPaths {
    let (from, to) = (try key(named: from), try key(named: to))
    var search = PathSearch(MapIndex(self), from: from, to: to, bound: bound)
    let end = search.run()
    return MapPaths(
      from: from, to: to, paths: search.found.map { path(of: $0, search.index) }, end: end)
  }

  func path(of places: [Int], _ index: MapIndex) -> MapPath {
    let steps = zip(places, places.dropFirst()).map { from, to in
      (index.step(from: from, to: to)?.bundles ?? []).map { bundles[$0] }
    }
    return MapPath(factors: places.map { index.keys[$0] }, steps: steps)
  }
}

/// Looks for paths of exactly one length after the other, so that a bound on their number cuts off the longest.
struct PathSearch {
  let index: MapIndex
  private let start: Int
  private let goal: Int
  private let bound: SearchBound
  private let left: [Int?]
  private(set) var found: [[Int]] = []
  private var path: [Int]
  private var isOnPath: [Bool]
  private var work = 0
  /// Whether a branch was left because it would have become too long.
  private var isCut = false

  init(_ index: MapIndex, from: String, to: String, bound: SearchBound) {
    self.index = index
    (start, goal, self.bound) = (index.places[from] ?? 0, index.places[to] ?? 0, bound)
    left = index.distances(to: [index.places[to] ?? 0])
    path = [start]
    isOnPath = Array(repeating: false, count: index.order)
  }

  mutating func run() -> SearchEnd {
    guard start != goal, let shortest = left[start] else { return .complete }
    isOnPath[start] = true
    var length = shortest
    while length <= bound.length {
      isCut = false
      let before = found.count
      guard extend(remaining: length) else {
        if work > bound.work {
          found.removeSubrange(before...)
          return .work(completeBelow: length)
        }
        return .count(bound.count, completeBelow: length)
      }
      if !isCut || length >= index.order - 1 { return .complete }
      length += 1
    }
    return .length(bound.length)
  }

  /// Follows the path with exactly so many steps to go; whether the search may go on.
  private mutating func extend(remaining: Int) -> Bool {
    let here = path[path.count - 1]
    for step in index.steps[here] {
      work += 1
      if work > bound.work { return false }
      if step.target == goal {
        if remaining == 1 {
          if found.count == bound.count { return false }
          found.append(path + [goal])
        }
        continue
      }
      guard !isOnPath[step.target], let needed = left[step.target] else { continue }
      guard needed <= remaining - 1 else {
        isCut = true
        continue
      }
      path.append(step.target)
      isOnPath[step.target] = true
      let goesOn = extend(remaining: remaining - 1)
      isOnPath[step.target] = false
      path.removeLast()
      if !goesOn { return false }
    }
    return true
  }
}
