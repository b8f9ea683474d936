import RealistAnalysis
import RealistModel

/// The CMO table: configurations in one of the layouts that realist evaluations print.
public struct ConfigurationReport: Sendable {
  let content: ConfigurationTable
  let options: ConfigurationTableOptions
  let columns: [ConfigurationColumn]
  let evidence: EvidenceText
  let elements: ElementText
  private let tags: [(word: String, letter: String)]

  public init(_ content: ConfigurationTable, options: ConfigurationTableOptions) {
    (self.content, self.options) = (content, options)
    columns = options.effectiveColumns(for: content)
    evidence = EvidenceText(attribution: content.attribution)
    tags = options.tags.map { TagLetters.table(for: Self.outcomeValues(content, of: $0)) } ?? []
    elements = ElementText(
      options: options, numbers: content.numbers,
      tags: Dictionary(tags.map { ($0.word, $0.letter) }, uniquingKeysWith: { first, _ in first }))
  }

  /// What the table is grouped by; nothing where it would only say that no configuration has a theory, level, …
  private var grouping: ConfigurationTable.Grouping? {
    options.grouping.flatMap { asked in
      content.groups(by: asked).contains { !$0.heading.isEmpty } ? asked : nil
    }
  }

  /// The table in the chosen layout.
  public var table: Table {
    let rows = groups.flatMap { heading, records in
      (heading.map { [Table.Row.group($0)] } ?? []) + self.rows(of: records)
    }
    let table = Table(head, rows: rows)
    return options.isSpanning ? table : table.repeatingSpans()
  }

  private var head: Table.Head {
    let titles =
      switch options.arrangement {
      case .stacked: [Table.Column("configuration", "Configuration", weight: 12)]
      case .classified(let kind):
        [Table.Column(kind.rawValue, kind.title, weight: 2, isRowHeading: true)] + slotHeads
      case .rows, .spanning, .pooled: slotHeads
      }
    let grouping = self.grouping.map { Table.Column("\($0.rawValue)_group", $0.title) }
    return Table.Head(
      title: options.title, columns: titles, grouping: grouping, notes: options.notes + legend)
  }

  private var slotHeads: [Table.Column] {
    columns.map { column in
      var head = column.head(template: content.template, letters: options.letters)
      if case .elements(let letter) = column, content.template.slot(letter: letter)?.role == .outcome {
        head.note = legend.isEmpty ? nil : options.notes.count
      }
      return head
    }
  }

  /// The note that explains the tags of outcomes; none without tags.
  private var legend: [String] {
    tags.isEmpty ? [] : [tags.map { "(\($0.letter)) \($0.word)" }.joined(separator: ", ")]
  }

  private var groups: [(heading: String?, records: [ConfigurationTable.Record])] {
    guard let grouping else { return [(nil, content.records)] }
    return content.groups(by: grouping).map {
      ($0.heading.isEmpty ? grouping.absence : $0.heading, $0.records)
    }
  }

  private func rows(of records: [ConfigurationTable.Record]) -> [Table.Row] {
    switch options.arrangement {
    case .rows: spanned(records.map { record in columns.map { cell($0, of: record) } }).map { .cells($0) }
    case .spanning: records.flatMap(spanningRows)
    case .stacked: records.map { .cells([Table.Cell(stackedLines(of: $0))]) }
    case .pooled: [.cells(pooledCells(of: records))]
    case .classified(let kind): classifiedRows(of: records, by: kind)
    }
  }

  /// Neighbouring rows of one theory, level, … share the cell that says so; an empty cell in such a column says that there is none, so that
  /// it does not look shared where spans are printed as blanks.
  private func spanned(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
    guard options.isSpanning else { return rows }
    var result = rows
    for row in result.indices.dropFirst() {
      for (place, column) in columns.enumerated() where column.isShared {
        guard rows[row][place] == rows[row - 1][place] else { break }
        result[row][place].continues = !rows[row][place].isEmpty
      }
    }
    for place in columns.indices where result.contains(where: { $0[place].continues }) {
      for row in result.indices where rows[row][place].isEmpty { result[row][place] = Table.Cell("(none)") }
    }
    return result
  }

  private static func outcomeValues(
    _ content: ConfigurationTable, of kind: ConfigurationTableOptions.ElementClass
  ) -> [String] {
    content.records.flatMap(\.elements).filter { $0.slot.role == .outcome }
      .map { $0.element.value(of: kind) }.filter { !$0.isEmpty }.distinct
  }
}

extension ConfigurationColumn {
  /// Whether it says the same of several configurations, so that one cell can span them.
  fileprivate var isShared: Bool {
    switch self {
    case .theory, .theoryStatement, .group, .level, .forWhom: true
    default: false
    }
  }
}

extension ConfigurationTable.Grouping {
  /// The heading of the column that holds it.
  public var title: String {
    switch self {
    case .theory: "Programme theory"
    case .level: "Level"
    case .beneficiary: "For whom"
    case .group: "Group"
    case .status: "Status"
    }
  }

  /// The heading of the configurations without one.
  fileprivate var absence: String {
    switch self {
    case .theory: "(no programme theory)"
    case .level: "(no level)"
    case .beneficiary: "(for whom: not said)"
    case .group: "(no group)"
    case .status: "(no status)"
    }
  }
}

extension ConfigurationTableOptions.ElementClass {
  fileprivate var title: String {
    switch self {
    case .level: "Level"
    case .beneficiary: "For whom"
    case .valence: "Valence"
    }
  }
}
