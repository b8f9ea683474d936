import RealistFolder
import RealistModel
import RealistStore

/// New ids for what a file brings, whatever its natural key.
struct WriterIDs: NaturalIDs {
  let writer: StudyWriter

  func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity> { writer.newID() }
}

extension StudyReader {
  /// The text of a revision with its turns, each read once.
  public func texts() -> (ID<Source>, Int) -> TextWithTurns? {
    var known: [ID<Source>: [Int: TextWithTurns]] = [:]
    return { source, revision in
      if let text = known[source]?[revision] { return text }
      guard let text = try? self.text(of: source, revision: revision),
        let turns = try? self.turns(of: source, revision: revision)
      else { return nil }
      known[source, default: [:]][revision] = (text, turns)
      return (text, turns)
    }
  }
}

extension StudyWriter {
  /// What resolves the names of a file in this study; who coded is said only where the file says it, the journal knows who imported.
  public func builder(_ study: Study) -> StudyBuilder {
    StudyBuilder(
      study: study, coder: "", moment: time, ids: WriterIDs(writer: self), text: reader.texts())
  }

  /// Writes the segments that a builder made.
  ///
  /// - Returns: the id that each has in the study, where its span may have had a segment before; and how many are new.
  public func keep(_ segments: [Segment]) throws -> (ids: [ID<Segment>: ID<Segment>], made: Int) {
    var (ids, made) = ([ID<Segment>: ID<Segment>](), 0)
    for segment in segments {
      if let known = try reader.segment(at: segment.span, of: segment.source, revision: segment.revision) {
        ids[segment.id] = known.id
        continue
      }
      var segment = segment
      (segment.coder, segment.created) = (coder, time)
      try put(segment)
      ids[segment.id] = segment.id
      made += 1
    }
    return (ids, made)
  }
}
