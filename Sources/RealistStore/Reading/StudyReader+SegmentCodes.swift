import RealistModel
import SQLiteKit

extension StudyReader {
  /// Hands on every segment that bears a code, of any revision, one at a time, in the order in which they were marked. No text is read.
  public func forEachCodedSegment(_ body: (SegmentCodes) throws -> Void) throws {
    var speakers = SpeakerLookup(reader: self)
    try forEachSegment { place, span, codes in
      guard !codes.isEmpty else { return }
      let participant = try speakers.participant(of: span, in: place)
      try body(SegmentCodes(source: place.source, participant: participant, codes: codes))
    }
  }

  /// Hands on where each segment is and what codes it bears, one for each coding.
  ///
  /// Two walks side by side, through segments and through codings, both in the order of the segments' ids: to look the codings of each
  /// segment up takes five times as long.
  func forEachSegment(_ body: (RevisionPlace, TextSpan, [ID<Code>]) throws -> Void) throws {
    let codings = try connection.prepare("SELECT segment, code FROM coding ORDER BY segment")
    var (hasCoding, codes) = (try codings.step(), [ID<Code>]())
    try connection.query(#"SELECT id, source, revision, start, "end" FROM segment ORDER BY id"#) { row in
      let segment: ID<Segment> = row.id(0)
      codes.removeAll(keepingCapacity: true)
      while hasCoding {
        let coded: ID<Segment> = codings.row.id(0)
        guard coded <= segment else { break }
        if coded == segment { codes.append(codings.row.id(1)) }
        hasCoding = try codings.step()
      }
      try body(
        RevisionPlace(source: row.id(1), number: row.int(2)),
        try TextSpan(start: row.int(3), end: row.int(4)), codes)
    }
  }
}

/// Tells who said a span; keeps the turns of the revisions it was asked about last.
private struct SpeakerLookup {
  let reader: StudyReader
  private var known: [RevisionPlace: [Turn]] = [:]
  private var last: (place: RevisionPlace, turns: [Turn])?

  /// So many revisions, that memory does not grow with the study; people code one source after the other.
  private static let capacity = 32

  init(reader: StudyReader) { self.reader = reader }

  mutating func participant(of span: TextSpan, in place: RevisionPlace) throws -> ID<Participant>? {
    if let last, last.place == place { return last.turns.participant(of: span) }
    let turns = try known[place] ?? reader.speakingTurns(of: place)
    if known.count >= Self.capacity { known.removeAll() }
    known[place] = turns
    last = (place, turns)
    return turns.participant(of: span)
  }
}

extension StudyReader {
  /// The turns of a revision in order, without names, times and questions.
  fileprivate func speakingTurns(of place: RevisionPlace) throws -> [Turn] {
    try connection.queryAll(
      """
      SELECT start, "end", participant
      FROM turn
      WHERE source = \(place.source) AND revision = \(place.number)
      ORDER BY position
      """
    ) { row in
      Turn(span: try TextSpan(start: row.int(0), end: row.int(1)), participant: row.optionalID(2))
    }
  }
}
