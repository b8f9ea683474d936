import RealistFormats
import RealistModel

/// A code as a row of somebody's table describes it; what the row does not say is `nil`.
public struct TabledCode: Hashable, Sendable {
  /// `outcomes/service/retention`.
  public var path: String
  public var definition: String?
  public var use: String?
  public var not: String?
  public var colour: Colour?
  public var key: String?

  public init(
    path: String, definition: String? = nil, use: String? = nil, not: String? = nil, colour: Colour? = nil,
    key: String? = nil
  ) {
    (self.path, self.definition, self.use, self.not) = (path, definition, use, not)
    (self.colour, self.key) = (colour, key)
  }

  /// `outcomes`, `outcomes/service`, `outcomes/service/retention`.
  public var pathWithAncestors: [String] {
    var walked = ""
    return path.split(separator: "/").map { part in
      walked += walked.isEmpty ? String(part) : "/" + part
      return walked
    }
  }

  /// Writes what the row says over what the code had.
  public func apply(to code: inout Code) {
    if let definition { code.definition = definition }
    if let use { code.use = use }
    if let not { code.not = not }
    if let colour { code.colour = colour }
    if let key { code.hotkey = key }
  }
}

/// A codebook as tables hold it: our own `codebook.csv`, those of other programs, and those typed into a spreadsheet.
///
/// A code is named by a path, or by a name with, perhaps, the name or path of what it stands below. Columns are found by name, whatever
/// the letter case; those that mean nothing here are passed over.
public enum CodebookTable {
  private static let paths = ["path", "code path"]
  private static let names = ["code", "name", "codename", "code name", "tag", "theme", "label"]
  private static let parents = ["parent", "category", "catname", "group", "parent code"]

  /// Reads a table.
  ///
  /// - Parameter separator: what joins the parts of a path in the file, e.g. `.` in Taguette's.
  /// - Returns: the codes in the order of the rows.
  /// - Throws: ``FolderError`` with every problem of the file.
  public static func read(
    _ bytes: [UInt8], file: String, separator: String = "/"
  ) throws(FolderError) -> [TabledCode] {
    var table = try FolderTable(bytes, file: file, required: [])
    table.checkWidths()
    guard let nameColumn = column(table, paths) ?? column(table, names) else {
      let place = TextPlace(line: table.table.headerLine, column: 0)
      throw FolderError([FolderProblem(file, place, .missingColumn("path"))])
    }
    let parentColumn = column(table, paths) == nil ? column(table, parents) : nil
    let ancestors = parentPaths(table, nameColumn, parentColumn)
    var (codes, seen) = ([TabledCode](), Set<String>())
    for row in table.table.rows {
      let name = row[nameColumn].trimmed
      let parent = row[parentColumn].trimmed
      let joined = parent.isEmpty ? name : "\(ancestors[parent] ?? parent)/\(name)"
      let path = separator == "/" ? joined : joined.replacing(separator, with: "/")
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard !name.isEmpty, parts.allSatisfy(Code.isValid(name:)) else {
        table.report(row, name.isEmpty ? .emptyCell(column: table.table.header[nameColumn]) : .badPath(path))
        continue
      }
      guard seen.insert(path).inserted else {
        table.report(row, .duplicate(thing: "code", name: path))
        continue
      }
      codes.append(code(path, row, &table))
    }
    guard table.problems.isEmpty else { throw FolderError(table.problems) }
    return codes
  }

  private static func code(_ path: String, _ row: CSVRow, _ table: inout FolderTable) -> TabledCode {
    func text(_ names: String...) -> String? {
      let value = row[column(table, names)].trimmed
      return value.isEmpty ? nil : value
    }
    var code = TabledCode(
      path: path, definition: text("definition", "description", "memo"), use: text("use", "when to use"),
      not: text("not", "when not to use"), key: text("key", "hotkey"))
    let colourName = column(table, ["colour", "color"]).map { table.table.header[$0] } ?? "colour"
    code.colour = table.value(row, colourName, expected: "a colour such as #0072b2") { Colour($0) }
    return code
  }

  /// The path of each name that is a parent of another and has a parent itself; names that go round in a circle keep the path reached so
  /// far.
  private static func parentPaths(_ table: FolderTable, _ name: Int, _ parent: Int?) -> [String: String] {
    guard let parent else { return [:] }
    var above: [String: String] = [:]
    for row in table.table.rows where !row[parent].trimmed.isEmpty {
      above[row[name].trimmed] = row[parent].trimmed
    }
    var paths: [String: String] = [:]
    for start in Set(above.values) {
      var (path, walked, seen) = (start, start, Set([start]))
      while let next = above[walked], seen.insert(next).inserted {
        (path, walked) = ("\(next)/\(path)", next)
      }
      paths[start] = path
    }
    return paths
  }

  private static func column(_ table: FolderTable, _ names: [String]) -> Int? {
    names.lazy.compactMap { table.column($0) }.first
  }
}
