import RealistAnalysis
import RealistModel
import RealistReports
import TestSupport
import Testing

struct SummaryTableTests {
  private static func tables() throws -> [(name: String, table: Table)] {
    let example = ExampleStudy()
    let lookup = try example.lookup()
    let study = example.study
    let counts = CodeCounts(study, lookup, words: example.words)
    let coverage = Coverage(study)
    let entries = [
      JournalEntry(
        id: ID(high: 1, low: 1), number: 1, made: ExampleStudy.start, coder: "ann", kind: .change,
        command: "tag I1 with contexts/mending-alone", isInForce: false),
      JournalEntry(
        id: ID(high: 1, low: 2), number: 2, made: ExampleStudy.start, coder: "ben", kind: .undo,
        command: "undo",
        target: 1),
    ]
    return [
      ("codebook", .codebook(counts)), ("codebook-paths", .codebook(counts, asTree: false)),
      ("definitions", .codebookDefinitions(lookup.codes)), ("participants", .participants(of: study)),
      ("sources", .sources(of: study, counts: Self.counts(of: study))), ("coverage", .coverage(coverage)),
      ("journal", .journal(entries)),
      ("evidence", .evidence(ConfigurationTable(study, lookup, words: example.words))),
      ("status", .status(StudySummary(study, lastChanges: entries))),
    ]
  }

  /// Counts that a store would give; each of another size, so that no two can be confused.
  private static func counts(of study: Study) -> [ID<Source>: SourceCounts] {
    var counts: [ID<Source>: SourceCounts] = [:]
    for (place, source) in study.sources.dropLast().enumerated() {
      var own = SourceCounts()
      (own.turns, own.segments, own.highlights) = (30 + place, 20 + place, 2 + place)
      (own.codings, own.leftBehind) = (40 + place, place)
      counts[source.id] = own
    }
    return counts
  }

  @Test("listings and summaries are printed as their golden files, as text, CSV and JSON")
  func golden() throws {
    for (name, table) in try Self.tables() {
      try expectGolden(table.bytes(as: .table, width: 110), "Summary/\(name).txt")
      try expectGolden(table.bytes(as: .csv), "Summary/\(name).csv")
      try expectGolden(table.bytes(as: .json), "Summary/\(name).json")
    }
  }

  @Test("no two columns of a table have one key or one title")
  func columns() throws {
    for (name, table) in try Self.tables() {
      #expect(Set(table.head.columns.map(\.key)).count == table.head.columns.count, "\(name)")
      #expect(Set(table.head.columns.map(\.title)).count == table.head.columns.count, "\(name)")
    }
  }

  @Test("words of a participant who withdrew are in no summary")
  func withdrawn() throws {
    for (_, table) in try Self.tables() {
      #expect(!table.text(as: .json).contains("must not be printed"))
    }
  }
}
