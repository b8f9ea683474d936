import RealistFormats
import RealistModel

/// Reads `data.qda` of a QualCoder project folder, database versions 8 to 17.
enum QualCoderReader {
  static let tables = ["project", "source", "code_name", "code_cat", "code_text"]

  static func read(_ database: ForeignDatabase) throws(ExchangeError) -> (ForeignProject, LossReport) {
    var reader = Reader(database)
    try reader.readProject()
    try reader.readCodes()
    try reader.readSources()
    try reader.readCodings()
    try reader.readAnnotations()
    try reader.readRegions()
    try reader.readCases()
    try reader.readAttributes()
    try reader.readJournal()
    return (reader.project, reader.report)
  }

  struct Reader {
    let database: ForeignDatabase
    var project = ForeignProject(format: "QualCoder project")
    var report = LossReport()
    private var natural = ""
    var sources: [Int: Int] = [:]
    var cases: [Int: Int] = [:]

    init(_ database: ForeignDatabase) { self.database = database }

    func guid(_ kind: String, _ number: Int) -> GUID {
      GUID(naming: "qualcoder\n\(natural)\n\(kind)\n\(number)")
    }

    mutating func readProject() throws(ExchangeError) {
      let found = try database.rows("project") { row, columns in
        (
          try columns.text(row, "date"), try columns.text(row, "memo"), try columns.text(row, "about"),
          try columns.text(row, "codername")
        )
      }
      guard let first = found.first else { return }
      natural = "\(first.0)\n\(first.2)"
      project.created = ForeignDate.moment(first.0)
      project.description = first.1
      project.origin = first.2.isEmpty ? "QualCoder" : first.2
      project.creator = project.coder(first.3)
      project.guid = guid("project", 0)
      for name in try database.rows("coder_names", { try $1.text($0, "name") }) { _ = project.coder(name) }
    }

    mutating func readCodes() throws(ExchangeError) {
      var tree = CategoryTree()
      for code in try database.rows(
        "code_cat",
        { row, columns in
          var code = ForeignCode(
            guid: guid("category", columns.number(row, "catid") ?? 0), name: try columns.text(row, "name"))
          code.parent = columns.number(row, "supercatid").map { guid("category", $0) }
          code.description = try columns.text(row, "memo")
          code.isCodable = false
          return code
        })
      { tree.add(code) }
      for code in try database.rows(
        "code_name",
        { row, columns in
          var code = ForeignCode(
            guid: guid("code", columns.number(row, "cid") ?? 0), name: try columns.text(row, "name"))
          code.parent =
            columns.number(row, "supercid").map { guid("code", $0) }
            ?? columns.number(row, "catid").map { guid("category", $0) }
          code.description = try columns.text(row, "memo")
          code.colour = try columns.text(row, "color")
          return code
        })
      { tree.add(code) }
      project.codes = try tree.ordered(file: database.file)
    }

    mutating func readSources() throws(ExchangeError) {
      let found = try database.rows("source") { row, columns in
        let id = columns.number(row, "id") ?? 0
        var document = ForeignDocument(
          guid: guid("source", id), kind: Self.kind(of: try columns.text(row, "mediapath")))
        document.name = try columns.text(row, "name")
        document.description = try columns.text(row, "memo")
        document.created = ForeignDate.moment(try columns.text(row, "date"))
        if !columns.isNull(row, "fulltext") {
          let words = Array(try columns.text(row, "fulltext").utf8)
          document.text = try ForeignText(inline: words, file: "\(database.file): source \(id)")
        }
        return (id, document, try columns.text(row, "owner"))
      }
      for (id, document, owner) in found {
        var document = document
        document.creator = project.coder(owner)
        if document.text != nil { document.kind = .text }
        sources[id] = project.sources.count
        project.sources.append(document)
      }
    }

    /// `/images/x.png`, `images:/home/x.png`; a path to documents, or none, is a text.
    private static func kind(of path: String) -> ForeignDocument.Kind {
      for (beginning, kind) in [
        ("images", ForeignDocument.Kind.picture), ("audio", .audio), ("video", .video),
      ]
      where path.hasPrefix("/\(beginning)/") || path.hasPrefix("\(beginning):") { return kind }
      return .text
    }

    mutating func readCodings() throws(ExchangeError) {
      let found = try database.rows("code_text") { row, columns in
        let id = columns.number(row, "ctid") ?? 0
        var selection = ForeignSelection(
          guid: guid("passage", id), name: try columns.text(row, "seltext"),
          start: columns.number(row, "pos0") ?? -1, end: columns.number(row, "pos1") ?? -1)
        selection.created = ForeignDate.moment(try columns.text(row, "date"))
        var coding = ForeignCoding(
          guid: guid("coding", id), code: columns.number(row, "cid").map { guid("code", $0) })
        coding.memo = try columns.text(row, "memo")
        selection.codings = [coding]
        let isImportant = columns.number(row, "important") == 1
        return (columns.number(row, "fid") ?? 0, selection, try columns.text(row, "owner"), isImportant)
      }
      for (source, selection, owner, isImportant) in found {
        guard let place = sources[source] else {
          report.add("Coding", .leftOut, "its source is not in the file")
          continue
        }
        var selection = selection
        selection.creator = project.coder(owner)
        project.sources[place].selections.append(selection)
        if isImportant { report.add("Mark as important", .leftOut, "a coding has none") }
      }
    }
  }
}
