import RealistModel
import SQLiteKit

extension StudyReader {
  /// Which configurations the segments of one revision are evidence for, each once.
  public func configurations(
    evidencedIn source: ID<Source>, revision: Int
  ) throws -> [ID<Segment>: [ID<Configuration>]] {
    try related(
      """
      SELECT DISTINCT evidence.segment, evidence.configuration
      FROM segment
      JOIN evidence ON evidence.segment = segment.id
      JOIN configuration ON configuration.id = evidence.configuration
      WHERE segment.source = \(source) AND segment.revision = \(revision)
      ORDER BY configuration.position, configuration.key
      """)
  }

  /// Which configurations a segment is evidence for, each once.
  public func configurations(evidencedBy segment: ID<Segment>) throws -> [ID<Configuration>] {
    try connection.queryAll(
      """
      SELECT DISTINCT configuration.id, configuration.position, configuration.key
      FROM evidence JOIN configuration ON configuration.id = evidence.configuration
      WHERE evidence.segment = \(segment)
      ORDER BY configuration.position, configuration.key
      """
    ) { row in row.id(0) }
  }

  /// The configurations in the study's order with nothing but their keys: the place is the number that people call them by.
  public func configurationKeys() throws -> [(id: ID<Configuration>, key: String)] {
    try connection.queryAll("SELECT id, key FROM configuration ORDER BY position, key") { row in
      (row.id(0), row.text(1))
    }
  }
}
