import Foundation
import RealistExchange
import RealistModel
import SQLiteKit
import TestSupport
import Testing

/// A real project that SQLite opens itself.
private func project(_ path: String) throws -> ImportedProject {
  let file = try #require(fixturesFolder).appendingPathComponent(path).path
  return try ProjectReader.read(try fixture(path), at: file, file: path, settings: settings)
}

/// Words with single spaces between them.
private func plain(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Suite("Projects in SQLite files") struct OtherProjectTests {
  @Test("all 1,794 highlights of a real Taguette project have the words of their snippets", .needsFixtures)
  func taguette() throws {
    let path = "taguette/SERDIF_P2_ThematicAnalysis.sqlite3"
    let found = try project(path)
    #expect(found.study.sources.count == 17 && found.study.codes.count == 22)
    #expect(found.report.count("Selection") == 1794 && found.report.count("Coding") == 1930)
    #expect(found.report.count("Words of a selection") == 0)
    #expect(found.report.count("Selection", .note) == 0)
    // The oracle reads the database on its own and asks for each snippet at its source.
    let file = try #require(fixturesFolder).appendingPathComponent(path).path
    let connection = try Connection(path: file, mode: .immutable, trust: .stranger)
    let snippets = try connection.queryAll(
      "SELECT documents.name, highlights.snippet FROM highlights JOIN documents ON documents.id = document_id"
    ) { ($0.text(0), $0.text(1)) }
    try #require(snippets.count == 1794)
    var words: [String: Set<String>] = [:]
    for source in found.study.sources {
      let segments = found.study.segments.filter { $0.source == source.id }
      words[source.name] = Set(try segments.map { plain(try found.words(of: $0)) })
    }
    var missing = 0
    for (document, snippet) in snippets {
      let text = snippet.replacing(
        #/<[^>]*>/#, with: { $0.output.hasPrefix("</p") || $0.output.hasPrefix("<br") ? "\n" : "" }
      )
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      if words[document]?.contains(plain(text)) != true { missing += 1 }
    }
    #expect(missing == 0)
  }

  @Test("a Taguette project with emoji keeps its words, tags and coder", .needsFixtures)
  func smallTaguette() throws {
    let found = try project("taguette/made_taguette_1.5.2_warmwelcome.sqlite3")
    #expect(found.study.sources.count == 2 && found.study.codes.count == 9)
    #expect(found.study.segments.count == 11 && found.study.codings.count == 13)
    let words = try found.study.segments.map { try found.words(of: $0) }
    #expect(words.contains("It was because she remembered my dog’s name 🐕, you know?"))
    #expect(
      found.study.codes.contains {
        $0.name == "Context.Prior experience of authority" && $0.definition == "Evictions, bailiffs, vans"
      })
    #expect(Set(found.study.codings.map(\.coder)) == ["admin"])
    #expect(found.study.summary == "Invented project for import tests\nsecond line of description")
  }

  @Test(
    "a QualCoder project: codes in categories, two coders, cases with attributes, journal and annotations",
    .needsFixtures)
  func qualcoder() throws {
    let found = try project("qualcoder/warmwelcome.qda/data.qda")
    let study = found.study
    #expect(study.sources.count == 2 && study.codes.count == 12)
    #expect(found.report.count("Coding") == 20 && study.codings.count == 20)
    #expect(study.participants.map(\.key) == ["Interview A - Marta", "Interview B - Visitor 2"])
    #expect(study.participants[0].attributes == ["Area": .text("North"), "Visits": .number(2)])
    #expect(study.sources[0].participants == [study.participants[0].id])
    let paths = try CodeTree(study.codes).order.map(\.path)
    #expect(paths.contains("Context/Prior experience of authority"))
    #expect(study.memos.contains { $0.body.contains("I expected the leaflet to matter") })
    #expect(
      study.memos.contains {
        if case .segment = $0.subject { $0.body == "annotation on opening words" } else { false }
      })
    #expect(study.summary.hasPrefix("Project memo"))
    #expect(
      found.report.rules.allSatisfy { $0.unresolved == 0 && $0.reason.contains("names are the words there") })
    let first = try #require(study.segments.first { $0.span.start == 365 })
    #expect(
      try found.words(of: first) == "When the visitor came back a second time, that’s when I trusted her.")
    #expect(
      study.codings.contains {
        $0.segment == first.id && $0.coder == "bo" && $0.memo == "CMO 1: repetition -> trust"
      })
  }

  @Test("an RQDA project: what was deleted there stays out and is counted", .needsFixtures)
  func rqda() throws {
    let found = try project("other-qda/made_rqda_schema022_warmwelcome.rqda")
    #expect(found.study.sources.count == 2 && found.study.codes.count == 12)
    #expect(found.report.count("Code") == 13 && found.report.count("Coding") == 14)
    #expect(found.report.count("Coding", .leftOut) == 2)
    #expect(found.study.codings.count == 12)
    #expect(found.study.participants.map { $0.attributes["Area"] } == [.text("North"), .text("North")])
    #expect(found.study.created == Timestamp("2026-03-02T08:11:36Z"))
    #expect(found.study.memos.contains { $0.body.contains("At 5: margin note") })
  }

  @Test("a stranger's trigger and view do nothing, and the file is not touched")
  func hostile() throws {
    try withTemporaryDirectory { directory in
      let path = directory.appendingPathComponent("evil.sqlite3").path
      let connection = try Connection(path: path, mode: .readWriteCreate)
      try connection.executeScript(
        """
        CREATE TABLE projects (id INTEGER, name TEXT, description TEXT, created TEXT);
        CREATE TABLE documents (id INTEGER, project_id INTEGER, name TEXT, description TEXT, created TEXT, contents TEXT);
        CREATE TABLE tags (id INTEGER, project_id INTEGER, path TEXT, description TEXT);
        CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
        CREATE TABLE kept (x INTEGER);
        CREATE VIEW highlights AS SELECT 1 AS id, 1 AS document_id, 0 AS start_offset, 3 AS end_offset, '' AS snippet;
        INSERT INTO projects VALUES (1, 'P', '', '2026-01-01 00:00:00');
        """)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(throws: ExchangeError.unknownDatabase(file: "evil")) {
        try ProjectReader.read(bytes, at: path, file: "evil", settings: settings)
      }
      try connection.executeScript(
        "DROP VIEW highlights; CREATE TABLE highlights (id INTEGER, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT); INSERT INTO documents VALUES (1, 1, 'd', '', '', '<p>a&amp;b</p><p>c</p>'); INSERT INTO highlights VALUES (1, 1, 1, 4, ''); INSERT INTO highlights VALUES (2, 1, 2, 99, 'far');"
      )
      try connection.checkpoint()
      let before = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let found = try ProjectReader.read(before, at: path, file: "evil", settings: settings)
      #expect(try found.study.segments.map { try found.words(of: $0) } == ["&b\nc"])
      #expect(found.report.count("Selection", .note) == 1)
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["evil.sqlite3"])
    }
  }

  @Test(
    "cut or damaged anywhere, a database is refused with a sentence or read", .needsFixtures,
    arguments: 0..<40)
  func damaged(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let name = [
      "taguette/made_taguette_1.5.2_warmwelcome.sqlite3", "other-qda/made_rqda_schema022_warmwelcome.rqda",
      "qualcoder/warmwelcome.qda/data.qda",
    ][Int(seed % 3)]
    var bytes = try fixture(name)
    if seed % 2 == 0 {
      bytes.removeLast(Int.random(in: 1..<bytes.count - 16, using: &random))
    } else {
      for _ in 0..<40 {
        bytes[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("f")
      try Data(bytes).write(to: file)
      do throws(ExchangeError) {
        let found = try ProjectReader.read(bytes, at: file.path, file: "f", settings: settings)
        #expect(found.contents.revisions.count == found.study.sources.count)
      } catch {
        #expect(!error.message.isEmpty && error.hint?.isEmpty == false)
      }
    }
  }
}

@Suite("Texts with codes in them") struct MarkupTests {
  @Test("qcoder's example keeps its text and its codes", .needsFixtures)
  func qcoder() throws {
    let found = try imported(try fixture("other-qda/qcoder_CoC_Example1_MU.txt"), "CoC_Example1_MU.txt")
    let words = try found.study.segments.map { try found.words(of: $0) }
    #expect(words.contains("gender") && words.contains("gender identity and expression"))
    #expect(found.study.codings.count == 7)
    #expect(
      found.study.codes.map(\.name).sorted() == [
        "consequences", "gender", "gender_id", "harassment", "license", "person_talk",
      ])
    #expect(!found.contents.revisions[0].text.string.contains("QCODE"))
  }

  @Test("nested, unclosed and empty marks")
  func nested() throws {
    let text =
      "a (QCODE)b (QCODE)é🐕(/QCODE){#inner, #second} d(/QCODE){#outer} (/QCODE){#x} (QCODE)e (QCODE)(/QCODE){#none}"
    let found = try imported(Array(text.utf8), "t.txt")
    #expect(found.contents.revisions[0].text.string == "a b é🐕 d  e ")
    let read = try found.study.segments.map { try (found.words(of: $0), found.paths(on: $0).sorted()) }
    #expect(read.map(\.0).sorted() == ["b é🐕 d", "é🐕"])
    #expect(read.first { $0.0 == "é🐕" }?.1 == ["inner", "second"])
    #expect(found.report.count("Mark") == 2 && found.report.count("Selection", .leftOut) == 1)
  }

  @Test("ROCK's codes code their line, with the codes above them")
  func rock() throws {
    let text =
      "[[cid=1]] I felt safe [[trust>safety]]\nnothing here\n---<<break>>---\nI left [[leaving]] [[trust]]\n"
    let found = try imported(Array(text.utf8), "t.rock")
    #expect(found.contents.revisions[0].text.string == "I felt safe\nnothing here\nI left\n")
    #expect(try CodeTree(found.study.codes).order.map(\.path) == ["trust", "trust/safety", "leaving"])
    let read = try found.study.segments.map { try found.words(of: $0) }
    #expect(read == ["I felt safe", "I left"])
  }

  @Test("a transcript is told where it is read")
  func transcript() {
    let error = refusal(Array("INT: Hello.\nP: Hello.\n".utf8), "talk.txt")
    #expect(error == .transcript(file: "talk.txt"))
    #expect(error?.hint == "realist source import talk.txt")
  }
}
