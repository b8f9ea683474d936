import CommandKit
import RealistConsole
import RealistMatrices
import RealistModel
import RealistStore

/// Which codes are the rows of a table, and how closely they are looked at.
struct ZoomOptions: ParameterGroup {
  static let title: String? = "Which codes"

  @Option(
    name: "code", short: "c", help: "Only this code and those below it.", valueName: "PATH",
    completion: .dynamic("codes"))
  var codes: [String] = []
  @Option(help: "Count codes below this level in the code of that level; 1 is the top.", valueName: "N")
  var level: Int?
  @Flag(help: "Count in each code what lies below it too.") var below: Bool
  @Option(
    help: "Count a code that fewer sources speak of in the code above it.", valueName: "SOURCES")
  var smartZoom: Int?

  /// The rows.
  func zoom(of table: CodingTable) throws -> CodeZoom {
    CodeZoom(try kind, of: table, within: try Self.within(codes, table.codes))
  }

  /// The codes of some names; `nil` when none is named, which means all.
  static func within(_ names: [String], _ tree: CodeTree) throws -> Set<ID<Code>>? {
    names.isEmpty ? nil : Set(try names.map { try tree.code(named: $0).code.id })
  }

  var kind: CodeZoom.Kind {
    get throws {
      guard [level != nil, below, smartZoom != nil].count(where: { $0 }) <= 1 else {
        throw Failure.usage("--level, --below and --smart-zoom exclude each other")
      }
      if let level {
        guard level >= 1 else { throw Failure.usage("--level counts from 1, the top") }
        return .level(level)
      }
      if let smartZoom {
        guard smartZoom >= 1 else { throw Failure.usage("--smart-zoom counts sources, from 1") }
        return .smart(minimumSources: smartZoom)
      }
      return below ? .below : .exact
    }
  }
}
