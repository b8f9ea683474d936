import RealistModel

extension QualCoderReader.Reader {
  /// Notes on passages.
  mutating func readAnnotations() throws(ExchangeError) {
    let found = try database.rows("annotation") { row, columns in
      (
        columns.number(row, "anid") ?? 0, columns.number(row, "fid") ?? 0, columns.number(row, "pos0") ?? -1,
        columns.number(row, "pos1") ?? -1, try columns.text(row, "memo"), try columns.text(row, "owner"),
        try columns.text(row, "date")
      )
    }
    for (id, source, start, end, memo, owner, date) in found {
      addNote(guid("annotation", id), "", memo, owner, date)
      guard let place = sources[source] else { continue }
      var selection = ForeignSelection(guid: guid("annotated", id), name: "", start: start, end: end)
      (selection.creator, selection.created) = (project.coder(owner), ForeignDate.moment(date))
      selection.notes = [guid("annotation", id)]
      project.sources[place].selections.append(selection)
    }
  }

  mutating func readJournal() throws(ExchangeError) {
    let found = try database.rows("journal") { row, columns in
      (
        columns.number(row, "jid") ?? 0, try columns.text(row, "name"), try columns.text(row, "jentry"),
        try columns.text(row, "owner"), try columns.text(row, "date")
      )
    }
    for (id, name, entry, owner, date) in found { addNote(guid("journal", id), name, entry, owner, date) }
    for table in ["graph", "stored_sql", "ris"] {
      let count = try database.rows(table) { _, _ in 1 }.count
      report.add("Row of \(table)", .leftOut, "of use in QualCoder only", count: count)
    }
  }

  private mutating func addNote(_ guid: GUID, _ name: String, _ text: String, _ owner: String, _ date: String)
  {
    var note = ForeignDocument(guid: guid, kind: .note)
    note.name = name
    note.description = text
    (note.creator, note.created) = (project.coder(owner), ForeignDate.moment(date))
    project.memos.append(note)
  }

  /// Marked parts of pictures and recordings.
  mutating func readRegions() throws(ExchangeError) {
    for (table, key) in [("code_image", "imid"), ("code_av", "avid")] {
      let found = try database.rows(table) { row, columns in
        let id = columns.number(row, key) ?? 0
        let place =
          table == "code_image"
          ? "\(columns.shown(row, "x1")),\(columns.shown(row, "y1")), \(columns.shown(row, "width")) × \(columns.shown(row, "height"))"
          : "\(columns.shown(row, "pos0")) ms to \(columns.shown(row, "pos1")) ms"
        var region = ForeignRegion(guid: guid(table, id), place: place)
        region.description = try columns.text(row, "memo")
        region.codings = [
          ForeignCoding(
            guid: guid("\(table) coding", id), code: columns.number(row, "cid").map { guid("code", $0) })
        ]
        return (columns.number(row, "id") ?? 0, region, try columns.text(row, "owner"))
      }
      for (source, region, owner) in found {
        guard let place = sources[source] else { continue }
        var region = region
        region.codings[0].creator = project.coder(owner)
        project.sources[place].regions.append(region)
      }
    }
  }

  mutating func readCases() throws(ExchangeError) {
    let found = try database.rows("cases") { row, columns in
      let id = columns.number(row, "caseid") ?? 0
      var one = ForeignCase(guid: guid("case", id), name: try columns.text(row, "name"))
      one.description = try columns.text(row, "memo")
      return (id, one)
    }
    for (id, one) in found {
      cases[id] = project.cases.count
      project.cases.append(one)
    }
    let texts = try database.rows("case_text") { row, columns in
      (
        columns.number(row, "id") ?? 0, columns.number(row, "caseid") ?? 0, columns.number(row, "fid") ?? 0,
        columns.number(row, "pos0") ?? 0, columns.number(row, "pos1") ?? 0
      )
    }
    for (_, one, source, start, end) in texts {
      guard let place = cases[one], let known = sources[source] else { continue }
      let text = project.sources[known].text
      let length = text.map { $0.text.length + $0.pairs.count + ($0.hasMark ? 1 : 0) } ?? 0
      let guid = project.sources[known].guid
      if start <= 0, end >= length - 1 {
        if !project.cases[place].sources.contains(guid) { project.cases[place].sources.append(guid) }
      } else {
        report.add(
          "Passage of a case", .changed, "the whole source is the case's", item: project.sources[known].name)
        if !project.cases[place].sources.contains(guid) { project.cases[place].sources.append(guid) }
      }
    }
  }

  mutating func readAttributes() throws(ExchangeError) {
    let types = try database.rows("attribute_type") { row, columns in
      (
        try columns.text(row, "name"), try columns.text(row, "caseorfile"),
        try columns.text(row, "valuetype"),
        try columns.text(row, "memo")
      )
    }
    for (name, subject, type, memo) in types {
      var variable = ForeignVariable(
        guid: variable(name, subject), name: name, type: type == "numeric" ? "Float" : "Text")
      variable.description = memo
      project.variables.append(variable)
    }
    let values = try database.rows("attribute") { row, columns in
      (
        try columns.text(row, "name"), try columns.text(row, "attr_type"), try columns.text(row, "value"),
        columns.number(row, "id") ?? 0
      )
    }
    for (name, subject, text, id) in values where !text.isEmpty {
      let value = ForeignValue(variable: variable(name, subject), text: text)
      if subject == "case", let place = cases[id] {
        project.cases[place].values.append(value)
      } else if subject == "file", let place = sources[id] {
        project.sources[place].values.append(value)
      } else {
        report.add("VariableValue", .leftOut, "what it is about is not in the file")
      }
    }
  }

  private func variable(_ name: String, _ subject: String) -> GUID {
    GUID(naming: "\(guid("variable", 0))\n\(subject)\n\(name)")
  }
}
