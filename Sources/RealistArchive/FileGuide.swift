import RealistModel

/// What every file and every column of a package is, said once for the README and for the descriptions that machines read.
struct FileGuide {
  enum DataType: String { case string, integer, number, date, boolean, datetime = "dateTime" }

  struct Column {
    var name: String
    var description: String
    var type = DataType.string
    /// What stands between several values of a cell.
    var separator: String?
  }

  struct File {
    var path: String
    var description: String
    var columns: [Column] = []
  }

  private let attributes: [AttributeDefinition]

  init(_ study: Study) { attributes = study.attributes }

  /// The account of a file; `nil` for one that nobody knows.
  func file(_ path: String) -> File? {
    if let known = Self.known[path] {
      return File(path: path, description: known.description, columns: known.columns + own(path))
    }
    let parts = path.split(separator: "/")
    switch parts.dropLast().joined(separator: "/") {
    case "data/sources":
      return File(path: path, description: "the text of a source, UTF-8; .r1 and so on are earlier revisions")
    case "data/context":
      return File(
        path: path, description: "numbers from elsewhere; lines that begin with # say what they are")
    case let folder where folder == "data/originals" || folder.hasPrefix("data/originals/"):
      return File(path: path, description: "a file as it was imported")
    default: return nil
    }
  }

  /// The columns that the study's attributes add.
  private func own(_ path: String) -> [Column] {
    switch path {
    case "data/participants.csv": columns(of: .participant) { $0.name }
    case "data/sources.csv": columns(of: .source) { $0.name }
    case "data-list.csv":
      attributes.map { column($0, named: DataList.name(of: $0), isList: $0.subject == .participant) }
    default: []
    }
  }

  private func columns(
    of subject: AttributeDefinition.Subject, _ name: (AttributeDefinition) -> String
  ) -> [Column] {
    attributes.filter { $0.subject == subject }.map { column($0, named: name($0), isList: false) }
  }

  private func column(_ attribute: AttributeDefinition, named name: String, isList: Bool) -> Column {
    let type: DataType =
      switch attribute.kind {
      case .text, .boolean: .string
      case .number: .number
      case .date: .date
      }
    let yes = attribute.kind == .boolean ? ", yes or no" : ""
    return Column(
      name: name, description: "attribute of the \(attribute.subject.rawValue)\(yes)",
      type: isList ? .string : type,
      separator: isList ? "; " : nil)
  }
}

extension FileGuide {
  fileprivate typealias Known = (description: String, columns: [Column])

  private static func text(_ name: String, _ description: String) -> Column {
    Column(name: name, description: description)
  }

  private static func list(_ name: String, _ description: String) -> Column {
    Column(name: name, description: description, separator: "; ")
  }

  private static func whole(_ name: String, _ description: String) -> Column {
    Column(name: name, description: description, type: .integer)
  }

  private static let place = [
    text("source", "name of the source"), whole("revision", "revision of its text; empty for the newest"),
    whole("start", "where it begins, in Unicode scalars from 0"),
    whole("end", "where it ends; the scalar there is not part of it"),
  ]

  fileprivate static let known: [String: Known] = [
    "README.md": ("this account", []),
    "data-list.csv": ("the data list: one row for each source", dataList),
    "ddi-codebook.xml": ("description of the study for catalogues (DDI-Codebook 2.5)", []),
    "csv-metadata.json": ("description of every table and column (CSV on the Web)", []),
    "ro-crate-metadata.json": ("description of every file (RO-Crate 1.1)", []),
    "bagit.txt": ("marks the package as a BagIt bag (RFC 8493)", []),
    "bag-info.txt": ("who bagged what and when", []),
    Checksums.payload: ("SHA-256 checksums of the files in data/", []),
    Checksums.tags: ("SHA-256 checksums of the files beside data/", []),
    "data/README.md": ("what the study is", []),
    "data/study.json": ("title, question, summary, ethics, template, stages, attributes", []),
    "data/guide.md": ("the interview guide", []),
    "data/configurations.md": ("context–mechanism–outcome configurations with their evidence", []),
    "data/theories.md": ("programme theories with their versions, and what people said to them", []),
    "data/theory-of-change.md": ("stages, factors, links and loops", []),
    "data/memos.md": ("dated notes", []),
    "data/participants.csv": (
      "who took part, by pseudonym",
      [
        text("id", "pseudonym"), text("name", "display pseudonym"), list("consent", "what was consented to"),
        Column(name: "withdrawn", description: "day of withdrawal", type: .date),
      ]
    ),
    "data/sources.csv": ("the material: one row for each source", sources),
    "data/revisions.csv": ("corrections of texts", revisions),
    "data/turns.csv": (
      "who said what: spans of the newest texts",
      [
        text("source", "name of the source"),
        whole("start", "where the words begin, in Unicode scalars from 0"),
        whole("end", "where they end; the scalar there is not part of them"),
        text("speaker", "the name in the transcript"),
        text("participant", "pseudonym"), whole("begins", "time in milliseconds"),
        whole("ends", "time in milliseconds"),
        text("question", "number of the guide's question that it answers"),
      ]
    ),
    "data/codebook.csv": (
      "the codes, depth first",
      [
        text("path", "the code and those above it, joined by /"), text("definition", "what it means"),
        text("use", "when to use it"), text("not", "when not to"), text("colour", "as #rrggbb"),
        text("key", "short name"),
      ]
    ),
    "data/segments.csv": (
      "the marked passages",
      place + [
        text("quote", "its words"), text("memo", "note on it"),
        text("created", "time or day, UTC"), text("coder", "who marked it"),
      ]
    ),
    "data/codings.csv": (
      "which passage bears which code, according to whom",
      place + [
        text("code", "path of the code"), text("coder", "who coded it"), text("date", "time or day, UTC"),
        text("memo", "note on it"),
      ]
    ),
    "data/linked-codings.csv": ("passages coded as pairs or threes that belong together", linkedCodings),
    "data/recommendations.csv": (
      "what should be done, by whom and why",
      [
        text("key", "short name"), text("actor", "who should act"), text("action", "what should be done"),
        text("rationale", "why"), list("configurations", "keys of the configurations behind it"),
        list("loops", "keys of the loops that it breaks or keeps up"),
      ]
    ),
    "data/queries.csv": (
      "saved queries", [text("name", "name of the query"), text("query", "the query in words")]
    ),
    "data/framework.csv": (
      "summaries of cases by theme",
      [
        text("source", "the case, where it is a source"),
        text("participant", "the case, where it is a person"),
        text("attribute", "the case, where it is a group: the attribute"), text("value", "and its value"),
        text("code", "path of the theme"), text("summary", "what the case says of it"),
        text("coder", "who wrote it"),
        text("date", "time or day, UTC"),
      ]
    ),
  ]

  private static let dataList: [Column] = [
    text("source", "name of the source"),
    text("kind", "interview, focus-group, survey, field-note, document or literature"),
    text("title", "what it is"), Column(name: "date", description: "when it was made", type: .date),
    text("mode", "how it was held"), Column(name: "minutes", description: "duration", type: .number),
    whole("words", "words of the text"), whole("turns", "turns of its speakers"),
    whole("speakers", "different speakers"),
    list("participants", "pseudonyms"), text("text", "path of the text"),
    text("text_sha256", "its SHA-256 checksum"),
    text("original", "path of the file that was imported"), text("original_format", "format it was read as"),
  ]

  private static let sources: [Column] = [
    text("name", "name of the source"),
    text("kind", "interview, focus-group, survey, field-note, document or literature"),
    text("title", "what it is"), text("mode", "how it was held"),
    Column(name: "date", description: "when it was made", type: .date),
    Column(name: "duration", description: "minutes", type: .number), list("participants", "pseudonyms"),
    text("file", "path of the original, below data/"), text("encoding", "charset of the original"),
    text("format", "format it was read as"),
    list("speakers", "which name in the transcript is which participant"),
  ]

  private static let revisions: [Column] = [
    text("source", "name of the source"), whole("revision", "its number, from 1"),
    text("file", "path of the text, below data/"),
    text("date", "time or day, UTC"), text("reason", "why the text was corrected"),
    text("notes", "what import changed, a line each"),
    text("original", "path of the original, below data/"), text("format", "format it was read as"),
    text("encoding", "charset of the original"),
  ]

  private static let linkedCodings: [Column] =
    [text("key", "rows of one key are one linked coding")] + place + [
      text("quote", "the words of the passage"), text("letter", "the role, a letter of the template"),
      text("code", "path of the code in this role"), whole("role_start", "where the role's own words begin"),
      whole("role_end", "where they end"), text("role_quote", "the role's own words"),
      text("coder", "who coded it"),
      text("date", "time or day, UTC"), text("memo", "note on it"),
    ]
}
