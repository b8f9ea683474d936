import RealistAnalysis
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// Cases against themes, with the written summaries and how much is behind each.
  static let framework = TableKind("framework", "Framework matrix") { reader in
    [
      .choice("by", "A row is", try caseNames(reader), usual: "source"), try .code(reader),
      .number("level", "Themes at level", usual: 1), .number("places", "Places named in a cell", usual: 3),
    ]
  } make: { request, reader in
    let kind = try request.cases("by", reader)
    let table = try request.codings(reader, MatrixColumns.parts(kind))
    let within = try request.text("code").map { Set([try table.codes.code(named: $0).code.id]) }
    let themes = FrameworkMatrix.themes(
      of: table.codes, level: try request.place("level") ?? 1, within: within)
    let matrix = FrameworkMatrix(
      table, summaries: try reader.frameworkSummaries(), cases: MatrixColumns(kind, of: table),
      themes: themes)
    return TableResult(.framework(matrix, in: table, places: try request.number("places") ?? 3))
  }

  /// Numbers from elsewhere, alone and beside what people say.
  static let contexts: [TableKind] = [
    TableKind("joint", "Joint display", isNarrowed: false) { reader in
      [
        .choice("context", "Numbers", try reader.contextTables().map(\.key)),
        .choice("by", "A row is", ["code"] + (try caseNames(reader)), usual: "code"), try .code(reader),
      ]
    } make: { request, reader in
      guard let numbers = try request.context(reader) else { return TableResult(noContext) }
      let table = try request.codings(reader, .turns)
      let display = try request.display(numbers, table, reader)
      let segments = try reader.segments(display.quoted(in: table)).values
      let maker = QuoteMaker(
        participants: table.participants, codes: table.codes, attribution: try reader.header().attribution)
      let quotes = maker.printed(
        segments, words: try reader.words(of: segments), sources: table.sources)
      return TableResult(.jointDisplay(display, in: table, quotes: quotes))
    },
    TableKind("context", "Numbers from elsewhere", isNarrowed: false) { reader in
      [.choice("context", "Numbers", try reader.contextTables().map(\.key))]
    } make: { request, reader in
      TableResult(try request.context(reader).map { .context($0) } ?? noContext)
    },
  ]

  private static let noContext = Table(
    Table.Head(columns: [Table.Column("row", "Row")], notes: ["the study has no numbers from elsewhere"]))

  private static func caseNames(_ reader: StudyReader) throws -> [String] {
    ["source", "participant"] + (try reader.attributes().map(\.name))
  }
}

extension TableRequest {
  /// The table of context that is asked for, else the study's first; `nil` when it has none.
  fileprivate func context(_ reader: StudyReader) throws -> ContextTable? {
    try text("context").map { try reader.contextTable($0) } ?? reader.contextTables().first
  }

  fileprivate func cases(_ name: String, _ reader: StudyReader) throws -> MatrixColumns.Kind {
    try MatrixColumns.Kind(named: text(name) ?? "source", of: ["source", "participant"], in: reader)
  }

  /// Rows are what the context table names: codes, or groups. Without a theme, those are the codes at the top.
  fileprivate func display(
    _ numbers: ContextTable, _ table: CodingTable, _ reader: StudyReader
  ) throws -> JointDisplay {
    guard let by = text("by"), by != "code" else { return JointDisplay(table, context: numbers) }
    let themes =
      try text("code").map { [try table.codes.code(named: $0).code.id] }
      ?? FrameworkMatrix.themes(of: table.codes, level: 1)
    return JointDisplay(
      table, context: numbers, groups: MatrixColumns(try cases("by", reader), of: table), themes: themes)
  }
}
