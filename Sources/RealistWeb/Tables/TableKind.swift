import RealistReports
import RealistStore

/// One of the tables the page can show, and the options it takes as parameters of the address.
struct TableKind: Sendable {
  let name: String
  let title: String
  /// What a workbook calls its sheet and a document its heading, where the table has no title of its own.
  let exhibit: String
  /// Whether the condition on people and sources narrows it.
  let isNarrowed: Bool
  let options: @Sendable (StudyReader) throws -> [TableOption]
  let make: @Sendable (TableRequest, StudyReader) throws -> TableResult
  /// Writes what has another form in files than a table; `nil` for what has not.
  let write: (@Sendable (TableDownload, TableRequest, StudyReader) throws -> [UInt8])?

  init(
    _ name: String, _ title: String, exhibit: String = "Table", isNarrowed: Bool = true,
    options: @escaping @Sendable (StudyReader) throws -> [TableOption] = { _ in [] },
    make: @escaping @Sendable (TableRequest, StudyReader) throws -> TableResult,
    write: (@Sendable (TableDownload, TableRequest, StudyReader) throws -> [UInt8])? = nil
  ) {
    (self.name, self.title, self.exhibit, self.isNarrowed) = (name, title, exhibit, isNarrowed)
    (self.options, self.make, self.write) = (options, make, write)
  }

  /// Tables of one subject.
  struct Section: Sendable {
    let title: String
    let kinds: [TableKind]
  }

  /// Every table there is, in the order of a list.
  static let sections: [Section] = [
    Section(
      title: "Configurations", kinds: [configurations, configurationList, evidence, balance, confidence]),
    Section(title: "Quotes and codes", kinds: quotes + codes),
    Section(title: "Across codes and groups", kinds: matrices + regularities + [framework] + contexts),
    Section(title: "Linked codings", kinds: linkedCodings),
    Section(title: "Programme theories", kinds: theories),
    Section(title: "Theory of change", kinds: theoryOfChange + causalMap),
    Section(title: "Rigour", kinds: rigour),
    Section(title: "The study", kinds: [status] + register + notes + [audit, check]),
  ]

  static let all = sections.flatMap(\.kinds)
}

/// A table, and what workbooks and documents have room for besides.
struct TableResult: Sendable {
  var table: Table
  var others: [Exhibit] = []
  /// How many rows were left out of an answer for the page; downloads have all.
  var omitted = 0

  init(_ table: Table, others: [Exhibit] = [], omitted: Int = 0) {
    (self.table, self.others, self.omitted) = (table, others, omitted)
  }

  /// A table cut off after so many rows, headings aside.
  init(_ table: Table, limit: Int?) {
    self.init(table)
    let rows = table.rows.indices.filter { if case .cells = table.rows[$0] { true } else { false } }
    guard let limit, limit < rows.count else { return }
    self.table.rows.removeSubrange(rows[limit]...)
    omitted = rows.count - limit
  }
}

/// What a table can be told.
struct TableOption {
  enum Kind: String { case choice, flag, number, text }

  let name: String
  let title: String
  let kind: Kind
  /// Of a choice.
  var values: [(value: String, title: String)] = []
  /// What holds when nothing is said; `nil` for what the table usually does.
  var usual: String?

  static func flag(_ name: String, _ title: String, usual: Bool = false) -> TableOption {
    TableOption(name: name, title: title, kind: .flag, usual: usual ? "true" : nil)
  }

  static func number(_ name: String, _ title: String, usual: Int? = nil) -> TableOption {
    TableOption(name: name, title: title, kind: .number, usual: usual.map { "\($0)" })
  }

  static func text(_ name: String, _ title: String) -> TableOption {
    TableOption(name: name, title: title, kind: .text)
  }

  static func choice(_ name: String, _ title: String, _ values: [String], usual: String? = nil) -> TableOption
  {
    TableOption(
      name: name, title: title, kind: .choice,
      values: values.map { ($0, $0.replacing("-", with: " ")) }, usual: usual)
  }

  static func choice(_ name: String, _ title: String, _ values: [(value: String, title: String)])
    -> TableOption
  {
    TableOption(name: name, title: title, kind: .choice, values: values)
  }

  /// One of the codes, by path.
  static func code(_ reader: StudyReader) throws -> TableOption {
    var option = TableOption(name: "code", title: "Code", kind: .choice)
    option.values = try reader.codeTree().order.map { ($0.path, "\($0.number) \($0.path)") }
    return option
  }
}

/// What a table is asked for.
struct TableRequest: Sendable {
  let call: Call
  /// Whether people read it; other programs want a column for each number.
  let isForPeople: Bool
  /// The most rows to answer; `nil` for all.
  let limit: Int?
  let format: TableDownload?

  func text(_ name: String) -> String? { call.parameter(name) }
  func flag(_ name: String, usual: Bool = false) throws -> Bool {
    try call.flagParameter(name, default: usual)
  }
  func number(_ name: String) throws -> Int? { try call.countParameter(name) }

  /// A number that counts from 1.
  func place(_ name: String) throws -> Int? {
    let number = try call.countParameter(name)
    guard number != 0 else { throw WebError.badMember(name, expected: "a number from 1") }
    return number
  }

  /// A table of which people are shown only the columns that say something, as on a terminal; files have all.
  func shown(_ table: Table) -> Table { format == nil ? table.withoutEmptyColumns() : table }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of choice: Choice.Type = Choice.self
  ) throws -> Choice? where Choice.RawValue == String {
    try call.parameter(name).map { text in
      guard let found = Choice(rawValue: text) else {
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw WebError.badMember(name, expected: "one of \(words)")
      }
      return found
    }
  }
}

/// What a table can be downloaded as.
enum TableDownload: String, CaseIterable, Sendable {
  case html, csv, tsv, md, tex, json, docx, xlsx

  /// What is written as text; `nil` for workbooks and documents.
  var text: TableFormat? {
    switch self {
    case .html: .html
    case .csv: .csv
    case .tsv: .tsv
    case .md: .markdown
    case .tex: .latex
    case .json: .json
    case .docx, .xlsx: nil
    }
  }

  var isForPeople: Bool {
    switch self {
    case .html, .md, .tex, .docx: true
    case .csv, .tsv, .json, .xlsx: false
    }
  }

  var contentType: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .tsv: "text/tab-separated-values; charset=utf-8"
    case .md: "text/markdown; charset=utf-8"
    case .tex: "application/x-tex; charset=utf-8"
    case .json: JSONText.contentType
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}
