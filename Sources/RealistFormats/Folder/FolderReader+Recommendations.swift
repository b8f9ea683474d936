import RealistModel

extension FolderReader {
  static let recommendationColumns = ["key", "actor", "action", "rationale", "configurations", "loops"]

  mutating func readRecommendations() throws(FolderError) {
    guard let bytes = files["recommendations.csv"] else { return }
    var table = try FolderTable(bytes, file: "recommendations.csv", required: ["key"])
    table.checkWidths()
    for row in table.table.rows {
      let key = row[table.column("key")].trimmed
      guard NotatedHeading.isKey(key) else {
        table.report(row, key.isEmpty ? .emptyCell(column: "key") : .notation(.badKey(key)))
        continue
      }
      guard !builder.study.recommendations.contains(where: { $0.key == key }) else {
        table.report(row, .duplicate(thing: "recommendation", name: key))
        continue
      }
      let place = TextPlace(line: row.line, column: 0)
      var configurations: [ID<Configuration>] = []
      for name in FolderTable.list(row[table.column("configurations")]) {
        if let id = builder.configuration(name, table.file, place) { configurations.append(id) }
      }
      builder.study.recommendations.append(
        Recommendation(
          id: builder.newID(Recommendation.self, "recommendation", key), key: key,
          actor: row[table.column("actor")],
          action: row[table.column("action")], rationale: row[table.column("rationale")],
          configurations: configurations))
    }
    builder.problems += table.problems
  }

  /// Loops name recommendations and recommendations loops, so the latter are filled in when both are there.
  mutating func readLoopsOfRecommendations() throws(FolderError) {
    guard let bytes = files["recommendations.csv"] else { return }
    let table = try FolderTable(bytes, file: "recommendations.csv", required: ["key"])
    for row in table.table.rows {
      let key = row[table.column("key")].trimmed
      guard let place = builder.study.recommendations.firstIndex(where: { $0.key == key }) else { continue }
      for name in FolderTable.list(row[table.column("loops")]) {
        guard let loop = builder.loop(name, table.file, TextPlace(line: row.line, column: 0)) else {
          continue
        }
        builder.study.recommendations[place].loops.append(loop)
      }
    }
  }
}
