import RealistFormats
import RealistModel
import RealistNotation

/// `recommendations.csv`: key, actor, action, rationale, and the keys of the configurations and loops they follow from.
public enum RecommendationsCSV {
  /// Its name in a study folder.
  public static let file = "recommendations.csv"
  static let columns = ["key", "actor", "action", "rationale", "configurations", "loops"]

  /// The file, in the study's order; an id that nothing in the study has is written as it is.
  public static func write(_ study: Study) -> [UInt8] {
    let configurations = Dictionary(study.configurations.map { ($0.id, $0.key) }) { first, _ in first }
    let loops = Dictionary(study.loops.map { ($0.id, $0.key) }) { first, _ in first }
    var writer = CSVWriter()
    writer.append(row: columns)
    for one in study.recommendations {
      writer.append(row: [
        one.key, one.actor, one.action, one.rationale,
        one.configurations.map { configurations[$0] ?? $0.description }.joined(separator: "; "),
        one.loops.map { loops[$0] ?? $0.description }.joined(separator: "; "),
      ])
    }
    return writer.bytes
  }
}

extension StudyBuilder {
  /// Adds the recommendations of a file, without the loops they name: those may name recommendations themselves.
  ///
  /// - Parameter file: the name that problems give.
  public mutating func addRecommendations(
    _ bytes: [UInt8], file: String = RecommendationsCSV.file
  ) throws(FolderError) {
    var table = try FolderTable(bytes, file: file, required: ["key"])
    table.checkWidths()
    for row in table.table.rows {
      let key = row[table.column("key")].trimmed
      guard NotatedHeading.isKey(key) else {
        table.report(row, key.isEmpty ? .emptyCell(column: "key") : .notation(.badKey(key)))
        continue
      }
      guard !study.recommendations.contains(where: { $0.key == key }) else {
        table.report(row, .duplicate(thing: "recommendation", name: key))
        continue
      }
      let place = TextPlace(line: row.line, column: 0)
      var configurations: [ID<Configuration>] = []
      for name in FolderTable.list(row[table.column("configurations")]) {
        if let id = configuration(name, table.file, place) { configurations.append(id) }
      }
      study.recommendations.append(
        Recommendation(
          id: newID(Recommendation.self, "recommendation", key), key: key,
          actor: row[table.column("actor")], action: row[table.column("action")],
          rationale: row[table.column("rationale")], configurations: configurations))
    }
    problems += table.problems
  }

  /// Fills in the loops that the recommendations of a file name, when both are there.
  public mutating func addLoopsOfRecommendations(
    _ bytes: [UInt8], file: String = RecommendationsCSV.file
  ) throws(FolderError) {
    let table = try FolderTable(bytes, file: file, required: ["key"])
    for row in table.table.rows {
      let key = row[table.column("key")].trimmed
      guard let place = study.recommendations.firstIndex(where: { $0.key == key }) else { continue }
      for name in FolderTable.list(row[table.column("loops")]) {
        guard let loop = loop(name, table.file, TextPlace(line: row.line, column: 0)) else { continue }
        study.recommendations[place].loops.append(loop)
      }
    }
  }
}
