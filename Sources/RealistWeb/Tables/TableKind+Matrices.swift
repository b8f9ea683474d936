import RealistAnalysis
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// What a pair of codes is counted by.
  private enum Meeting: String, CaseIterable { case overlap, containment }
  private enum PairValue: String, CaseIterable { case pairs, sources, coefficient, jaccard }

  /// Codes against people, sources and groups, and against one another.
  static let matrices: [TableKind] = [
    TableKind("matrix", "Codes by group") { reader in
      let attributes = try reader.attributes().map(\.name)
      return [
        .choice(
          "by", "By", ["source", "participant", "coder", "question"] + attributes, usual: "source"),
        .choice("count", "Counted", CodeMatrix.Count.allCases.map(\.rawValue), usual: "codings"),
      ] + (try zoomOptions(reader)) + [.flag("transpose", "Codes as columns")]
    } make: { request, reader in
      let kind = try MatrixColumns.Kind(named: request.text("by") ?? "source", in: reader)
      let count = try request.choice("count", of: CodeMatrix.Count.self) ?? .codings
      let table = try request.codings(reader, CodeMatrix.parts(count).union(MatrixColumns.parts(kind)))
      let matrix = CodeMatrix(
        table, rows: try request.zoom(of: table), columns: MatrixColumns(kind, of: table), count: count)
      return TableResult(
        .codeMatrix(
          matrix,
          Table.MatrixLayout(
            isTransposed: try request.flag("transpose"), hidesEmpty: try request.flag("hideEmpty"))))
    },
    TableKind("cooccurrence", "Codes that meet") { reader in
      [
        .choice("measure", "They meet by", Meeting.allCases.map(\.rawValue), usual: "overlap"),
        .choice("value", "Value", PairValue.allCases.map(\.rawValue), usual: "pairs"),
      ] + (try zoomOptions(reader))
    } make: { request, reader in
      let measure: CoOccurrence.Measure =
        try request.choice("measure", of: Meeting.self) == .containment ? .containment : .overlap
      let table = try request.codings(reader, CoOccurrence.parts(measure))
      let rows = try request.zoom(of: table)
      let counts = CoOccurrence(table, rows: rows, measure: measure)
      let value: Table.CoOccurrenceValue =
        switch try request.choice("value", of: PairValue.self) ?? .pairs {
        case .pairs: .pairs
        case .sources: .sources
        case .coefficient: .coefficient
        case .jaccard: .jaccard(CoOccurrence.jaccard(table, rows: rows))
        }
      let isHidden = try request.flag("hideEmpty")
      let kept = rows.rows.indices.filter { !isHidden || counts.passages($0) > 0 }
      return TableResult(.coOccurrence(counts, value: value, rows: kept, columns: kept))
    },
  ]

  private static func zoomOptions(_ reader: StudyReader) throws -> [TableOption] {
    [
      try .code(reader), .number("level", "Down to level"), .flag("below", "With the codes below"),
      .flag("hideEmpty", "Without empty rows and columns"),
    ]
  }
}

extension MatrixColumns.Kind {
  /// What a name stands for: one of some fixed words, or an attribute.
  fileprivate init(named name: String, in reader: StudyReader) throws {
    let fixed: [String: MatrixColumns.Kind] = [
      "source": .source, "participant": .participant, "coder": .coder, "question": .question,
    ]
    if let kind = fixed[name] {
      self = kind
      return
    }
    let attributes = try reader.attributes()
    guard let field = FilterField(name, attributes: attributes) else {
      throw StoreError.unknown(
        .attribute, name: name,
        nearest: Suggestion.nearest(to: name, in: fixed.keys.sorted() + attributes.map(\.name)))
    }
    self = .field(field, limits: [])
  }
}

extension TableRequest {
  /// The codings that `where=` lets through.
  fileprivate func codings(_ reader: StudyReader, _ parts: CodingTable.Part) throws -> CodingTable {
    try Conditions(call, reader, ofSegments: true).codings(reader, parts)
  }

  fileprivate func zoom(of table: CodingTable) throws -> CodeZoom {
    let within = try text("code").map { Set([try table.codes.code(named: $0).code.id]) }
    let level = try number("level")
    if let level, level < 1 { throw WebError.badMember("level", expected: "a number from 1, the top") }
    let kind: CodeZoom.Kind = try level.map { .level($0) } ?? (flag("below") ? .below : .exact)
    return CodeZoom(kind, of: table, within: within)
  }
}
