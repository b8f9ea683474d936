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

  /// Who said the words of each segment, where one participant said all of them. Turns of a revision are read once, its text is not.
  public func speakers(of segments: some Sequence<Segment>) throws -> [ID<Segment>: ID<Participant>] {
    var speakers: [ID<Segment>: ID<Participant>] = [:]
    for (place, group) in Dictionary(
      grouping: segments, by: { RevisionPlace(source: $0.source, number: $0.revision) })
    {
      let turns = try turns(of: place.source, revision: place.number)
      for segment in group {
        if let speaker = turns.participant(of: segment.span) { speakers[segment.id] = speaker }
      }
    }
    return speakers
  }
}
