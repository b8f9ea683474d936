import RealistAnalysis
import RealistCausalMap
import RealistModel
import Testing

/// The causal map on plain values: no study, no file.
@Suite("The causal map, used from another program")
struct CausalMapExampleTests {
  @Test("claims become a map that answers who says what leads to what")
  func example() throws {
    let told: [(source: String, cause: String, effect: String)] = [
      ("Ana", "A key to the hall", "Evenings in the hall"),
      ("Bo", "A key to the hall", "Evenings in the hall"),
      ("Ana", "Evenings in the hall", "Neighbours greet"), ("Cem", "Neighbours greet", "A key to the hall"),
    ]
    let map = CausalMap(claims: told.map { Claim(source: $0.source, cause: $0.cause, effect: $0.effect) })

    // Filters are values in an order.
    let strong = try map.filtered([.minimumSources(2)])
    #expect(strong.bundles.map(\.sources) == [["Ana", "Bo"]])

    // Two people make the first step; one makes it all the way.
    let paths = try map.paths(from: "A key to the hall", to: "Neighbours greet")
    #expect(paths.paths.map(\.citations) == [[2, 1]] && paths.paths[0].threads == ["Ana"])
    let robust = try map.robustness(from: ["A key to the hall"], to: ["Neighbours greet"])
    #expect(robust.citations == 1 && robust.sources == ["Ana"])

    // And the greeting leads back to the key.
    let loops = map.loops()
    #expect(loops.labels == ["R1"] && loops.end == .complete && loops.loops[0].threads.isEmpty)
    #expect(map.metrics.diameter == 2)
  }
}
