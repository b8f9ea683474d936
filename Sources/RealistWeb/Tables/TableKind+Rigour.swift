import RealistModel
import RealistReading
import RealistReports
import RealistRigour
import RealistStore

extension TableKind {
  /// How far coders agree, and what each interview brought that is new.
  static let rigour: [TableKind] = [
    TableKind("agreement", "Agreement of coders", isNarrowed: false) { reader in
      try [.choice("by", "Rows", AgreementGrouping.allCases.map(\.rawValue), usual: "code")]
        + TableOption.compared(reader) + [
          .choice("coefficient", "Coefficient", Coefficient.allCases.map { ($0.rawValue, $0.symbol) }),
          .number("bootstrap", "Intervals from so many resamples"),
        ]
    } make: { request, reader in
      var wanted = AgreementRequest()
      wanted.by = try request.choice("by") ?? .code
      wanted.coefficients = try request.choice("coefficient").map { [$0] } ?? []
      wanted.bootstrap = try request.bootstrap()
      let compared = try request.compared()
      try wanted.check(unit: compared.unit)
      let material = try ComparisonMaterial(reader, compared)
      let report = try material.report(wanted, isForPeople: request.isForPeople)
      return TableResult(request.noting(material.notes, in: report.table()))
    },
    TableKind("disagreements", "Where coders differ", isNarrowed: false) { reader in
      try TableOption.compared(reader) + [.flag("explain", "With what they agree in, and the arithmetic")]
    } make: { request, reader in
      let material = try ComparisonMaterial(reader, try request.compared())
      let explains = try request.flag("explain")
      let report = try material.places(
        reader, onlyDiffering: !explains,
        explained: explains
          ? AgreementRequest().coefficients(coders: material.comparison.coders.count) : nil,
        isForPeople: request.isForPeople)
      let said = report.passages.isEmpty ? ["the coders agree on every passage"] : []
      return TableResult(request.noting(material.notes + said, in: report.table()), limit: request.limit)
    },
    TableKind("saturation", "Saturation", isNarrowed: false) { reader in
      try TableOption.saturated(reader) + [.number("bootstrap", "Random orders to try")]
    } make: { request, reader in
      let (material, rule) = (
        try SaturationMaterial(reader, request.saturated()), try request.saturationRule()
      )
      let report = try material.report(rule, bootstrap: request.bootstrap())
      return TableResult(
        request.noting(material.notes, in: report.table(isForPeople: request.isForPeople)))
    },
    TableKind("saturation-passages", "What each interview brought", isNarrowed: false) { reader in
      try TableOption.saturated(reader)
    } make: { request, reader in
      let (material, rule) = (
        try SaturationMaterial(reader, request.saturated()), try request.saturationRule()
      )
      let report = try material.report(rule)
      let table = try material.explanation(report.saturation, reader, isForPeople: request.isForPeople)
      return TableResult(
        request.noting(material.notes + [report.verdict], in: table), limit: request.limit)
    },
  ]
}

extension TableOption {
  /// What of the study is compared.
  fileprivate static func compared(_ reader: StudyReader) throws -> [TableOption] {
    let coders = try reader.counts().coders
    return try [
      .code(reader),
      .choice("coder", "Coder", coders.map { ($0, $0) }),
      .choice("otherCoder", "and", coders.map { ($0, $0) }),
      .source(reader),
      .choice("unit", "Judged", ComparisonRequest.Unit.allCases.map(\.rawValue), usual: "character"),
      .number("zoom", "Levels of codes"),
      .flag("partial", "Sources of only some coders too"),
    ]
  }

  fileprivate static func saturated(_ reader: StudyReader) throws -> [TableOption] {
    try [
      .choice("by", "Counted", SaturationRequest.Things.allCases.map(\.rawValue), usual: "codes"),
      .code(reader),
      .choice("kind", "Sources", Source.Kind.allCases.map(\.rawValue)),
      .number("base", "Base", usual: 4), .number("run", "Run", usual: 2),
      .number("threshold", "Threshold in %", usual: 5),
    ]
  }

  /// One of the sources, by name.
  private static func source(_ reader: StudyReader) throws -> TableOption {
    .choice("source", "Source", try reader.sources().map { ($0.name, $0.name) })
  }
}

extension TableRequest {
  fileprivate func compared() throws -> ComparisonRequest {
    var compared = ComparisonRequest()
    compared.codes = list("code")
    compared.coders = list("coder") + list("otherCoder")
    compared.sources = list("source")
    compared.unit = try choice("unit") ?? .character
    compared.zoom = try place("zoom")
    compared.isPartial = try flag("partial")
    return compared
  }

  fileprivate func saturated() throws -> SaturationRequest {
    var saturated = SaturationRequest()
    saturated.by = try choice("by") ?? .codes
    guard text("code") == nil || saturated.by == .codes else {
      throw WebError.badMember("code", expected: "to be left out unless codes are counted")
    }
    saturated.codes = list("code")
    saturated.kinds = try choice("kind").map { [$0] } ?? []
    return saturated
  }

  fileprivate func saturationRule() throws -> Saturation.Rule {
    let percent = try number("threshold") ?? 5
    guard percent <= 100 else { throw WebError.badMember("threshold", expected: "0 to 100 percent") }
    return Saturation.Rule(
      base: try place("base") ?? 4, run: try place("run") ?? 2, threshold: Double(percent) / 100)
  }

  /// Somebody waits for it: fewer than a command may be told.
  fileprivate func bootstrap() throws -> Bootstrap? {
    try place("bootstrap").map { times in
      guard times <= 10_000 else {
        throw WebError.badMember("bootstrap", expected: "10000 at most; the command line takes more")
      }
      return Bootstrap(resamples: times, seed: 1)
    }
  }

  private func list(_ name: String) -> [String] { text(name).map { [$0] } ?? [] }

  /// What the command line says beside its table stands below the one on the page; files have the table alone.
  fileprivate func noting(_ notes: [String], in table: Table) -> Table {
    guard format == nil else { return table }
    var table = table
    table.head.notes += notes.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
    return table
  }
}
