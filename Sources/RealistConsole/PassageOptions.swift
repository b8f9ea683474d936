import CommandKit
import RealistAnalysis
import RealistModel
import RealistStore

/// Which passages are counted.
package struct PassageOptions: ParameterGroup {
  package static let title: String? = "Which passages"

  @Option(
    name: "where", help: "Where this holds of who said it and of the source; or a saved query, @NAME.",
    valueName: "CONDITION")
  var condition: String?
  @Option(help: "From this source.", valueName: "NAME", completion: .dynamic("sources"))
  var source: [String] = []
  @Option(help: "Coded by this coder.", valueName: "NAME") var byCoder: String?

  package init() {}

  private func answering(_ reader: StudyReader, _ parts: CodingTable.Part) throws -> CodingTable {
    guard let condition else { return try reader.codingTable(parts) }
    if condition.hasPrefix("@") {
      let query = try reader.query(condition)
      let table = try reader.codingTable(parts.union(query.parts))
      return table.filtered(to: query.passages(in: table))
    }
    let filter = try Filter(condition, attributes: try reader.attributes())
    let own: CodingTable.Part = filter.subjects.contains(.participant) ? .turns : []
    return try reader.codingTable(parts.union(own)).filtered(by: filter)
  }

  /// Reads the codings that count, with those parts of the table that are needed.
  package func table(_ reader: StudyReader, _ parts: CodingTable.Part) throws -> CodingTable {
    var table = try answering(reader, parts)
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
