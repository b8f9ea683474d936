import RealistModel
import TestSupport
import Testing

@testable import RealistAnalysis

@Suite("Gaps of configurations")
struct GapsTests {
  @Test("what is missing is said in words; words of somebody who withdrew fill no gap")
  func gaps() throws {
    let example = ExampleStudy()
    let table = ConfigurationTable(example.study, try example.lookup(), words: example.words)
    func gaps(_ key: String) throws -> [String] {
      try #require(table.records.first { $0.configuration.key == key }).gaps(template: table.template)
    }
    #expect(try gaps("bench") == [])
    #expect(try gaps("manual") == ["no evidence recorded"])
    #expect(
      try gaps("queue") == [
        "no refuting evidence recorded", "C1 has no evidence", "O1 has no evidence", "M2 has no evidence",
      ])
    var withdrawn = example.study
    for place in withdrawn.participants.indices {
      withdrawn.participants[place].withdrawn = CalendarDate("2026-03-01")
    }
    withdrawn.evidence.removeAll { piece in
      withdrawn.segments.first { $0.id == piece.segment }?.source == withdrawn.sources[4].id
    }
    let silent = ConfigurationTable(withdrawn, try StudyLookup(withdrawn), words: example.words)
    #expect(silent.records.allSatisfy { $0.gaps(template: silent.template) == ["no evidence recorded"] })
  }

  @Test("an element of the template that a configuration lacks is a gap")
  func elements() throws {
    var sketch = StudySketch()
    sketch.configuration("one", "", "C poor", "M shame")
    let table = ConfigurationTable(sketch.study, try sketch.lookup(), words: [:])
    #expect(table.records[0].gaps(template: .cmo) == ["no outcome", "no evidence recorded"])
  }

  @Test("configurations that are not to speak keep their numbers; others keep theirs and all they have")
  func saying() throws {
    let study = ExampleStudy().study
    let quiet = study.saying { $0.key == "queue" }
    #expect(quiet.configurations.map(\.id) == study.configurations.map(\.id))
    #expect(quiet.configurations[1] == study.configurations[1])
    #expect(quiet.configurations[0].elements.isEmpty && !study.configurations[0].elements.isEmpty)
    #expect(Set(quiet.evidence.map(\.configuration)) == [study.configurations[1].id])
    let first = study.segments[0].id
    let heard = study.heard { $0 == first }
    #expect(heard.evidence.map(\.segment) == [first])
    #expect(heard.codings.allSatisfy { $0.segment == first } && !heard.codings.isEmpty)
  }

  @Test("a column is shown with what is linked to it")
  func column() throws {
    let example = ExampleStudy()
    let graph = CausalGraph.configurationFigure(example.study, try example.lookup(), words: example.words)
    let column = try #require(graph.columns.first)
    let around = try #require(graph.around(column: column.key))
    #expect(around.nodes(in: column) == graph.nodes(in: column))
    #expect(!around.links.isEmpty)
    let own = Set(graph.nodes(in: column).map(\.key))
    #expect(around.links.allSatisfy { own.contains($0.from) || own.contains($0.to) })
    #expect(graph.around(column: "none") == nil)
  }
}
