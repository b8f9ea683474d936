import RealistAnalysis
import RealistMatrices
import RealistModel
import RealistReports
import Testing

/// Queries, matrices, framework, joint display and demi-regularities on plain values, without a study file.
@Suite("The library: asking the material")
struct AskingExampleTests {
  let small: SmallStudy
  let table: CodingTable

  init() throws {
    small = try SmallStudy()
    table = try CodingTable(small.study, revisions: small.revisions)
  }

  @Test("a query over codings answers with passages")
  func query() throws {
    let names = Query.Names(codes: table.codes, attributes: small.study.attributes)
    let query = try Query("contexts WITHIN outcomes AND site = North", names: names)
    let found = query.passages(in: table).map { table.passages[$0] }
    #expect(found.map { $0.start..<$0.end } == [0..<14])
  }

  @Test("codes by attribute, and codes that share words")
  func matrices() throws {
    let field = try #require(FilterField("site", attributes: small.study.attributes))
    let top = CodeZoom(.level(1), of: table)
    let matrix = CodeMatrix(
      table, rows: top, columns: MatrixColumns(.field(field, limits: []), of: table), count: .codings)
    #expect(matrix.rowTotal(2) == 2 && matrix.columnTotal(0) == 3)
    let pairs = CoOccurrence(table, rows: top, measure: .overlap)
    #expect(pairs[0, 2] == 1 && pairs[0, 1] == 0 && pairs.passages(2) == 2)
    let csv = Table.coOccurrence(pairs, value: .pairs, rows: [0, 1, 2], columns: [0, 1, 2]).text(as: .csv)
    #expect(csv.contains("contexts,1,0,1"))
  }

  @Test("a framework matrix and a joint display lead back to the passages in a cell")
  func framework() {
    let summary = FrameworkSummary(
      id: ID(high: 7, low: 1), row: .source(small.study.sources[0].id), code: small.outcomes,
      summary: "left after a night alone", coder: "Iris", written: small.study.created)
    let matrix = FrameworkMatrix(
      table, summaries: [summary], cases: MatrixColumns(.source, of: table),
      themes: [small.contexts, small.outcomes])
    #expect(matrix.coverage.toWrite == 2 && matrix.passages(row: nil, column: 1).count == 2)
    let numbers = ContextTable(
      id: ID(high: 8, low: 1), key: "posts", unit: "posts", columns: ["code", "empty"],
      rows: [["outcomes/leaving", "4"]])
    let display = JointDisplay(table, context: numbers)
    #expect(display.rows[0].numbers == ["4"] && display.passages(row: 0, column: 0).count == 2)
  }

  @Test("what recurs together is a candidate, with its passages")
  func regularities() throws {
    let claims = RoleClaim.sideBySide(small.study.template, .contextOutcome, in: table)
    let found = Regularities(claims, .contextOutcome, in: table, zoom: CodeZoom(.exact, of: table))
    let candidate = try #require(found.candidate(small.alone, small.leaving))
    #expect(candidate.sources == 1 && candidate.citations == 1 && candidate.passages.count == 2)
  }
}
