import RealistCausalMap
import Testing

@Suite struct BruteForceTests {
  @Test(
    "paths and threads equal those found by trying every order of factors", arguments: 0..<60 as Range<UInt64>
  )
  func paths(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed, order: 6)
    let map = graph.map
    for from in 0..<graph.order {
      for to in 0..<graph.order where to != from {
        let wanted = graph.bruteForcePaths(from: from, to: to)
        let found = try map.paths(from: "f\(from)", to: "f\(to)")
        #expect(found.paths.map { $0.factors.map(graph.place) } == wanted)
        let threads = try map.threads(from: "f\(from)", to: "f\(to)")
        let sources = (1...5).map { "S\($0)" }
        let all = sources.filter { !graph.bruteForcePaths(from: from, to: to, source: $0).isEmpty }
        #expect(threads.sources == all)
        for thread in threads.threads {
          #expect(
            thread.paths.map { $0.factors.map(graph.place) }
              == graph.bruteForcePaths(from: from, to: to, source: thread.source))
        }
        // A path that one source says in full is a thread of that source.
        for path in found.paths { #expect(Set(path.threads).isSubset(of: all)) }
      }
    }
  }

  @Test("robustness is the least cut over all ways to part the factors", arguments: 0..<60 as Range<UInt64>)
  func cuts(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed, order: 7)
    let (map, table) = (graph.map, graph.map.robustnessTable())
    for from in 0..<graph.order {
      for to in 0..<graph.order where to != from {
        let wanted = graph.bruteForceCut(from: from, to: to)
        #expect(table.citations(from: from, to: to) == wanted)
        let one = try map.robustness(from: ["f\(from)"], to: ["f\(to)"])
        #expect(one.citations == wanted)
        #expect(one.cut.reduce(0) { $0 + $1.citations } == wanted)
        #expect(one.sources.count == table.sources(from: from, to: to))
      }
    }
  }

  @Test("the table of a greater graph holds what single flows say", arguments: [1, 2, 3] as [UInt64])
  func table(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed * 35, order: 60)
    let (map, table) = (graph.map, graph.map.robustnessTable())
    for from in stride(from: 0, to: graph.order, by: 7) {
      for to in 0..<graph.order where to != from {
        let one = try map.robustness(from: ["f\(from)"], to: ["f\(to)"])
        #expect(table.citations(from: from, to: to) == one.citations)
      }
    }
  }

  @Test("a bound on the number of paths or loops keeps the shortest, and says so")
  func bounds() throws {
    var lines: [String] = []
    for from in 0..<8 { for to in 0..<8 where from != to { lines.append("f\(from) > f\(to): S") } }
    let map = map(lines.joined(separator: "\n"))
    let paths = try map.paths(from: "f0", to: "f1", within: SearchBound(length: 4, count: 10))
    #expect(paths.end == .count(10, completeBelow: 3) && paths.paths.count == 10)
    #expect(paths.paths.map(\.steps.count) == [1, 2, 2, 2, 2, 2, 2, 3, 3, 3])
    #expect(try map.paths(from: "f0", to: "f1", within: SearchBound(length: 2)).end == .length(2))
    let loops = map.loops(within: SearchBound(length: 8, count: 30))
    #expect(loops.loops.count == 30 && loops.loops.prefix(28).allSatisfy { $0.factors.count == 2 })
    #expect(loops.end == .count(30, completeBelow: 3))
    #expect(map.loops(within: SearchBound(length: 2)).end == .length(2))
    let tired = map.loops(within: SearchBound(length: 8, count: 100_000, work: 1000))
    guard case .work(let below) = tired.end else { Issue.record("the search was not given up"); return }
    #expect(tired.loops.allSatisfy { $0.factors.count < below })
  }
}
