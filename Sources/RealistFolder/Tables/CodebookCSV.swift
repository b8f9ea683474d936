import RealistFormats
import RealistModel

/// `codebook.csv`: path, definition, use, not, colour, key, in tree order.
public enum CodebookCSV {
  static let columns = ["path", "definition", "use", "not", "colour", "key"]

  /// Reads a codebook. A code whose parent has no row of its own gets one; siblings stand in the order of the rows.
  ///
  /// - Parameters:
  ///   - file: the name that problems give.
  ///   - id: the id of the code with a path.
  /// - Returns: the codes, depth first.
  /// - Throws: ``FolderError`` with every problem of the file.
  public static func read(
    _ bytes: [UInt8], file: String = "codebook.csv", id: @escaping (String) -> ID<Code>
  ) throws(FolderError) -> [Code] {
    var table = try FolderTable(bytes, file: file, required: ["path"])
    table.checkWidths()
    var builder = Builder(id: id)
    for row in table.table.rows {
      let path = row[table.column("path")].trimmed
      let names = path.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
      guard names.allSatisfy(Code.isValid(name:)) else {
        table.report(row, path.isEmpty ? .emptyCell(column: "path") : .badPath(path))
        continue
      }
      let colour = table.value(row, "colour", expected: "a colour such as #0072b2") { Colour($0) }
      guard builder.defined.insert(path).inserted else {
        table.report(row, .duplicate(thing: "code", name: path))
        continue
      }
      builder.add(names) { code in
        code.definition = row[table.column("definition")]
        code.use = row[table.column("use")]
        code.not = row[table.column("not")]
        code.hotkey = row[table.column("key")].trimmed
        code.colour = colour
      }
    }
    guard table.problems.isEmpty else { throw FolderError(table.problems) }
    return builder.codes
  }

  private struct Builder {
    let id: (String) -> ID<Code>
    var defined: Set<String> = []
    private var places: [String: Int] = [:]
    private var children: [String: Int] = [:]
    private var made: [Code] = []

    init(id: @escaping (String) -> ID<Code>) { self.id = id }

    mutating func add(_ names: [String], _ fill: (inout Code) -> Void) {
      var (path, parent) = ("", ID<Code>?.none)
      for name in names {
        let parentPath = path
        path = path.isEmpty ? name : "\(path)/\(name)"
        if places[path] == nil {
          places[path] = made.count
          made.append(
            Code(id: id(path), parent: parent, name: name, position: children[parentPath, default: 0]))
          children[parentPath, default: 0] += 1
        }
        parent = places[path].map { made[$0].id }
      }
      if let place = places[path] { fill(&made[place]) }
    }

    /// Depth first. The tree of codes made here has neither orphans nor cycles.
    var codes: [Code] { (try? CodeTree(made))?.order.map(\.code) ?? made }
  }

  /// The file, depth first.
  public static func write(_ tree: CodeTree) -> [UInt8] {
    var writer = CSVWriter()
    writer.append(row: columns)
    for node in tree.order {
      let code = node.code
      writer.append(row: [
        node.path, code.definition, code.use, code.not, code.colour?.description ?? "", code.hotkey,
      ])
    }
    return writer.bytes
  }
}
