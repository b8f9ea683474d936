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
      try json.member("tables", TableKind.all) { kind, json in
        json.member("name", kind.name)
        json.member("title", kind.title)
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
    return try ending.map { try download(kind, as: $0, call) } ?? show(kind, call)
  }

  private func show(_ kind: TableKind, _ call: Call) throws -> HTTPResponse {
    try read { reader, json in
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

  private func download(_ kind: TableKind, as format: TableDownload, _ call: Call) throws -> HTTPResponse {
    let request = TableRequest(call: call, isForPeople: format.isForPeople, limit: nil, format: format)
    let result = try store.read { try kind.make(request, $0) }
    let name = "\(kind.name).\(format.rawValue)"
    let title = result.table.head.title
    let exhibits = [Exhibit(title.isEmpty ? kind.title : title, result.table)] + result.others
    let bytes: [UInt8] =
      switch (format.text, format) {
      case (let text?, _): result.table.bytes(as: text)
      case (nil, .docx): try TextDocument.bytes(exhibits, named: name)
      case (nil, _): try Spreadsheet.bytes(exhibits, named: name)
      }
    return HTTPResponse(contentType: format.contentType, headers: .attachment(name), body: .bytes(bytes))
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
