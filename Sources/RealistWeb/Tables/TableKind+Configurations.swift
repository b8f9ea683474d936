import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// The CMO table in one of the layouts in print.
  static let configurations = TableKind("cmo", "CMO table", exhibit: "CMO table") { _ in
    [
      .choice("layout", "Layout", ConfigurationLayout.allCases.map(\.rawValue), usual: "rows"),
      .choice("groupBy", "Headings by", ConfigurationTable.Grouping.allCases.map(\.rawValue)),
      .text("columns", "Columns"), .text("order", "Order of the elements, such as c-o-m"),
      .number("quotes", "Quotes for each element"), .flag("counts", "Sources and participants"),
      .flag("ripples", "Ripples"), .flag("rejected", "Rejected ones too"),
    ]
  } make: { request, reader in
    var content = try request.configurations(reader, [.theoryOfChange, .notes]).table
    let isRejectedToo = try request.flag("rejected")
    content.records.removeAll { $0.configuration.status == .rejected && !isRejectedToo }
    let report = ConfigurationReport(content, options: try request.layout(content.template))
    let passages = report.passages
    let below = ["attribution", "source", "elements", "bearing", "standing", "note"]
    return TableResult(
      report.table,
      others: passages.rows.isEmpty
        ? []
        : [
          Exhibit("Quotes", passages, presentation: .quotations(words: "quote", attribution: below))
        ])
  }

  /// The configurations in numbers.
  static let configurationList = TableKind("configurations", "List of configurations") { _ in
    [.choice("status", "Status", Configuration.Status.allCases.map(\.rawValue))]
  } make: { request, reader in
    var content = try request.configurations(reader).table
    let status = try request.choice("status", of: Configuration.Status.self)
    content.records.removeAll { status != nil && $0.configuration.status != status }
    return TableResult(.configurations(content))
  }

  /// How far each configuration can be relied on, beside what there is to judge from.
  static let confidence = TableKind("confidence", "Confidence") { _ in
    []
  } make: { request, reader in
    let (study, content) = try request.configurations(reader)
    return TableResult(.confidence(content, EvidenceBalance(study, content, by: .configuration)))
  }

  /// Every passage that speaks to a configuration.
  static let evidence = TableKind("evidence", "Evidence") { _ in
    [
      .choice("bearing", "Bearing", Evidence.Bearing.allCases.map(\.rawValue)),
      .choice("standing", "Standing", Evidence.Standing.allCases.map(\.rawValue)),
    ]
  } make: { request, reader in
    let bearing = try request.choice("bearing", of: Evidence.Bearing.self)
    let standing = try request.choice("standing", of: Evidence.Standing.self)
    let content = try request.configurations(reader) { piece in
      (bearing ?? piece.bearing) == piece.bearing && (standing ?? piece.standing) == piece.standing
    }
    return TableResult(.evidence(content.table))
  }

  /// What speaks for and against each claim, counted.
  static let balance = TableKind("evidence-balance", "Evidence balance") { reader in
    [
      .choice("by", "A row is", EvidenceBalance.Unit.allCases.map(\.rawValue), usual: "configuration"),
      .choice("group", "Who says nothing", try reader.participantAttributes()),
      .flag("explain", "The passages behind the numbers"),
    ]
  } make: { request, reader in
    let (study, content) = try request.configurations(reader)
    let attribute = try request.attribute("group", reader)
    let balance = EvidenceBalance(
      study, content, by: try request.choice("by") ?? .configuration, groups: attribute)
    return TableResult(
      try request.flag("explain")
        ? .balanceExplained(balance) : .evidenceBalance(balance, silent: attribute != nil))
  }
}

extension StudyReader {
  func participantAttributes() throws -> [String] {
    try attributes().filter { $0.subject == .participant }.map(\.name)
  }
}

extension TableRequest {
  /// An attribute of participants that groups are made by.
  func attribute(_ name: String, _ reader: StudyReader) throws -> String? {
    guard let attribute = text(name) else { return nil }
    let known = try reader.participantAttributes()
    guard known.contains(attribute) else {
      throw StoreError.unknown(
        .attribute, name: attribute, nearest: Suggestion.nearest(to: attribute, in: known))
    }
    return attribute
  }

  /// The configurations with the evidence that `where=` lets through.
  fileprivate func configurations(
    _ reader: StudyReader, _ parts: StudyParts = [], _ isWanted: (Evidence) -> Bool = { _ in true }
  ) throws -> (study: Study, table: ConfigurationTable) {
    var study = try reader.configuredStudy(parts)
    study.evidence.removeAll { !isWanted($0) }
    let words = try reader.evidenceWords(of: study)
    study = try Conditions(call, reader, ofSegments: true).narrowed(study, words: words)
    return (study, ConfigurationTable(study, try StudyLookup(study), words: words))
  }

  fileprivate func layout(_ template: Template) throws -> ConfigurationTableOptions {
    let layout = try text("layout").map { try ConfigurationLayout(named: $0) } ?? .rows
    var options = layout.options(template: template)
    if layout == .rows, !template.columns.isEmpty {
      options.columns = try template.columns.map { try ConfigurationColumn($0, template: template) }
    }
    if let columns = text("columns") {
      options.columns = try ConfigurationColumn.list(columns, template: template)
    } else if format == .xlsx, options.arrangement == .spanning {
      // The number is what leads to the quotes.
      options.columns.insert(.number, at: 0)
    }
    if let order = text("order") {
      options.order = try ConfigurationTableOptions.order(order, template: template)
    }
    if let grouping = try choice("groupBy", of: ConfigurationTable.Grouping.self) {
      options.grouping = grouping
    }
    if let quotes = try number("quotes") { options.quotes = quotes }
    if try flag("counts") { options.showsCounts = true }
    if try flag("ripples") { options.showsRipples = true }
    return options
  }
}
