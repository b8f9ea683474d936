import RealistAnalysis
import RealistModel
import TestSupport
import Testing

@Suite("Evidence balance")
struct EvidenceBalanceTests {
  private func balance(_ unit: EvidenceBalance.Unit, groups: String? = nil) throws -> [EvidenceBalance.Row] {
    let example = ExampleStudy()
    let table = ConfigurationTable(example.study, try example.lookup(), words: example.words)
    return EvidenceBalance(example.study, table, by: unit, groups: groups).rows
  }

  private func words(_ row: EvidenceBalance.Row) -> String {
    let counts = Evidence.Bearing.allCases.map { bearing in
      Evidence.Standing.allCases.map { "\(row.count(bearing, $0))" }.joined(separator: "/")
    }
    return "\(row.place) \(counts.joined(separator: " ")); \(row.sources().count) sources, "
      + "\(row.participants.count) people; \(row.remarks.joined(separator: ", "))"
  }

  /// Counted by hand from the example study's evidence: `bench` has one context, two mechanisms of which one withdrew, an outcome supported
  /// once and refuted once, and a document that refines the whole.
  @Test("each configuration is counted by bearing and standing; a person who withdrew counts for nothing")
  func configurations() throws {
    #expect(
      try balance(.configuration).map(words) == [
        "CMO1 3/0/0 1/0/0 1/0/0; 4 sources, 4 people; 1 withdrawn",
        "CMO2 1/1/1 0/0/0 0/0/0; 3 sources, 3 people; no refuting evidence found",
        "CMO3 0/0/0 0/0/0 0/0/0; 0 sources, 0 people; no evidence",
        "CMO4 2/0/0 0/0/0 0/0/0; 2 sources, 2 people; no refuting evidence found",
      ])
  }

  @Test("an element counts what speaks to it alone and with others, a dyad what speaks to both")
  func elementsAndDyads() throws {
    let elements = try balance(.element).map(words)
    #expect(
      elements.prefix(3) == [
        "CMO1.C1 1/0/0 0/0/0 0/0/0; 1 sources, 1 people; no refuting evidence found, one source only",
        "CMO1.M1 2/0/0 0/0/0 0/0/0; 2 sources, 2 people; no refuting evidence found, 1 withdrawn",
        "CMO1.O1 1/0/0 1/0/0 0/0/0; 2 sources, 2 people; ",
      ])
    #expect(elements.count == 18)
    #expect(
      elements.contains(
        "CMO2.O2 0/1/1 0/0/0 0/0/0; 2 sources, 2 people; no refuting evidence found, nothing observed"))
    #expect(
      try balance(.dyad).map(words) == [
        "CMO1.M1–O1 1/0/0 0/0/0 0/0/0; 1 sources, 1 people; no refuting evidence found, one source only",
        "CMO4.M2–O3 1/0/0 0/0/0 0/0/0; 1 sources, 1 people; no refuting evidence found, one source only",
      ])
  }

  @Test("a theory counts all its configurations, and names the groups that are silent")
  func theories() throws {
    let rows = try balance(.theory, groups: "role")
    #expect(
      rows.map(words) == [
        "joining 4/1/1 1/0/0 1/0/0; 4 sources, 4 people; 1 withdrawn",
        "tools 2/0/0 0/0/0 0/0/0; 2 sources, 2 people; no refuting evidence found",
      ])
    #expect(rows.map(\.silent) == [[], ["host"]])
  }

  @Test("a passage counts once for what it does, and not where it lies inside another that does the same")
  func nested() throws {
    let example = ExampleStudy()
    var study = example.study
    let outer = study.segments[0]
    var inner = outer
    inner.id = ID(high: 8, low: 99)
    inner.span = try TextSpan(start: outer.span.start, end: outer.span.start + 5)
    study.segments.append(inner)
    let configuration = study.configurations[0]
    for (number, segment) in [(1, inner.id), (2, outer.id)] {
      study.evidence.append(
        Evidence(
          id: ID(high: 9, low: UInt64(90 + number)), configuration: configuration.id,
          elements: [configuration.elements[0].id], segment: segment, coder: "ben",
          created: ExampleStudy.start))
    }
    let table = ConfigurationTable(study, try StudyLookup(study), words: example.words)
    let row = try #require(EvidenceBalance(study, table, by: .element).rows.first)
    #expect(row.pieces.map(\.segment) == [outer.id])
  }

  @Test("configurations that were rejected do not count for their theory")
  func rejected() throws {
    let example = ExampleStudy()
    var study = example.study
    study.configurations[0].status = .rejected
    let table = ConfigurationTable(study, try StudyLookup(study), words: example.words)
    let rows = EvidenceBalance(study, table, by: .theory).rows
    #expect(rows.map { $0.pieces.count } == [3, 2])
  }
}
