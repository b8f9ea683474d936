import RealistModel
import RealistReports
import RealistRigour
import Testing

/// Agreement and saturation on plain values, without a study file.
@Suite("The library: agreement and saturation on plain values")
struct AgreementExampleTests {
  @Test("two coders in two texts: a table of agreement, and where they differ")
  func agreement() throws {
    let (trust, time) = (ID<Code>(high: 1, low: 1), ID<Code>(high: 1, low: 2))
    let codes = try CodeTree([Code(id: trust, name: "trust"), Code(id: time, name: "time", position: 1)])
    func coding(_ code: Int, _ coder: Int, _ span: Range<Int>) -> ComparedCoding {
      ComparedCoding(code: code, coder: coder, start: span.lowerBound, end: span.upperBound)
    }
    let sources = [
      ComparedSource(
        source: ID(high: 2, low: 1), name: "P01", length: 200, judged: [true, true],
        codings: [
          coding(0, 0, 10..<40), coding(0, 1, 10..<40), coding(1, 0, 80..<120), coding(1, 1, 90..<120),
        ]),
      ComparedSource(
        source: ID(high: 2, low: 2), name: "P02", length: 300, judged: [true, true],
        codings: [coding(0, 0, 5..<60), coding(0, 1, 0..<60), coding(1, 1, 200..<230)]),
    ]
    let comparison = try Comparison(coders: ["Ana", "Ben"], codes: [trust, time], sources: sources)
    let coefficients: [Coefficient] = [.percent, .kappa, .alpha, .uAlpha]
    let rows = try comparison.rows(
      by: .code, coefficients, bootstrap: Bootstrap(resamples: 200, seed: 1))
    let report = AgreementReport(
      comparison, codes: codes, coefficients: coefficients, rows: rows,
      bootstrap: Bootstrap(resamples: 200, seed: 1))
    #expect(report.table().rows.count == 3)
    #expect(report.summary.hasPrefix("2 coders (Ana, Ben), 2 sources, 500 characters"))
    #expect(comparison.passages(ofCodes: [0, 1]).map(\.finding) == [.same, .extent, .extent, .missing])
  }

  @Test("a table of ratings: Cohen's κ of Cohen's own example")
  func ratings() throws {
    let table = try CrossTable([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    let kappa = try #require(try table.kappa().estimate.number)
    #expect(abs(kappa - 0.491525) < 0.000001)
    #expect(try table.ratings.alpha().estimate.number != nil)
  }

  @Test("saturation of themes, with its figure")
  func saturation() {
    let themes = [[1, 2, 3], [1, 4], [2, 5], [5], [1], [4], [2]]
    let saturation = Saturation(themes, rule: .init(base: 3, run: 2, threshold: 0.05))
    #expect(saturation.verdict == .reached(after: 3))
    let report = SaturationReport(
      saturation, interviews: themes.indices.map { ("P0\($0 + 1)", nil) }, thing: "theme", things: "themes",
      orders: SaturationOrders(themes, rule: saturation.rule, orders: 100, seed: 1))
    #expect(report.plot.contains("role=\"img\"") && report.verdict.contains("3+2 interviews"))
  }
}
