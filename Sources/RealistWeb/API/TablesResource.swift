import LoopbackServer
import RealistModel
import RealistOffice
import RealistReports
import RealistStore

extension Route {
  static let tables: [Route] = [
    Route(.get, "tables") { workbench, _ in try workbench.tables() },
    Route(.get, "tables/NAME") { workbench, call in try workbench.table(call) },
  ]
}

extension Workbench {
  /// The tables there are, with what each can be told.
  fileprivate func tables() throws -> HTTPResponse {
    try read { reader, json in
      let kinds = TableKind.sections.flatMap { section in section.kinds.map { (section.title, $0) } }
      try json.member("tables", kinds) { one, json in
        let (section, kind) = one
        json.member("name", kind.name)
        json.member("section", section)
        json.member("title", kind.title)
        json.member("narrowed", kind.isNarrowed)
        json.member("options", try kind.options(reader)) { option, json in json.members(of: option) }
      }
      json.member("downloads", TableDownload.allCases.map(\.rawValue))
    }
  }

  /// `tables/cmo` for the page, `tables/cmo.docx` to be saved.
  fileprivate func table(_ call: Call) throws -> HTTPResponse {
    let name = call.names[0]
    let point = name.lastIndex(of: ".")
    let ending = point.flatMap { TableDownload(rawValue: String(name[name.index(after: $0)...])) }
    let wanted = point.flatMap { ending == nil ? nil : String(name[..<$0]) } ?? name
    guard let kind = TableKind.all.first(where: { $0.name == wanted }) else {
      throw WebError.noTable(
        wanted, nearest: Suggestion.nearest(to: wanted, in: TableKind.all.map(\.name)))
    }
    return ending.map { download(kind, as: $0, call) } ?? show(kind, call)
  }

  private func show(_ kind: TableKind, _ call: Call) -> HTTPResponse {
    readAside { reader, json in
      let limit = try call.countParameter("limit") ?? 2_000
      let request = TableRequest(call: call, isForPeople: true, limit: limit, format: nil)
      let result = try kind.make(request, reader)
      let table = result.table.repeatingSpans()
      json.member("title", table.head.title.isEmpty ? kind.title : table.head.title)
      json.member("notes", table.head.notes)
      json.member("omitted", result.omitted)
      json.rows(of: table)
    }
  }

  private func download(_ kind: TableKind, as format: TableDownload, _ call: Call) -> HTTPResponse {
    let request = TableRequest(call: call, isForPeople: format.isForPeople, limit: nil, format: format)
    let name = "\(kind.name).\(format.rawValue)"
    let answer = { @Sendable (bytes: [UInt8]) in
      HTTPResponse(contentType: format.contentType, headers: .attachment(name), body: .bytes(bytes))
    }
    if let write = kind.write {
      return room.answer(format.contentType) {
        try write(format, request, $0)
      } finish: {
        answer($0)
      }
    }
    return room.answer(format.contentType) { reader in
      try kind.make(request, reader)
    } finish: { result in
      answer(try result.bytes(as: format, exhibit: kind.exhibit, named: name))
    }
  }
}

extension TableResult {
  /// A file, as the command line writes it.
  fileprivate func bytes(as format: TableDownload, exhibit: String, named name: String) throws -> [UInt8] {
    if let text = format.text { return table.bytes(as: text) }
    let title = table.head.title
    let exhibits = [Exhibit(exhibit == "Table" && !title.isEmpty ? title : exhibit, table)] + others
    return format == .docx
      ? try TextDocument.bytes(exhibits, named: name) : try Spreadsheet.bytes(exhibits, named: name)
  }
}

extension JSONText {
  fileprivate mutating func members(of option: TableOption) {
    member("name", option.name)
    member("title", option.title)
    member("kind", option.kind.rawValue)
    member("value", option.usual)
    guard option.kind == .choice else { return }
    member("values", option.values) { value, json in
      json.member("value", value.value)
      json.member("title", value.title)
    }
  }

  /// Columns and rows; headings across all columns become a column of their own, the first.
  fileprivate mutating func rows(of table: Table) {
    let columns = (table.head.grouping.map { [$0] } ?? []) + table.head.columns
    member("columns", columns) { column, json in
      json.member("name", column.key)
      json.member("title", column.title)
      json.member("kind", column.kind == .number ? "number" : "text")
    }
    member("rows")
    var (group, rows) = ("", [(group: String, cells: [Table.Cell])]())
    for row in table.rows {
      switch row {
      case .group(let heading): group = heading
      case .cells(let cells): rows.append((group, cells))
      }
    }
    array(rows) { row, json in
      json.array((table.head.grouping == nil ? [] : [Table.Cell(row.group)]) + row.cells) { cell, json in
        json.value(cell)
      }
    }
  }

  private mutating func value(_ cell: Table.Cell) {
    let lines = cell.lines
    guard lines.count > 1 else { return value(lines.first?.text ?? "") }
    array(lines) { line, json in json.value(line.text) }
  }
}
