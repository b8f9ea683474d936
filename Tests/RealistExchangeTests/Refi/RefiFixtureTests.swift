import RealistExchange
import RealistModel
import TestSupport
import Testing

/// How many elements of each kind a real file has.
struct ElementCounts: Sendable, CustomTestStringConvertible {
  var file: String
  var sources = 0
  var codes = 0
  var selections = 0
  var codings = 0
  var users = 0
  var notes = 0
  var sets = 0
  var cases = 0
  var variables = 0
  var links = 0
  var graphs = 0

  var testDescription: String { file }

  static let all = [
    ElementCounts(
      file: "atlasti8_standard_project.qde", sources: 12, codes: 14, selections: 15, codings: 16, users: 3,
      notes: 2,
      sets: 16, links: 1, graphs: 1),
    ElementCounts(
      file: "atlasti8_standard_project_nosources.qdpx", sources: 12, codes: 14, selections: 15, codings: 16,
      users: 3, notes: 2, sets: 16, links: 1, graphs: 1),
    ElementCounts(file: "atlasti_win23_codes_only.qdpx", codes: 3, users: 2),
    ElementCounts(file: "f4_2025_project.qde", sources: 4, codes: 1, selections: 4, codings: 2, notes: 3),
    ElementCounts(
      file: "made_kitchen_sink.qdpx", sources: 6, codes: 8, selections: 11, codings: 11, users: 2, notes: 4,
      sets: 2,
      cases: 2, variables: 6, links: 3, graphs: 1),
    ElementCounts(
      file: "made_qc_1.7.8_warmwelcome.qdpx", sources: 2, codes: 9, selections: 9, codings: 19, users: 2),
    ElementCounts(file: "made_qualcoder_c3204641_warmwelcome.qdc", codes: 12),
    ElementCounts(
      file: "made_qualcoder_c3204641_warmwelcome.qdpx", sources: 2, codes: 12, selections: 22, codings: 20,
      users: 2, notes: 3, cases: 2, variables: 2),
    ElementCounts(file: "mastodonmoodboard_codebook.qdc", codes: 44),
    ElementCounts(file: "nvivo_mac15_codebook_only.qdpx", sources: 2, codes: 262, users: 2),
    ElementCounts(file: "spec_annex_A1_codebook.qdc", codes: 6),
  ]
}

@Suite("Real REFI-QDA files") struct RefiFixtureTests {
  @Test("every element is accounted for", .needsFixtures, arguments: ElementCounts.all)
  func counts(expected: ElementCounts) throws {
    let project = try imported(try fixture("refi-qda/\(expected.file)"), expected.file)
    let report = project.report
    #expect(report.count("Source") == expected.sources)
    #expect(report.count("Code") == expected.codes)
    #expect(report.count("Selection") == expected.selections)
    #expect(report.count("Coding") == expected.codings)
    #expect(report.count("User") == expected.users)
    #expect(report.count("Note") == expected.notes)
    #expect(report.count("Set") == expected.sets)
    #expect(report.count("Case") == expected.cases)
    #expect(report.count("Variable") == expected.variables)
    #expect(report.count("Link") == expected.links)
    #expect(report.count("Graph") == expected.graphs)
    #expect(project.study.codes.count == expected.codes && project.study.sources.count == expected.sources)
  }

  @Test("QualCoder's codings by two coders lie on the words they name", .needsFixtures)
  func qualcoder() throws {
    let project = try imported(try fixture("refi-qda/made_qualcoder_c3204641_warmwelcome.qdpx"))
    #expect(project.study.codings.count == 20)
    #expect(Set(project.study.codings.map(\.coder)) == ["ana", "bo"])
    let marta = try project.source("Interview A - Marta.txt")
    let first = try #require(project.study.segments.first { $0.source == marta.id && $0.span.start == 365 })
    #expect(
      try project.words(of: first) == "When the visitor came back a second time, that’s when I trusted her.")
    #expect(try project.paths(on: first) == ["Mechanism/Trust through repetition"])
    #expect(first.memo == "CMO 1: repetition -> trust")
    #expect(project.study.participants.map(\.key) == ["Interview A - Marta", "Interview B - Visitor 2"])
    #expect(
      project.study.participants[0].attributes == ["Area": .text("North"), "Visits": .number(2)])
  }

  @Test("the kitchen sink keeps what a study can hold and says what became of the rest", .needsFixtures)
  func kitchenSink() throws {
    let project = try imported(try fixture("refi-qda/made_kitchen_sink.qdpx"))
    let study = project.study
    #expect(study.title == "Kitchen sink & co")
    #expect(study.summary == "Project description")
    let paths = try CodeTree(study.codes).order.map(\.path)
    #expect(paths.contains("Context/Prior experience/Evictions"))
    #expect(paths.contains("Mechanism/Trust (2)"))
    #expect(paths.contains("Outcome: “help” ∕ ⟶ 🙂"))
    #expect(study.codes[0].definition == "folder\ntwo lines <b>not html</b>")
    #expect(study.codes.first { $0.name == "Prior experience" }?.colour?.description == "#aabbcc")
    let marta = try #require(study.participants.first { $0.key == "Marta" })
    #expect(marta.attributes["Bill"] == .number(-38.5) && marta.attributes["Tenant"] == .boolean(true))
    #expect(marta.attributes["First visit"] == CalendarDate("2026-01-31").map { .date($0) })
    let interview = try project.source("Interview A")
    #expect(interview.participants == [marta.id] && interview.attributes["Area"] == .text("South"))
    let recording = try project.source("A.m4a")
    let turns = try #require(project.contents.revisions.first { $0.source == recording.id }?.turns)
    #expect(turns.contains { $0.begins != nil })
    #expect(study.memos.contains { $0.body.contains("IF visited twice THEN trust") })
    #expect(study.memos.contains { $0.body.contains("Mechanism/Trust → Outcome: “help” ∕ ⟶ 🙂: triggers") })
    let twice = study.segments.filter { $0.source == interview.id && $0.span.range == 600..<631 }
    #expect(twice.first?.created == Timestamp("2026-03-05T08:00:00Z"))
  }
}
