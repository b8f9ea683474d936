import RealistModel

/// What a person said about the columns of a survey, by name or by number from 1.
public struct SurveyChoice: Sendable {
  /// The column that tells the respondents apart; `-` numbers them; `nil` looks for one.
  public var id: String?
  public var open: [String]
  public var closed: [String]
  public var leaveOut: [String]

  public init(id: String? = nil, open: [String] = [], closed: [String] = [], leaveOut: [String] = []) {
    (self.id, self.open, self.closed, self.leaveOut) = (id, open, closed, leaveOut)
  }
}

/// One respondent: a row of the table.
public struct SurveyRespondent: Hashable, Sendable {
  /// The pseudonym.
  public var key: String
  /// Where the row stands.
  public var line: Int
  /// Filled cells of closed columns, by the column's name.
  public var values: [(name: String, value: AttributeValue)]
  /// Filled cells of open columns: the place of the column among ``Survey/openColumns``, and the words.
  public var answers: [(column: Int, text: String)]

  public static func == (left: Self, right: Self) -> Bool {
    left.key == right.key && left.line == right.line && left.values.elementsEqual(right.values, by: ==)
      && left.answers.elementsEqual(right.answers, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(line)
  }
}

/// A survey: one respondent a row, closed answers and answers in words.
public struct Survey: Sendable {
  public private(set) var columns: [SurveyColumn]
  public private(set) var respondents: [SurveyRespondent] = []
  public private(set) var notes: [String]

  public var openColumns: [SurveyColumn] { columns.filter { $0.role == .open } }
  /// The attributes that the closed columns are.
  public var attributes: [AttributeDefinition] {
    columns.compactMap { column in
      guard case .closed(let kind) = column.role else { return nil }
      return AttributeDefinition(name: column.name, subject: .participant, kind: kind)
    }
  }

  /// - Parameters:
  ///   - file: names the file in messages.
  ///   - definitions: the attributes that the study has; a column of the same name has their kind.
  public init(
    _ table: ForeignTable, file: String, choice: SurveyChoice = SurveyChoice(),
    definitions: [AttributeDefinition] = []
  ) throws(ImportError) {
    notes = table.notes
    let names = SurveyHeadings.unique(table.heading)
    let repeated = zip(names, table.heading).count { $0 != $1 && !$1.isEmpty }
    if repeated > 0 {
      notes.append(
        "\(counted(repeated, "heading")) that \(repeated == 1 ? "comes" : "come") again \(repeated == 1 ? "carries" : "carry") the one before"
      )
    }
    columns = names.enumerated().map { index, name in
      let known = definitions.named(name, of: .participant)
      return SurveyColumn(
        index: index, name: known?.name ?? name, cells: table.rows.map { table.cell($0, index) },
        isDefinedAs: known?.kind)
    }
    let id = try Self.apply(choice, to: &columns, table, file: file)
    guard !openColumns.isEmpty else { throw .noAnswers(file: file) }
    let missing = table.rows.reduce(0) { count, row in
      count + openColumns.count { SurveyColumn.isMissing(table.cell(row, $0.index)) }
    }
    if missing > 0 {
      notes.append(
        "\(counted(missing, "cell")) of open answers with a code such as -99 or N/A \(missing == 1 ? "counts" : "count") as empty"
      )
    }
    let keys = try Self.keys(table, id, file: file)
    respondents = try zip(table.rows, keys).map { (row, key) throws(ImportError) in
      try respondent(key, row, table, file: file)
    }
  }

  private func respondent(_ key: String, _ row: CSVRow, _ table: ForeignTable, file: String)
    throws(ImportError)
    -> SurveyRespondent
  {
    var respondent = SurveyRespondent(key: key, line: row.line, values: [], answers: [])
    var place = 0
    for column in columns {
      let text = table.cell(row, column.index)
      switch column.role {
      case .open:
        // -99 in a column of words stands for none.
        if !text.isEmpty, !SurveyColumn.isMissing(text) { respondent.answers.append((place, text)) }
        place += 1
      case .closed(let kind):
        guard !text.isEmpty else { continue }
        guard let value = AttributeValue(text, kind: kind) else {
          throw .badCell(file: file, line: row.line, column: column.name, kind: kind.rawValue)
        }
        respondent.values.append((column.name, value))
      default: continue
      }
    }
    return respondent
  }

  // MARK: choices

  /// Does what a person said; answers which column is the id.
  private static func apply(
    _ choice: SurveyChoice, to columns: inout [SurveyColumn], _ table: ForeignTable, file: String
  ) throws(ImportError) -> SurveyColumn? {
    for name in choice.open { columns[try place(of: name, in: columns, file: file)].role = .open }
    for name in choice.closed {
      let place = try place(of: name, in: columns, file: file)
      columns[place].role = .closed(AttributeValue.kind(ofColumn: table.rows.map { table.cell($0, place) }))
    }
    for name in choice.leaveOut { columns[try place(of: name, in: columns, file: file)].role = .leftOut }
    guard choice.id != "-" else { return nil }
    let found: Int?
    if let name = choice.id {
      found = try place(of: name, in: columns, file: file)
    } else {
      found = columns.firstIndex { column in
        SurveyHeadings.namesRespondents(column.name) && column.filled == table.rows.count
          && column.distinct == column.filled && column.words < 1.5
      }
    }
    guard let found else { return nil }
    columns[found].role = .id
    return columns[found]
  }

  private static func place(of name: String, in columns: [SurveyColumn], file: String) throws(ImportError)
    -> Int
  {
    let found =
      columns.firstIndex { $0.name == name } ?? columns.firstIndex {
        $0.name.lowercased() == name.lowercased()
      }
      ?? Int(name).flatMap { columns.indices.contains($0 - 1) ? $0 - 1 : nil }
    guard let found else { throw .noColumn(file: file, name: name, among: columns.map(\.name)) }
    return found
  }

  /// The pseudonyms: what the id column says, else `R01`, `R02`, …
  private static func keys(_ table: ForeignTable, _ column: SurveyColumn?, file: String) throws(ImportError)
    -> [String]
  {
    guard let column else {
      let width = "\(table.rows.count)".utf8.count
      return table.rows.indices.map { index in
        let number = "\(index + 1)"
        return "R" + String(repeating: "0", count: max(2, width) - number.utf8.count) + number
      }
    }
    var lines: [String: Int] = [:]
    return try table.rows.map { (row) throws(ImportError) in
      let key = table.cell(row, column.index)
      guard !key.isEmpty else { throw .emptyID(file: file, line: row.line, column: column.name) }
      if let first = lines.updateValue(row.line, forKey: key) {
        throw .repeatedID(file: file, line: row.line, first: first, column: column.name)
      }
      return key
    }
  }
}
