import RealistFormats
import RealistModel

/// Reads a Taguette project: the `.sqlite3` that "Export project" writes, or the database of an installation with one project in it.
enum TaguetteReader {
  static let tables = ["projects", "documents", "tags", "highlights", "highlight_tags"]

  static func read(_ database: ForeignDatabase) throws(ExchangeError) -> (ForeignProject, LossReport) {
    var reader = Reader(database)
    try reader.readProject()
    try reader.readTags()
    try reader.readDocuments()
    try reader.readHighlights()
    try reader.countRest()
    return (reader.project, reader.report)
  }

  private struct Reader {
    let database: ForeignDatabase
    var project = ForeignProject(format: "Taguette project")
    var report = LossReport()
    private var number = 0
    private var natural = ""
    /// Where a document stands among the sources, with its text.
    private var documents: [Int: (place: Int, html: HTMLText)] = [:]
    private var tags: [Int: GUID] = [:]

    init(_ database: ForeignDatabase) {
      self.database = database
      project.counting = "bytes of UTF-8, end not included"
    }

    private func guid(_ kind: String, _ number: Int) -> GUID {
      GUID(naming: "taguette\n\(natural)\n\(kind)\n\(number)")
    }

    mutating func readProject() throws(ExchangeError) {
      let found = try database.rows("projects") { row, columns in
        (
          columns.number(row, "id") ?? 0, try columns.text(row, "name"), try columns.text(row, "description"),
          try columns.text(row, "created")
        )
      }
      guard let first = found.first else {
        throw .database(file: database.file, message: "there is no project in this database")
      }
      for other in found.dropFirst() {
        report.add("Project", .leftOut, "only the first of the database is read", item: other.1)
      }
      number = first.0
      natural = "\(first.1)\n\(first.3)"
      (project.name, project.description) = (first.1, first.2)
      project.created = ForeignDate.moment(first.3)
      project.origin = "Taguette"
      project.guid = guid("project", number)
      for login in try database.rows(
        "project_members",
        { row, columns in
          columns.number(row, "project_id") == number ? try columns.text(row, "user_login") : nil
        }) where !login.isEmpty
      {
        let coder = GUID(coder: login)
        project.coders[coder] = login
        if project.creator == nil { project.creator = coder }
      }
    }

    mutating func readTags() throws(ExchangeError) {
      let found = try database.rows("tags") { row, columns -> (Int, String, String)? in
        guard columns.number(row, "project_id") == number else { return nil }
        return (
          columns.number(row, "id") ?? 0, try columns.text(row, "path"), try columns.text(row, "description")
        )
      }
      for (id, path, description) in found {
        let own = guid("tag", id)
        tags[id] = own
        var code = ForeignCode(guid: own, name: path)
        code.description = description
        project.codes.append(code)
      }
    }

    mutating func readDocuments() throws(ExchangeError) {
      let found = try database.rows("documents") { row, columns -> (Int, ForeignDocument, HTMLText)? in
        guard columns.number(row, "project_id") == number else { return nil }
        let id = columns.number(row, "id") ?? 0
        var document = ForeignDocument(guid: guid("document", id), kind: .text)
        document.name = try columns.text(row, "name")
        document.description = try columns.text(row, "description")
        document.created = ForeignDate.moment(try columns.text(row, "created"))
        return (id, document, HTMLText(try columns.text(row, "contents")))
      }
      for (id, document, html) in found {
        var document = document
        do {
          document.text = try ForeignText(inline: html.bytes, file: "\(database.file): document \(id)")
        } catch {
          throw .file(error)
        }
        documents[id] = (project.sources.count, html)
        project.sources.append(document)
        report.add("Layout of a document", .leftOut, "the words are kept", item: document.name)
      }
    }

    mutating func readHighlights() throws(ExchangeError) {
      var codings: [Int: [Int]] = [:]
      for (highlight, tag) in try database.rows(
        "highlight_tags",
        { row, columns in
          (columns.number(row, "highlight_id") ?? 0, columns.number(row, "tag_id") ?? 0)
        })
      {
        codings[highlight, default: []].append(tag)
      }
      let found = try database.rows("highlights") { row, columns in
        (
          columns.number(row, "id") ?? 0, columns.number(row, "document_id") ?? 0,
          columns.number(row, "start_offset") ?? -1, columns.number(row, "end_offset") ?? -1,
          HTMLText(try columns.text(row, "snippet")).words
        )
      }
      for (id, document, start, end, words) in found {
        guard let known = documents[document], let text = project.sources[known.place].text else { continue }
        var selection = ForeignSelection(guid: guid("highlight", id), name: words, start: start, end: end)
        if start >= 0, start <= end, end <= known.html.length {
          let count = text.text.index.utf8Count
          selection.start = text.text.scalarOffset(ofUTF8: min(known.html.place(start, isEnd: false), count))
          selection.end = text.text.scalarOffset(ofUTF8: min(known.html.place(end, isEnd: true), count))
        } else {
          // Out of the text under any rule.
          (selection.start, selection.end) = (
            text.text.length + start.magnitude.asOffset, text.text.length + end.magnitude.asOffset + 1
          )
        }
        selection.codings = (codings[id] ?? []).compactMap { tag in
          tags[tag].map { ForeignCoding(guid: GUID(naming: "\(guid("highlight", id))\n\(tag)"), code: $0) }
        }
        project.sources[known.place].selections.append(selection)
      }
    }

    mutating func countRest() throws(ExchangeError) {
      let commands = try database.rows("commands") { row, columns in
        columns.number(row, "project_id") == number ? 1 : nil
      }
      report.add("Entry of the history", .leftOut, "who changed what and when", count: commands.count)
    }
  }
}

extension UInt {
  /// Small enough to be added to the length of a text.
  fileprivate var asOffset: Int { Int(clamping: Swift.min(self, 1 << 40)) + 1 }
}
