import RealistModel

/// A table of coded segments, as MAXQDA, NVivo, ATLAS.ti, QualCoder and Taguette export them: a document, a code and the words in each row.
public struct CodedSegmentTable: Sendable {
  public struct Row: Hashable, Sendable {
    /// Where it stands in the file.
    public var line: Int
    public var document: String
    /// The codes as paths; a cell may name several, a semicolon or a line break between them.
    public var codes: [String]
    public var words: String
    public var memo: String
    /// Where the words begin, in characters, where the file says so.
    public var begins: Int?
  }

  /// Headings that people named, where the usual ones are missing.
  public struct Columns: Sendable {
    public var document: String?
    public var code: String?
    public var segment: String?
    public var memo: String?

    public init(document: String? = nil, code: String? = nil, segment: String? = nil, memo: String? = nil) {
      (self.document, self.code, self.segment, self.memo) = (document, code, segment, memo)
    }
  }

  public private(set) var rows: [Row] = []
  public private(set) var notes: [String]

  private static let headings: [(key: String, names: [String])] = [
    (
      "document",
      [
        "document", "document name", "source", "source name", "file", "filename", "file name", "transcript",
        "doc", "dokument", "dokumentname", "case", "document title",
      ]
    ),
    (
      "code",
      ["code", "codes", "code name", "codename", "tag", "tags", "theme", "node", "codesystem", "category"]
    ),
    (
      "segment",
      [
        "segment", "coded segment", "content", "quote", "quotation", "quotation content", "text", "seltext",
        "excerpt", "selection", "codiertes segment", "coded text", "words",
      ]
    ),
    ("memo", ["memo", "comment", "comments", "note", "kommentar"]),
    ("begins", ["begin", "start", "begins", "position start", "pos0", "start offset", "selfirst"]),
  ]

  /// - Parameters:
  ///   - separator: what joins the parts of a code's path; `nil` takes `/`, `\` and ` > `.
  /// - Throws: ``ImportError/noColumn(file:name:among:)`` for a column that is missing.
  public init(
    _ table: ForeignTable, file: String, columns: Columns = Columns(), separator: String? = nil
  ) throws(ImportError) {
    notes = table.notes
    let document = try Self.required("document", columns.document, table, file)
    let code = try Self.required("code", columns.code, table, file)
    let segment = try Self.required("segment", columns.segment, table, file)
    let memo =
      try columns.memo.map { (name) throws(ImportError) in try Self.named(name, table, file) }
      ?? Self.known("memo", table)
    let begins = Self.known("begins", table)
    var blank = 0
    for row in table.rows {
      let words = table.cell(row, segment)
      let codes = table.cell(row, code).split { $0 == ";" || $0 == "\n" }.map {
        Self.path(String($0).trimmed, separator)
      }
      .filter { !$0.isEmpty }
      guard !words.isEmpty, !codes.isEmpty else {
        blank += 1
        continue
      }
      rows.append(
        Row(
          line: row.line, document: table.cell(row, document), codes: codes, words: words,
          memo: memo.map { table.cell(row, $0) } ?? "", begins: begins.flatMap { Int(table.cell(row, $0)) }))
    }
    if blank > 0 { notes.append("\(counted(blank, "row")) without words or without a code left out") }
    guard !rows.isEmpty else { throw .noRows(file: file) }
  }

  private static func required(_ key: String, _ name: String?, _ table: ForeignTable, _ file: String)
    throws(ImportError) -> Int
  {
    if let name { return try named(name, table, file) }
    guard let found = known(key, table) else { throw .noColumn(file: file, name: key, among: table.heading) }
    return found
  }

  private static func named(_ name: String, _ table: ForeignTable, _ file: String) throws(ImportError) -> Int
  {
    guard let found = table.heading.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
      throw .noColumn(file: file, name: name, among: table.heading)
    }
    return found
  }

  /// The first of the usual headings that is there.
  private static func known(_ key: String, _ table: ForeignTable) -> Int? {
    let folded = table.heading.map { $0.lowercased() }
    let names = headings.first { $0.key == key }?.names ?? []
    return names.lazy.compactMap { folded.firstIndex(of: $0) }.first
  }

  private static func path(_ code: String, _ separator: String?) -> String {
    let marks = separator.map { [$0] } ?? ["\\\\", "\\", " > ", "/"]
    var path = code
    for mark in marks { path = path.replacing(mark, with: "/") }
    return path.split(separator: "/").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "/")
  }
}
