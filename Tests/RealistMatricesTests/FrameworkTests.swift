import RealistAnalysis
import RealistMatrices
import RealistModel
import TestSupport
import Testing

@Suite("Framework matrices and joint displays")
struct FrameworkTests {
  private func sketch() -> StudySketch {
    var sketch = StudySketch()
    sketch.coding("we wait for weeks and weeks and nobody says a word", from: "P01", code: "contexts/waiting")
    sketch.coding("short", from: "P01", code: "contexts/waiting")
    sketch.coding("I was cross", from: "P02", code: "outcomes/anger")
    sketch.study.attributes = [AttributeDefinition(name: "site", subject: .source, kind: .text)]
    for place in sketch.study.sources.indices {
      sketch.study.sources[place].attributes["site"] = .text(place == 0 ? "North" : "South")
    }
    return sketch
  }

  @Test("a cell holds its summary and the passages below its theme, and coverage counts what is missing")
  func cells() throws {
    var sketch = sketch()
    let contexts = sketch.code("contexts")
    let outcomes = sketch.code("outcomes")
    let first = sketch.source("P01")
    let created = sketch.study.created
    let summary = { (code: ID<Code>) in
      FrameworkSummary(
        id: ID(high: 7, low: 7), row: .source(first), code: code, summary: "waits", coder: "ann",
        written: created)
    }
    let table = try CodingTable(sketch.study)
    let matrix = FrameworkMatrix(
      table, summaries: [summary(contexts), summary(outcomes)],
      cases: MatrixColumns(.source, of: table), themes: [contexts, outcomes])
    #expect(matrix.rows.map(\.label) == ["P01", "P02"])
    #expect(matrix.cells.map { $0.map(\.passages.count) } == [[2, 0], [0, 1]])
    #expect(
      matrix.coverage
        == FrameworkMatrix.Coverage(cells: 4, withPassages: 2, withSummary: 2, toWrite: 1, unfounded: 1))
  }

  @Test("any attribute's values can be the cases")
  func groups() throws {
    var sketch = sketch()
    let codes = [sketch.code("contexts"), sketch.code("outcomes")]
    let table = try CodingTable(sketch.study)
    let field = try #require(FilterField("site", attributes: sketch.study.attributes))
    let matrix = FrameworkMatrix(
      table, summaries: [], cases: MatrixColumns(.field(field, limits: []), of: table), themes: codes)
    #expect(matrix.rows.map(\.subject) == ["North", "South"].map { .group(attribute: "site", value: $0) })
    #expect(matrix.cells.map { $0.map(\.passages.count) } == [[2, 0], [0, 1]])
  }

  @Test("a joint display matches groups by name, keeps those of one side only, and picks a readable quote")
  func joint() throws {
    var sketch = sketch()
    let contexts = sketch.code("contexts")
    let table = try CodingTable(sketch.study)
    let numbers = ContextTable(
      id: ID(high: 8, low: 8), key: "posts", columns: ["site", "vacant"],
      rows: [["north", "12"], ["East", "3"]])
    let field = try #require(FilterField("site", attributes: sketch.study.attributes))
    let display = JointDisplay(
      table, context: numbers, groups: MatrixColumns(.field(field, limits: []), of: table), themes: [contexts]
    )
    #expect(display.rows.map(\.label) == ["North", "South", "East"])
    #expect(display.rows.map(\.numbers) == [["12"], [""], ["3"]])
    #expect(display.rows.map { $0.voices[0].passages.count } == [2, 0, 0])
    let quote = try #require(display.rows[0].voices[0].quote)
    #expect(table.passages[quote].end - table.passages[quote].start >= 40)
    #expect(display.quoted(in: table) == [table.passages[quote].segment])
  }

  @Test("themes can be the rows; a name that is no code has numbers and no voice")
  func themes() throws {
    let table = try CodingTable(sketch().study)
    let numbers = ContextTable(
      id: ID(high: 8, low: 8), key: "survey", columns: ["theme", "agree"],
      rows: [["waiting", "40"], ["outcomes", "10"], ["money", "1"]])
    let display = JointDisplay(table, context: numbers)
    #expect(display.rows.map(\.label) == ["contexts/waiting", "outcomes", "money"])
    #expect(display.rows.map { $0.voices[0].passages.count } == [2, 1, 0])
  }
}
