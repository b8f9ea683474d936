import RealistManuscript
import RealistModel
import Testing

@Suite("Reporting standards")
struct ReportingStandardTests {
  @Test(
    "have as many items as were published, numbered without a gap",
    arguments: [("rameses", 20, 6), ("coreq", 32, 3), ("srqr", 21, 6)])
  func items(key: String, count: Int, sections: Int) throws {
    let standard = try #require(ReportingStandard.all.first { $0.key == key })
    #expect(standard.items.map(\.number) == Array(1...count))
    #expect(standard.sections.count == sections)
  }

  @Test(
    "say nothing about an empty study but its title, its template and the program",
    arguments: ["rameses", "coreq", "srqr"])
  func empty(key: String) throws {
    let facts = StudyFacts(
      Study(id: ID(high: 1, low: 2), title: "Ladder", created: Timestamp(milliseconds: 0)))
    let standard = try #require(ReportingStandard.all.first { $0.key == key })
    let said = Set(standard.items.flatMap { $0.facts(facts) }.map(\.text))
    #expect(
      said.isSubset(of: ["Ladder", "configurations of C context, M mechanism and O outcome", "Realist"]),
      "\(said)")
  }

  @Test("count people once, though they are in several sources")
  func people() {
    var study = Study(id: ID(high: 1, low: 2), title: "Ladder", created: Timestamp(milliseconds: 0))
    study.attributes = [
      AttributeDefinition(name: "band", subject: .participant, kind: .number),
      AttributeDefinition(name: "region", subject: .participant, kind: .text),
    ]
    study.participants = [
      Participant(
        id: ID(high: 1, low: 11), key: "P01", attributes: ["band": .number(3), "region": .text("north")]),
      Participant(
        id: ID(high: 1, low: 12), key: "P02", attributes: ["band": .number(8), "region": .text("north")],
        withdrawn: CalendarDate("2026-01-31")),
      Participant(id: ID(high: 1, low: 13), key: "P03", attributes: ["region": .text("east")]),
    ]
    study.sources = [
      Source(
        id: ID(high: 1, low: 21), name: "A", minutes: 40, participants: [ID(high: 1, low: 11)], words: 900),
      Source(
        id: ID(high: 1, low: 22), name: "B", participants: [ID(high: 1, low: 11), ID(high: 1, low: 12)],
        words: 100),
    ]
    let facts = StudyFacts(study)
    let rameses = ReportingStandard.rameses.items
    #expect(
      rameses[13].facts(facts).map(\.text) == [
        "3 participants, 2 of them in a source, 1 withdrawn", "band: 3 to 8; not known 1",
        "region: north 2, east 1",
      ])
    #expect(rameses[11].facts(facts).map(\.text).last == "withdrew: P02 on 2026-01-31")
    #expect(
      rameses[10].facts(facts).map(\.text) == [
        "2 interviews; 1000 words", "40 minutes in all; not known for 1",
      ])
    #expect(ReportingStandard.coreq.items[17].facts(facts).map(\.text) == ["interviewed more than once: P01"])
  }

  @Test("say that no refuting evidence was found, rather than nothing")
  func refutations() {
    var study = Study(id: ID(high: 1, low: 2), title: "Ladder", created: Timestamp(milliseconds: 0))
    study.configurations = [Configuration(id: ID(high: 1, low: 31), key: "CMO1")]
    let facts = StudyFacts(study)
    #expect(
      ReportingStandard.rameses.items[14].facts(facts).map(\.text) == [
        "1 configuration: 1 proposed", "refuting evidence: none found",
      ])
  }
}
