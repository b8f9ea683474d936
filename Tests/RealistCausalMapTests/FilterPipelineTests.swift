import RealistCausalMap
import RealistModel
import Testing

@Suite struct FilterPipelineTests {
  private func arrows(_ map: CausalMap) -> [String] {
    map.bundles.map { "\($0.cause) > \($0.effect): \($0.sources.count)/\($0.citations)" }
  }

  @Test("bundles count sources and citations apart")
  func counts() {
    let twice = map("A > B: S1 S1 S2")
    #expect(arrows(twice) == ["A > B: 2/3"])
  }

  @Test("rare links go, and factors with their last link")
  func rare() throws {
    let left = try training.filtered([.minimumSources(2)])
    #expect(
      arrows(left) == ["Training > Skills: 3/3", "Skills > Confidence: 2/2", "Confidence > Retention: 2/2"])
    #expect(left.factors.map(\.key) == ["Training", "Skills", "Confidence", "Retention"])
    #expect(
      left.filters == [
        AppliedFilter(words: "links with at least 2 sources", factors: 4, links: 3, citations: 7)
      ])
  }

  private let nested = map(
    """
    Training; college > Health; body: S1 S2
    Training; ward > Health; mind: S2 S3
    Training; ward > Training; college: S4
    Money > Training; ward: S1
    """)

  @Test("zooming out merges what lies below a level and drops the arrows within it, unless asked")
  func zoom() throws {
    #expect(
      arrows(try nested.filtered([.zoom(level: 1, keepsSelfLoops: false)])) == [
        "Training > Health: 3/4", "Money > Training: 1/1",
      ])
    #expect(
      arrows(try nested.filtered([.zoom(level: 1, keepsSelfLoops: true)]))
        == ["Training > Health: 3/4", "Training > Training: 1/1", "Money > Training: 1/1"])
    #expect(arrows(try nested.filtered([.zoom(level: 2, keepsSelfLoops: false)])) == arrows(nested))
  }

  @Test("smart zoom keeps what enough sources mention and calls the rest other")
  func smartZoom() throws {
    let zoomed = try nested.filtered([.smartZoom(level: 1, minimumSources: 3, keepsSelfLoops: false)])
    #expect(
      arrows(zoomed) == [
        "Training; college > Health: 2/2", "Training; ward > Health: 2/2",
        "Training; ward > Training; college: 1/1", "Money > Training; ward: 1/1",
      ])
    let other = try nested.filtered([.smartZoom(level: 1, minimumSources: 4, keepsSelfLoops: false)])
    #expect(
      arrows(other) == [
        "Training (other) > Health: 2/2", "Training; ward > Health: 2/2",
        "Training; ward > Training (other): 1/1", "Money > Training; ward: 1/1",
      ])
  }

  @Test("filters work in the order in which they are given")
  func order() throws {
    let first: [MapFilter] = [.minimumSources(2), .zoom(level: 1, keepsSelfLoops: false)]
    let last: [MapFilter] = [.zoom(level: 1, keepsSelfLoops: false), .minimumSources(2)]
    let scattered = map("A; a > B: S1\nA; b > B: S2\nC > B: S1 S2")
    #expect(arrows(try scattered.filtered(first)) == ["C > B: 2/2"])
    #expect(arrows(try scattered.filtered(last)) == ["A > B: 2/2", "C > B: 2/2"])
  }

  @Test("focus keeps what is within some steps, along or against the arrows")
  func focus() throws {
    #expect(try training.filtered([.focus(["Skills"], steps: 0)]).factors.map(\.key) == ["Skills"])
    #expect(
      try training.filtered([.focus(["confidence"], steps: 1)]).factors.map(\.key)
        == ["Skills", "Confidence", "Retention"])
  }

  @Test("tracing keeps the links on the ways, or all among their factors")
  func trace() throws {
    let map = map("A > B: S\nB > C: S\nC > D: S\nB > A: S\nC > B: S\nA > E: S")
    let kept = try map.filtered([.trace(from: ["A"], to: ["C"], steps: 2, keepsOtherLinks: false)])
    #expect(arrows(kept) == ["A > B: 1/1", "B > C: 1/1"])
    let all = try map.filtered([.trace(from: ["A"], to: ["C"], steps: 2, keepsOtherLinks: true)])
    #expect(arrows(all) == ["A > B: 1/1", "B > C: 1/1", "B > A: 1/1", "C > B: 1/1"])
    #expect(
      arrows(try map.filtered([.trace(from: ["D"], to: ["A"], steps: nil, keepsOtherLinks: false)])) == [])
  }

  @Test("threads keep the claims of the sources that make it all the way")
  func threads() throws {
    let kept = try training.filtered([.threads(from: ["Training"], to: ["Retention"])])
    #expect(
      arrows(kept) == [
        "Training > Skills: 2/2", "Skills > Confidence: 1/1", "Confidence > Retention: 1/1",
        "Training > Retention: 1/1", "Skills > Retention: 1/1",
      ])
  }

  @Test("the top links are those with the most sources, then the most citations, then the first")
  func top() throws {
    #expect(
      arrows(try training.filtered([.topLinks(2)])) == ["Training > Skills: 3/3", "Skills > Confidence: 2/2"])
    #expect(try training.filtered([.topFactors(2)]).factors.map(\.key) == ["Training", "Skills"])
  }

  @Test("opposites become one factor; the ends remember, and the sign turns where one end was turned")
  func opposites() throws {
    let map = map("Rest > Health: S1\nSmoking > ~Health: S2\n~Rest > ~Health: S3\n~Rest >- Health: S3")
    let combined = try map.filtered([.combineOpposites])
    #expect(combined.factors.map(\.key) == ["Rest", "Health", "Smoking"])
    #expect(arrows(combined).count == 4)
    #expect(combined.bundles.map(\.effectivePolarity) == [.increases, .decreases, .increases, .increases])
    #expect(
      combined.bundles.map { [$0.causeIsFlipped, $0.effectIsFlipped] } == [
        [false, false], [false, true], [true, true], [true, false],
      ])
  }

  @Test("two factors that name each other as opposites become the one named first as the other's opposite")
  func mutual() throws {
    var map = map("A > C: S1\nB > C: S2")
    map.factors[0].opposite = "B"
    map.factors[2].opposite = "A"
    let combined = try map.filtered([.combineOpposites])
    #expect(combined.factors.map(\.key) == ["C", "B"])
    #expect(combined.bundles.map(\.effectivePolarity) == [.decreases, .increases])
  }

  @Test("what was overcome is kept apart: no path, flow or loop goes over it")
  func despite() throws {
    let map = map("A > B: S1\nB >! C: S1 S2\nC > A: S1")
    #expect(try map.paths(from: "A", to: "C").paths.isEmpty)
    #expect(try map.robustness(from: ["A"], to: ["C"]).citations == 0)
    #expect(map.loops().loops.isEmpty)
    #expect(map.metrics.despite == 1)
    #expect(try map.filtered([.kinds([.despite])]).bundles.map(\.sources) == [["S1", "S2"]])
  }

  @Test("numbers that make no sense are refused")
  func numbers() {
    #expect(throws: MapError.badNumber("zoom level", 0, least: 1)) {
      try training.filtered([.zoom(level: 0, keepsSelfLoops: false)])
    }
    #expect(throws: MapError.unknownFactor("Nowhere", nearest: [])) {
      try training.filtered([.focus(["Nowhere"], steps: 1)])
    }
  }
}
