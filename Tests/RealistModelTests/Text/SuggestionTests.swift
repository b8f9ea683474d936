import RealistModel
import Testing

@Suite struct SuggestionTests {
  @Test(
    "the nearest names are suggested, or none",
    arguments: [
      ("profesion", ["profession"]), ("Region", ["region"]), ("rgeion", ["region"]), ("bandd", ["band"]),
      ("xyz", []),
      ("regions", ["region"]), ("region/north", []), ("region/n", []), ("", []),
      ("outcomes/servce/retention", ["outcomes/service/retention"]), ("reg", ["region"]),
    ] as [(String, [String])])
  func nearest(name: String, expected: [String]) {
    let known = ["band", "profession", "region", "outcomes/service/retention"]
    #expect(Suggestion.nearest(to: name, in: known) == expected)
  }
}
