import RealistAnalysis
import RealistCausalMap
import RealistModel
import Testing

@Suite struct MapExampleTests {
  @Test("robustness by citations is the number of claims that would have to go")
  func robustness() throws {
    #expect(try training.robustness(from: ["Training"], to: ["Retention"]).citations == 4)
    #expect(try training.robustness(from: ["Funding"], to: ["Retention"]).citations == 1)
    #expect(try training.robustness(from: ["Retention"], to: ["Funding"]).citations == 0)
  }

  @Test("a smallest cut has as many citations as the robustness says")
  func cut() throws {
    let robust = try training.robustness(from: ["Training"], to: ["Retention"])
    #expect(robust.cut.reduce(0) { $0 + $1.citations } == 4)
    let ends = robust.cut.map { "\($0.cause)-\($0.effect)" }
    #expect(
      ends == ["Confidence-Retention", "Training-Retention", "Skills-Retention"]
        || ends == ["Skills-Confidence", "Training-Retention", "Skills-Retention"]
        || ends == ["Training-Skills", "Training-Retention"])
  }

  @Test("the sources that make it all the way are those with a whole chain of their own")
  func threads() throws {
    let threads = try training.threads(from: "Training", to: "Retention")
    #expect(threads.sources == ["S1", "S3", "S5"])
    #expect(threads.partial == ["S2", "S4"])
    #expect(threads.threads[0].paths.map(\.factors) == [["Training", "Skills", "Confidence", "Retention"]])
    #expect(try training.robustness(from: ["Training"], to: ["Retention"]).sources == ["S1", "S3", "S5"])
  }

  @Test("a path of bundles need not be anybody's chain")
  func transitivity() throws {
    let paths = try training.paths(from: "Funding", to: "Retention")
    #expect(paths.end == .complete)
    #expect(
      paths.paths.map(\.factors) == [
        ["Funding", "Training", "Retention"], ["Funding", "Training", "Skills", "Retention"],
        ["Funding", "Training", "Skills", "Confidence", "Retention"],
      ])
    #expect(paths.paths.allSatisfy { $0.threads.isEmpty })
    #expect(try training.threads(from: "Funding", to: "Retention").sources.isEmpty)
    #expect(try training.threads(from: "Funding", to: "Retention").hasPath)
  }

  @Test(
    "an even number of minus links makes a loop reinforcing, an odd one balancing",
    arguments: [
      ("A > B: S\nB > C: S\nC > A: S", LoopGraph.Polarity.reinforcing, "R1"),
      ("A >- B: S\nB >- A: S", .reinforcing, "R1"), ("A > B: S\nB >- A: S", .balancing, "B1"),
      ("A > B: S\nA >- B: S\nB > A: S", .undecided, ""),
    ])
  func loops(_ text: String, _ polarity: LoopGraph.Polarity, _ label: String) {
    let loops = map(text).loops()
    #expect(loops.loops.map(\.polarity) == [polarity])
    #expect(loops.labels == [label])
    #expect(loops.end == .complete)
  }

  @Test("a map without a ring has no loops, and says that these are all")
  func noLoops() {
    #expect(training.loops() == MapLoops(loops: [], end: .complete))
    #expect(CausalMap(factors: []).loops() == MapLoops(loops: [], end: .complete))
  }

  @Test("an unknown factor is named, with the nearest there are")
  func unknown() {
    #expect(throws: MapError.unknownFactor("Trainig", nearest: ["Training"])) {
      try training.paths(from: "Trainig", to: "Retention")
    }
  }

  @Test("metrics of the example")
  func metrics() {
    let metrics = training.metrics
    #expect(metrics.order == 5 && metrics.size == 6 && metrics.citations == 10 && metrics.sources == 5)
    #expect(metrics.components == 1 && metrics.loopParts == 0 && metrics.isolated == 0)
    #expect(metrics.diameter == 3 && metrics.connectedPairs == 10)
    #expect(metrics.reciprocity == 0)
    #expect(metrics.linksPerFactor == 1.2)
    #expect(metrics.meanDistance == 1.5)
    let nothing = CausalMap(factors: []).metrics
    #expect(nothing.diameter == nil && nothing.density == nil && nothing.reciprocity == nil)
  }
}
