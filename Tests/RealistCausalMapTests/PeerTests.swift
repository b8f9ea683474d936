import Foundation
import RealistCausalMap
import RealistModel
import TestSupport
import Testing

/// What networkx says about a graph.
private struct Answer: Decodable {
  var flows: [[Int]]
  var cycles: [[Int]]
  var shortCycles: [[Int]]
  var paths: [[Int]]
  var diameter: Int
  var connected: Int
  var total: Int
  var loopParts: Int
  var components: Int
}

@Suite struct PeerTests {
  @Test(
    "robustness, loops, paths and distances equal those of networkx on 200 random graphs",
    .enabled(if: Peer.python != nil, "the Python package networkx is not installed"))
  func networkx() throws {
    let graphs = (0..<200).map { RandomGraph(seed: UInt64($0)) }
    let answers = try Peer.answers(graphs)
    #expect(answers.count == 200)
    for (graph, answer) in zip(graphs, answers) {
      let map = graph.map
      let table = map.robustnessTable()
      for from in 0..<graph.order {
        for to in 0..<graph.order {
          #expect(table.citations(from: from, to: to) == answer.flows[from][to], "seed \(graph.seed)")
        }
      }
      try compareLoops(map, answer, graph)
      let paths = try map.paths(
        from: "f0", to: "f\(graph.order - 1)", within: SearchBound(length: graph.order))
      #expect(paths.paths.map { $0.factors.map(graph.place) } == answer.paths, "seed \(graph.seed)")
      #expect(paths.end == .complete)
      let metrics = map.metrics
      #expect((metrics.diameter ?? 0) == answer.diameter && metrics.connectedPairs == answer.connected)
      #expect(metrics.loopParts == answer.loopParts && metrics.components == answer.components)
      if answer.connected > 0 {
        #expect(metrics.meanDistance == Double(answer.total) / Double(answer.connected))
      }
    }
    #expect(answers.contains { $0.cycles.count > 20 } && answers.contains { $0.cycles.isEmpty })
  }

  private func compareLoops(_ map: CausalMap, _ answer: Answer, _ graph: RandomGraph) throws {
    let loops = map.loops(within: SearchBound(length: graph.order, count: 100_000))
    #expect(loops.end == .complete)
    #expect(loops.loops.map { $0.factors.map(graph.place) } == answer.cycles, "seed \(graph.seed)")
    let short = map.loops(within: SearchBound(length: 3, count: 100_000))
    #expect(short.loops.map { $0.factors.map(graph.place) } == answer.shortCycles, "seed \(graph.seed)")
  }
}

/// The script under Tests/Peers, asked about graphs.
private enum Peer {
  static let python = PeerProgram.python(with: "networkx")

  static func answers(_ graphs: [RandomGraph]) throws -> [Answer] {
    let python = try #require(python)
    let lines = try graphs.map { graph in
      let value = ["order": .number(graph.order), "arcs": .arcs(graph.arcs)] as [String: Line]
      return try JSONEncoder().encode(value) + Data("\n".utf8)
    }
    let output = try run(python, [PeerProgram.script("graphs.py")], input: Data(lines.joined()))
    return try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Answer.self, from: $0)
    }
  }

  private enum Line: Encodable {
    case number(Int)
    case arcs([[Int]])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .number(let number): try number.encode(to: encoder)
      case .arcs(let arcs): try arcs.encode(to: encoder)
      }
    }
  }

  private struct Failed: Error {}

  /// Runs a program with its input from a file, so that neither side waits for the other.
  private static func run(_ program: String, _ arguments: [String], input: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID().uuidString)")
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return data
  }
}
