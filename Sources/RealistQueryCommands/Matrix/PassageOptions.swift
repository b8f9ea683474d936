import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistStore

/// Which passages are counted.
struct PassageOptions: ParameterGroup {
  static let title: String? = "Which passages"

  @Option(name: "where", help: "Where this holds of who said it and of the source.", valueName: "CONDITION")
  var condition: String?
  @Option(help: "From this source.", valueName: "NAME", completion: .dynamic("sources"))
  var source: [String] = []
  @Option(help: "Coded by this coder.", valueName: "NAME") var byCoder: String?

  /// Reads the codings that count, with those parts of the table that are needed.
  func table(_ reader: StudyReader, _ parts: CodingTable.Part) throws -> CodingTable {
    let filter = try condition.map { try Filter($0, attributes: try reader.attributes()) }
    var parts = parts
    if filter?.subjects.contains(.participant) ?? false { parts.insert(.turns) }
    var table = try reader.codingTable(parts)
    if let filter { table = table.filtered(by: filter) }
    if let sources = try reader.sourceIDs(named: source) {
      let wanted = table.sources.map { sources.contains($0.id) }
      table = table.filtered(passages: { wanted[Int($0.source)] })
    }
    if let byCoder {
      guard let coder = table.coders.firstIndex(of: byCoder) else {
        throw Failure(
          "nobody called '\(byCoder)' has coded",
          hint: table.coders.isEmpty ? nil : "those who have: \(table.coders.joined(separator: ", "))",
          exitCode: Exit.noInput)
      }
      table = table.filtered(marks: { $0.coder == Int32(coder) })
    }
    return table
  }
}
