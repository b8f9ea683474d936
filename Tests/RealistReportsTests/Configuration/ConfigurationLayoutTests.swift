import Foundation
import RealistAnalysis
import RealistModel
import RealistReports
import TestSupport
import Testing

/// The published conventions against golden files, from one invented study.
struct ConfigurationLayoutTests {
  static func table(
    _ layout: ConfigurationLayout, template: Template = .cmo,
    change: (inout ConfigurationTableOptions) -> Void = { _ in }
  ) throws -> Table {
    let example = ExampleStudy(template: template)
    let content = ConfigurationTable(example.study, try example.lookup(), words: example.words)
    var options = layout.options(template: example.study.template)
    change(&options)
    return ConfigurationReport(content, options: options).table
  }

  @Test("every convention T1–T11 is printed as its golden file", arguments: ConfigurationLayout.allCases)
  func golden(layout: ConfigurationLayout) throws {
    let table = try Self.table(layout) { $0.title = "Configurations of the repair café" }
    let number = try #require(ConfigurationLayout.allCases.firstIndex(of: layout)) + 1
    try expectGolden(table.bytes(as: .markdown), "Configuration/T\(number)-\(layout.rawValue).md")
  }

  @Test(
    "the spanning and the stacked layouts are printed in every format",
    arguments: [ConfigurationLayout.spanning, .stacked, .results], TableFormat.allCases)
  func formats(layout: ConfigurationLayout, format: TableFormat) throws {
    let table = try Self.table(layout) { $0.showsCounts = true }
    try expectGolden(
      table.bytes(as: format, width: 100), "Configuration/\(layout.rawValue).\(format.rawValue)")
  }

  @Test("intervention, context, actor, mechanism and outcome are columns of that template")
  func icamo() throws {
    let table = try Self.table(.rows, template: .icamo)
    #expect(table.head.columns.map(\.key) == ["number", "i", "c", "a", "m", "o", "evidence", "refuting"])
  }

  @Test("resource and reasoning are two mechanism columns")
  func resourceReasoning() throws {
    let table = try Self.table(.spanning, template: .resourceReasoning)
    #expect(
      table.head.columns.map(\.title) == [
        "Mechanisms (resource)", "Contexts", "Mechanisms (reasoning)", "Outcomes",
      ])
  }

  @Test(
    "any order of slots can be asked for, in any case",
    arguments: [("c-o-m", ["c", "o", "m"]), ("O-M-C", ["o", "m", "c"]), ("m,o", ["m", "o"])])
  func order(text: String, expected: [String]) throws {
    let table = try Self.table(.rows) { options in
      options.order = try? ConfigurationTableOptions.order(text, template: .cmo)
    }
    #expect(table.head.columns.map(\.key) == ["number"] + expected + ["evidence", "refuting"])
  }

  @Test("an order with a letter that is no slot is refused with the letters there are")
  func badOrder() {
    #expect(throws: ReportError.unknownSlot("x", letters: ["C", "M", "O"])) {
      try ConfigurationTableOptions.order("c-x", template: .cmo)
    }
  }

  @Test("columns are named as people write them; an unknown one is refused with the list")
  func columns() throws {
    let names = "number, Context,mechanisms,o,enabling,refuting , plain-sentence"
    #expect(
      try ConfigurationColumn.list(names, template: .cmo) == [
        .number, .elements(letter: "C"), .elements(letter: "M"), .elements(letter: "O"),
        .mechanisms(.enabling),
        .refuting, .plainSentence,
      ])
    #expect(throws: ReportError.self) { try ConfigurationColumn.list("colour", template: .cmo) }
    for name in ConfigurationColumn.names(template: .icamo) {
      #expect(try ConfigurationColumn(name, template: .icamo).name == name)
    }
  }

  @Test("layouts are found by name and by the number of the convention")
  func names() throws {
    #expect(try ConfigurationLayout(named: "T10") == .sentences)
    #expect(try ConfigurationLayout(named: "four-columns") == .fourColumns)
    #expect(throws: ReportError.self) { try ConfigurationLayout(named: "T12") }
    #expect(ConfigurationLayout.allCases.count == 11)
  }

  @Test("words of a participant who withdrew are in no layout", arguments: ConfigurationLayout.allCases)
  func withdrawn(layout: ConfigurationLayout) throws {
    let table = try Self.table(layout) { options in
      options.quotes = 9
      options.columns += [.evidence, .refuting, .standing]
    }
    for format in TableFormat.allCases {
      #expect(!table.text(as: format).contains("must not be printed"))
    }
  }

  @Test("what was withdrawn is counted and said, and counts for nothing else")
  func withdrawnIsSaid() throws {
    let text = try Self.table(.rows) { $0.columns = [.number, .evidence] }.text(as: .csv)
    #expect(text.contains("4 sources, 3 participants; (Participants 1, 2 and 3); withdrawn: 1 passage"))
  }

  @Test("where a column spans, a configuration without a value says so instead of looking like the one above")
  func absentInSpan() throws {
    let spanned = try Self.table(.theoryFirst).text(as: .json)
    #expect(spanned.components(separatedBy: "(none)").count == 3)
    #expect(!(try Self.table(.theoryFirst) { $0.isSpanning = false }.text(as: .json).contains("(none)")))
  }

  @Test("where nothing refutes, the table says so")
  func noneFound() throws {
    let rows = parseCSV(try Self.table(.rows) { $0.columns = [.number, .refuting] }.text(as: .csv))
    let refuting = Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[1], $0[2]) })
    #expect(refuting["CMO 1"] == "O1 “some never do come back” (Participant 5)")
    #expect(refuting["CMO 2"] == "none found")
    #expect(refuting.count == 4)
  }

  @Test("no element is lost in any layout that prints elements", arguments: ConfigurationLayout.allCases)
  func complete(layout: ConfigurationLayout) throws {
    guard ![.titledSentences, .sentences].contains(layout) else { return }
    let text = try Self.table(layout).text(as: .csv)
    for element in ExampleStudy().study.configurations.flatMap(\.elements) {
      #expect(text.contains(element.text), "\(element.text)")
    }
  }

  @Test(
    "an element that no slot of the template fits gets a column of its own, unless columns were chosen",
    arguments: [ConfigurationLayout.rows, .spanning, .stacked, .fourColumns, .classified])
  func foreign(layout: ConfigurationLayout) throws {
    var example = ExampleStudy().study
    example.configurations[0].elements.append(
      Element(id: ID(high: 99, low: 1), letter: "Z", text: "Something else"))
    let content = ConfigurationTable(example, try StudyLookup(example), words: [:])
    var options = layout.options(template: .cmo)
    #expect(ConfigurationReport(content, options: options).table.text(as: .json).contains("Something else"))
    options.order = ["C", "M"]
    #expect(!ConfigurationReport(content, options: options).table.text(as: .json).contains("Something else"))
  }

  @Test("spans are repeated when they are not wanted")
  func repeated() throws {
    let table = try Self.table(.spanning) { $0.isSpanning = false }
    let continued = table.rows.contains { row in
      if case .cells(let cells) = row { cells.contains(where: \.continues) } else { false }
    }
    #expect(!continued)
  }

  @Test("grouping prints a heading per group, those without one last")
  func grouping() throws {
    for grouping in ConfigurationTable.Grouping.allCases {
      let table = try Self.table(.rows) { $0.grouping = grouping }
      let headings = table.rows.compactMap { row -> String? in
        if case .group(let heading) = row { heading } else { nil }
      }
      let expected =
        switch grouping {
        case .theory: ["Mending makes members", "tools", "(no programme theory)"]
        case .level:
          ["individual, group", "individual, group, institutional", "(no level)"]
        case .beneficiary:
          ["volunteers", "visitors", "volunteers, visitors, neighbours", "(for whom: not said)"]
        case .group: ["Joining", "Lending", "(no group)"]
        case .status: ["agreed", "proposed"]
        }
      #expect(headings == expected)
    }
  }
}
