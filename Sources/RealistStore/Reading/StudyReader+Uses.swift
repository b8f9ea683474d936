import RealistModel
import SQLiteKit

extension StudyReader {
  /// The number of codings with any of some codes.
  public func codingCount(of codes: some Sequence<ID<Code>>) throws -> Int {
    let count = try connection.prepare("SELECT count(*) FROM coding WHERE code = ?")
    return try codes.reduce(0) { sum, code in
      sum + (try count.queryOne(code) { row in row.int(0) } ?? 0)
    }
  }
}
