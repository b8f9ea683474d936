import RealistAnalysis
import RealistModel

/// Cases against themes, with a written summary and the passages behind it in each cell (Ritchie and Spencer 1994; Gale et al. 2013, doi
/// 10.1186/1471-2288-13-117).
///
/// Cases are sources, participants, or the values of any attribute. A theme is a code with all below it. A passage is in the row of who said
/// it; one that several people speak in is in no row of people.
public struct FrameworkMatrix: Hashable, Sendable {
  /// A case.
  public struct Row: Hashable, Sendable {
    public var label: String
    public var subject: FrameworkSummary.Case
  }

  /// A theme.
  public struct Column: Hashable, Sendable {
    public var code: ID<Code>
    public var path: String
    public var number: String
  }

  /// What a case says about a theme.
  public struct Cell: Hashable, Sendable {
    /// Usually one; several where codes that had one each were merged.
    public var summaries: [FrameworkSummary] = []
    /// By place in the table.
    public var passages: [Int] = []
  }

  /// How far the charting has come.
  public struct Coverage: Hashable, Sendable {
    public var cells = 0
    public var withPassages = 0
    public var withSummary = 0
    /// Passages are there and nobody has summed them up.
    public var toWrite = 0
    /// A summary that no passage stands behind.
    public var unfounded = 0

    public init(
      cells: Int = 0, withPassages: Int = 0, withSummary: Int = 0, toWrite: Int = 0, unfounded: Int = 0
    ) {
      (self.cells, self.withPassages, self.withSummary) = (cells, withPassages, withSummary)
      (self.toWrite, self.unfounded) = (toWrite, unfounded)
    }
  }

  public let rows: [Row]
  public let columns: [Column]
  public let cells: [[Cell]]

  /// - Parameters:
  ///   - cases: what rows are: sources, participants, or an attribute without bands.
  ///   - themes: the codes at the top, in codebook order.
  public init(
    _ table: CodingTable, summaries: [FrameworkSummary], cases: MatrixColumns, themes: [ID<Code>]
  ) {
    let nodes = themes.compactMap { table.codes[$0] }
    rows = Self.rows(cases, table)
    columns = nodes.map { Column(code: $0.code.id, path: $0.path, number: $0.number) }
    var cells = rows.map { _ in nodes.map { _ in Cell() } }
    for (place, passage) in table.passages.enumerated() {
      let row = Int(cases.column(of: passage))
      guard row >= 0 else { continue }
      let codes = table.codes(of: passage)
      for (column, node) in nodes.enumerated() where codes.contains(where: { node.subtree.contains(Int($0)) })
      {
        cells[row][column].passages.append(place)
      }
    }
    let (rowPlaces, columnPlaces) = (
      Dictionary(rows.enumerated().map { ($1.subject, $0) }, uniquingKeysWith: { first, _ in first }),
      Dictionary(columns.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    )
    for summary in summaries {
      guard let row = rowPlaces[summary.row], let column = columnPlaces[summary.code] else { continue }
      cells[row][column].summaries.append(summary)
    }
    self.cells = cells
  }

  /// The passages behind a cell, each once, by place in the table; `nil` stands for every row or column.
  public func passages(row: Int?, column: Int?) -> [Int] {
    let chosen = row.map { [cells[$0]] } ?? cells
    return Set(chosen.flatMap { cells in (column.map { [cells[$0]] } ?? cells).flatMap(\.passages) }).sorted()
  }

  /// Counts the cells.
  public var coverage: Coverage {
    var coverage = Coverage()
    for cell in cells.joined() {
      coverage.cells += 1
      coverage.withPassages += cell.passages.isEmpty ? 0 : 1
      coverage.withSummary += cell.summaries.isEmpty ? 0 : 1
      coverage.toWrite += !cell.passages.isEmpty && cell.summaries.isEmpty ? 1 : 0
      coverage.unfounded += cell.passages.isEmpty && !cell.summaries.isEmpty ? 1 : 0
    }
    return coverage
  }

  private static func rows(_ cases: MatrixColumns, _ table: CodingTable) -> [Row] {
    switch cases.kind {
    case .source: table.sources.map { Row(label: $0.name, subject: .source($0.id)) }
    case .participant: table.participants.map { Row(label: $0.key, subject: .participant($0.id)) }
    case .field(let field, _):
      cases.labels.map { Row(label: $0, subject: .group(attribute: field.name, value: $0)) }
    case .coder, .question: []
    }
  }
}
