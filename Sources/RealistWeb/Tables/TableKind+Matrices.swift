import RealistAnalysis
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// What a pair of codes is counted by.
  private enum Meeting: String, CaseIterable { case overlap, containment, near }
  private enum PairValue: String, CaseIterable { case pairs, sources, coefficient, jaccard }

  /// Codes against people, sources and groups, and against one another.
  static let matrices: [TableKind] = [
    TableKind("matrix", "Codes by group") { reader in
      let attributes = try reader.attributes().map(\.name)
      return [
        .choice(
          "by", "By", ["source", "participant", "coder", "question"] + attributes, usual: "source"),
        .text("bands", "Limits of bands, such as 5,10"),
        .choice("count", "Counted", CodeMatrix.Count.allCases.map(\.rawValue), usual: "codings"),
      ] + (try zoomOptions(reader)) + [.flag("transpose", "Codes as columns")]
    } make: { request, reader in
      let kind = try MatrixColumns.Kind(
        named: request.text("by") ?? "source", of: ["source", "participant", "coder", "question"],
        bands: try request.bands(), in: reader)
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
        .number("distance", "Near: at most so far apart"),
        .choice("unit", "counted in", DistanceUnit.allCases.map(\.rawValue), usual: "words"),
        .choice("value", "Value", PairValue.allCases.map(\.rawValue), usual: "pairs"),
      ] + (try zoomOptions(reader))
    } make: { request, reader in
      let measure = try measure(request)
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

  /// What two passages of codes must do so that the codes meet.
  fileprivate static func measure(_ request: TableRequest) throws -> CoOccurrence.Measure {
    switch try request.choice("measure", of: Meeting.self) ?? .overlap {
    case .overlap: return .overlap
    case .containment: return .containment
    case .near:
      guard let distance = try request.number("distance") else {
        throw WebError.badMember("distance", expected: "how far apart they may be, from 0")
      }
      return .near(distance, try request.choice("unit", of: DistanceUnit.self) ?? .words)
    }
  }

  private static func zoomOptions(_ reader: StudyReader) throws -> [TableOption] {
    [
      try .code(reader), .number("level", "Down to level"),
      .number("smartZoom", "Codes of at least so many sources"), .flag("below", "With the codes below"),
      .flag("hideEmpty", "Without empty rows and columns"),
    ]
  }
}

extension MatrixColumns.Kind {
  /// What a name stands for: one of some fixed words, or an attribute.
  ///
  /// - Parameter bands: the limits of bands for numbers.
  init(named name: String, of words: [String], bands: [Double] = [], in reader: StudyReader) throws {
    let fixed: [String: MatrixColumns.Kind] = [
      "source": .source, "participant": .participant, "coder": .coder, "question": .question,
    ]
    if words.contains(name), let kind = fixed[name] {
      guard bands.isEmpty else { throw WebError.badMember("bands", expected: "of an attribute of numbers") }
      self = kind
      return
    }
    let attributes = try reader.attributes()
    guard let field = FilterField(name, attributes: attributes) else {
      throw StoreError.unknown(
        .attribute, name: name, nearest: Suggestion.nearest(to: name, in: words + attributes.map(\.name)))
    }
    guard bands.isEmpty || field.kind == .number else {
      throw WebError.badMember("bands", expected: "of an attribute of numbers")
    }
    self = .field(field, limits: bands)
  }
}

extension TableRequest {
  /// The codings that `where=` lets through.
  func codings(_ reader: StudyReader, _ parts: CodingTable.Part) throws -> CodingTable {
    try Conditions(call, reader, ofSegments: true).codings(reader, parts)
  }

  func field(_ name: String, _ reader: StudyReader) throws -> FilterField {
    let attributes = try reader.attributes()
    guard let field = FilterField(name, attributes: attributes) else {
      throw StoreError.unknown(
        .attribute, name: name, nearest: Suggestion.nearest(to: name, in: attributes.map(\.name)))
    }
    return field
  }

  fileprivate func zoom(of table: CodingTable) throws -> CodeZoom {
    let within = try text("code").map { Set([try table.codes.code(named: $0).code.id]) }
    return CodeZoom(try zoomKind(), of: table, within: within)
  }

  /// How closely codes are looked at.
  func zoomKind() throws -> CodeZoom.Kind {
    let (level, sources, isBelow) = (try place("level"), try place("smartZoom"), try flag("below"))
    guard [level != nil, sources != nil, isBelow].count(where: { $0 }) <= 1 else {
      throw WebError.badMember("level", expected: "given alone, without smartZoom and below")
    }
    if let level { return .level(level) }
    return sources.map { .smart(minimumSources: $0) } ?? (isBelow ? .below : .exact)
  }

  fileprivate func bands() throws -> [Double] {
    guard let text = text("bands") else { return [] }
    guard let limits = MatrixColumns.limits(text) else {
      throw WebError.badMember("bands", expected: "numbers with commas, each greater than the one before")
    }
    return limits
  }
}
