import RealistFormats
import RealistModel

/// Reads the `.rqda` of RQDA, database version 0.2. Rows whose status is not 1 were deleted there.
enum RQDAReader {
  static let tables = ["source", "freecode", "coding", "codecat", "treecode"]

  static func read(_ database: ForeignDatabase) throws(ExchangeError) -> (ForeignProject, LossReport) {
    var reader = Reader(database)
    try reader.readProject()
    try reader.readCodes()
    try reader.readSources()
    try reader.readCodings()
    try reader.readCases()
    try reader.readNotes()
    return (reader.project, reader.report)
  }

  struct Reader {
    let database: ForeignDatabase
    var project = ForeignProject(format: "RQDA project")
    var report = LossReport()
    private var natural = ""
    private var sources: [Int: Int] = [:]
    private var cases: [Int: Int] = [:]

    init(_ database: ForeignDatabase) { self.database = database }

    private func guid(_ kind: String, _ number: Int) -> GUID {
      GUID(naming: "rqda\n\(natural)\n\(kind)\n\(number)")
    }

    private mutating func countDeleted(_ table: String, _ element: String) throws(ExchangeError) {
      let deleted = try database.rows(table) { row, columns in columns.number(row, "status") == 1 ? nil : 1 }
      report.add(element, .leftOut, "it was deleted in RQDA", count: deleted.count)
    }

    mutating func readProject() throws(ExchangeError) {
      let found = try database.rows("project") { row, columns in
        (
          try columns.text(row, "date"), try columns.text(row, "memo"),
          try columns.text(row, "databaseversion")
        )
      }
      natural = "\(found.first?.0 ?? "")\n\(found.first?.1 ?? "")"
      project.created = ForeignDate.ofR(found.first?.0 ?? "")
      project.description = found.first?.1 ?? ""
      project.origin = "RQDA"
      project.guid = guid("project", 0)
    }

    mutating func readCodes() throws(ExchangeError) {
      var tree = CategoryTree()
      let categories = try database.rows("codecat") { row, columns -> ForeignCode? in
        guard columns.number(row, "status") == 1 else { return nil }
        var code = ForeignCode(
          guid: guid("category", columns.number(row, "catid") ?? 0), name: try columns.text(row, "name"))
        code.description = try columns.text(row, "memo")
        code.isCodable = false
        return code
      }
      for category in categories { tree.add(category) }
      var parents: [Int: Int] = [:]
      for (code, category) in try database.rows(
        "treecode",
        { row, columns -> (Int, Int)? in
          guard columns.number(row, "status") == 1 else { return nil }
          return (columns.number(row, "cid") ?? 0, columns.number(row, "catid") ?? 0)
        })
      {
        if parents[code] == nil {
          parents[code] = category
        } else {
          report.add("Second category of a code", .leftOut, "a code has one parent")
        }
      }
      let codes = try database.rows("freecode") { row, columns -> ForeignCode? in
        guard columns.number(row, "status") == 1 else { return nil }
        let id = columns.number(row, "id") ?? 0
        var code = ForeignCode(guid: guid("code", id), name: try columns.text(row, "name"))
        code.parent = parents[id].map { guid("category", $0) }
        code.description = try columns.text(row, "memo")
        code.colour = try columns.text(row, "color")
        return code
      }
      for code in codes { tree.add(code) }
      try countDeleted("freecode", "Code")
      project.codes = try tree.ordered(file: database.file)
    }

    mutating func readSources() throws(ExchangeError) {
      let found = try database.rows("source") { row, columns -> (Int, ForeignDocument, String)? in
        guard columns.number(row, "status") == 1 else { return nil }
        let id = columns.number(row, "id") ?? 0
        var document = ForeignDocument(guid: guid("source", id), kind: .text)
        document.name = try columns.text(row, "name")
        document.description = try columns.text(row, "memo")
        document.created = ForeignDate.ofR(try columns.text(row, "date"))
        let words = Array(try columns.text(row, "file").utf8)
        document.text = try ForeignText(inline: words, file: "\(database.file): source \(id)")
        return (id, document, try columns.text(row, "owner"))
      }
      for (id, document, owner) in found {
        var document = document
        document.creator = project.coder(owner)
        sources[id] = project.sources.count
        project.sources.append(document)
      }
      try countDeleted("source", "Source")
    }

    mutating func readCodings() throws(ExchangeError) {
      for table in ["coding", "coding2"] {
        var number = 0
        let found = try database.rows(table) { row, columns -> (Int, ForeignSelection, String)? in
          number += 1
          guard columns.number(row, "status") == 1 else { return nil }
          var selection = ForeignSelection(
            guid: guid("\(table) passage", number), name: try columns.text(row, "seltext"),
            start: columns.number(row, "selfirst") ?? -1, end: columns.number(row, "selend") ?? -1)
          selection.created = ForeignDate.ofR(try columns.text(row, "date"))
          var coding = ForeignCoding(
            guid: guid(table, number), code: columns.number(row, "cid").map { guid("code", $0) })
          coding.memo = try columns.text(row, "memo")
          selection.codings = [coding]
          return (columns.number(row, "fid") ?? 0, selection, try columns.text(row, "owner"))
        }
        for (source, selection, owner) in found {
          guard let place = sources[source] else {
            report.add("Coding", .leftOut, "its source is not in the file")
            continue
          }
          var selection = selection
          selection.creator = project.coder(owner)
          project.sources[place].selections.append(selection)
        }
        try countDeleted(table, "Coding")
      }
    }

    mutating func readCases() throws(ExchangeError) {
      let found = try database.rows("cases") { row, columns -> (Int, ForeignCase)? in
        guard columns.number(row, "status") == 1 else { return nil }
        let id = columns.number(row, "id") ?? 0
        var one = ForeignCase(guid: guid("case", id), name: try columns.text(row, "name"))
        one.description = try columns.text(row, "memo")
        return (id, one)
      }
      for (id, one) in found {
        cases[id] = project.cases.count
        project.cases.append(one)
      }
      for (one, source) in try database.rows(
        "caselinkage",
        { row, columns -> (Int, Int)? in
          guard columns.number(row, "status") == 1 else { return nil }
          return (columns.number(row, "caseid") ?? 0, columns.number(row, "fid") ?? 0)
        })
      {
        guard let place = cases[one], let known = sources[source] else { continue }
        let guid = project.sources[known].guid
        if !project.cases[place].sources.contains(guid) { project.cases[place].sources.append(guid) }
      }
      for variable in try database.rows(
        "attributes",
        { row, columns -> ForeignVariable? in
          guard columns.number(row, "status") == 1 else { return nil }
          let name = try columns.text(row, "name")
          let type = try columns.text(row, "class") == "numeric" ? "Float" : "Text"
          return ForeignVariable(
            guid: GUID(naming: "\(guid("variable", 0))\n\(name)"), name: name, type: type,
            description: try columns.text(row, "memo"))
        })
      { project.variables.append(variable) }
      for (value, id) in try values("caseAttr", "caseid") {
        if let place = cases[id] { project.cases[place].values.append(value) } else { missesSubject() }
      }
      for (value, id) in try values("fileAttr", "fileid") {
        if let place = sources[id] { project.sources[place].values.append(value) } else { missesSubject() }
      }
    }

    private mutating func missesSubject() {
      report.add("VariableValue", .leftOut, "what it is about is not in the file")
    }

    private func values(_ table: String, _ key: String) throws(ExchangeError) -> [(ForeignValue, Int)] {
      try database.rows(table) { row, columns -> (ForeignValue, Int)? in
        guard columns.number(row, "status") == 1 else { return nil }
        let variable = GUID(naming: "\(guid("variable", 0))\n\(try columns.text(row, "variable"))")
        return (
          ForeignValue(variable: variable, text: try columns.text(row, "value")),
          columns.number(row, key) ?? 0
        )
      }
    }

    mutating func readNotes() throws(ExchangeError) {
      var number = 0
      for (name, words, owner, date) in try database.rows(
        "journal",
        { row, columns -> (String, String, String, String)? in
          guard columns.number(row, "status") == 1 else { return nil }
          return (
            try columns.text(row, "name"), try columns.text(row, "journal"), try columns.text(row, "owner"),
            try columns.text(row, "date")
          )
        })
      {
        number += 1
        addNote(guid("journal", number), name, words, owner, date)
      }
      for (source, place, words, owner, date) in try database.rows(
        "annotation",
        { row, columns -> (Int, Int, String, String, String)? in
          guard columns.number(row, "status") == 1 else { return nil }
          return (
            columns.number(row, "fid") ?? 0, columns.number(row, "position") ?? 0,
            try columns.text(row, "annotation"), try columns.text(row, "owner"), try columns.text(row, "date")
          )
        })
      {
        number += 1
        addNote(guid("annotation", number), "", "At \(place): \(words)", owner, date)
        if let known = sources[source] { project.sources[known].notes.append(guid("annotation", number)) }
      }
      let images = try database.rows("imageCoding") { _, _ in 1 }.count
      report.add("Part of a picture", .leftOut, "pictures are not read", count: images)
    }

    private mutating func addNote(
      _ guid: GUID, _ name: String, _ text: String, _ owner: String, _ date: String
    ) {
      var note = ForeignDocument(guid: guid, kind: .note)
      (note.name, note.description) = (name, text)
      (note.creator, note.created) = (project.coder(owner), ForeignDate.ofR(date))
      project.memos.append(note)
    }
  }
}
