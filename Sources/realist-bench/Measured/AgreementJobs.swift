import RealistSamples
import SQLiteKit

extension RawProcesses {
  /// The two coders of the sample; `realist tag` was measured before, with a coder of its own.
  static var agree: [String] {
    ["agree", "--format", "csv"] + Sample.coders.flatMap { ["--coder", $0] }
  }

  /// Reads what agreement is made of, source by source and in order of place, and counts how many codings of each code there are.
  static func agreement(_ file: String) throws {
    var counts: [UInt64: Int] = [:]
    try Connection(path: file, mode: .readOnly).query(
      """
      SELECT segment.source, segment.start, segment."end", coding.code, coding.coder
      FROM segment JOIN coding ON coding.segment = segment.id
      ORDER BY segment.source, segment.revision, segment.start
      """
    ) { row in counts[row.uuid(3)?.low ?? 0, default: 0] += row.int(2) - row.int(1) }
    for count in counts.values.sorted() { print(count) }
  }
}
