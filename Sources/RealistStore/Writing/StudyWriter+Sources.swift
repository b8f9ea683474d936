import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a source without its texts.
  ///
  /// - Throws: ``StoreError/taken(_:name:)`` when another source has the name.
  public func put(_ source: Source) throws {
    try requireFree(source.name, in: "source", column: "name", for: source.id, kind: .source)
    try put(
      "source", "id name title kind mode date minutes revision length words position", source.id, source.name,
      source.title, source.kind.rawValue, source.mode, source.date, source.minutes, source.revision,
      source.length,
      source.words, try position(of: source.id, in: "source"))
    try putList("source_participant", "source", "participant", source.id, source.participants)
    try putValues("source", source.id, source.attributes)
  }

  /// Removes a source with its revisions, segments, codings and the evidence they are. The words themselves stay in the file, so that
  /// this can be undone.
  public func removeSource(_ id: ID<Source>) throws {
    for segment in try reader.segments(of: id) { try removeSegment(segment.id) }
    try delete(from: "turn", where: "source", is: id)
    try delete(from: "revision", where: "source", is: id)
    try delete(from: "source_participant", where: "source", is: id)
    try delete(from: "source_value", where: "source", is: id)
    try delete(from: "framework", where: "source", is: id)
    try delete(from: "memo", where: "subject", is: id)
    try delete(from: "source", where: "id", is: id)
  }

  /// Links every turn of a speaker to a participant, or to nobody, in all revisions of a source.
  public func link(speaker: String, to participant: ID<Participant>?, in source: ID<Source>) throws {
    try statement("UPDATE turn SET participant = ? WHERE source = ? AND speaker = ?")
      .run(participant, source, speaker)
  }

  /// Adds a source with its first text; length and words of the source are set from it.
  public func add(_ source: Source, _ revision: Revision) throws {
    try put(source.measured(by: revision))
    try insert(revision)
  }

  /// Adds a corrected text as the newest revision and moves segments over to it.
  ///
  /// - Parameters:
  ///   - revision: its number is the one after the newest.
  ///   - carried: where each segment goes in the new text. A segment that is not among them stays with its old revision, so nothing is
  ///     dropped. Two segments that come to lie on one span become one, with the codings and evidence of both.
  public func revise(
    _ source: Source, with revision: Revision, carried: [(segment: ID<Segment>, to: TextSpan)]
  ) throws {
    try put(source.measured(by: revision))
    try insert(revision)
    try carry(carried, to: revision.number, of: source.id, text: revision.text)
  }

  /// Moves segments of older revisions over to a newer one, as ``revise(_:with:carried:)`` does.
  public func carry(
    _ carried: [(segment: ID<Segment>, to: TextSpan)], to number: Int, of source: ID<Source>, text: SourceText
  ) throws {
    let move = try statement(
      #"UPDATE segment SET revision = ?, start = ?, "end" = ?, check_value = ? WHERE id = ?"#)
    for (segment, span) in carried {
      if let there = try reader.segment(at: span, of: source, revision: number), there.id != segment {
        try mergeSegment(segment, into: there.id)
      } else {
        try move.run(number, span.start, span.end, text.check(span), segment)
      }
    }
  }

  /// Writes a revision: text and original bytes once for each content, turns, and the full-text index of a new content.
  func insert(_ revision: Revision) throws {
    let text = try keep(textOf: revision)
    let original = try revision.original.map { try keep($0.bytes) }
    try put(
      "revision", key: "source number",
      "source number text original original_name format encoding imported reason notes", revision.source,
      revision.number, text, original, revision.original?.name ?? "", revision.original?.format ?? "",
      revision.original?.encoding ?? "", revision.imported, revision.reason,
      revision.notes.joined(separator: "\n"))
    let insert = try statement(
      """
      INSERT INTO turn (source, revision, position, start, "end", speaker, participant, begins, ends, question)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for (position, turn) in revision.turns.enumerated() {
      try insert.run(
        revision.source, revision.number, position, turn.span.start, turn.span.end, turn.speaker,
        turn.participant,
        turn.begins, turn.ends, turn.question)
    }
  }

  /// Keeps bytes under their hash; the same bytes are kept once.
  private func keep(_ bytes: [UInt8]) throws -> SHA256Digest {
    let hash = SHA256Digest(of: bytes)
    try statement("INSERT INTO content (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING").run(hash, bytes)
    return hash
  }

  /// Keeps a text and, when it is new to the file, indexes its passages.
  private func keep(textOf revision: Revision) throws -> SHA256Digest {
    let hash = try keep(Array(revision.text.string.utf8))
    guard try !connection.exists("SELECT 1 FROM passage WHERE content = \(hash)") else { return hash }
    let place = try statement(#"INSERT INTO passage (content, start, "end") VALUES (?, ?, ?)"#)
    let index = try statement("INSERT INTO search (rowid, words) VALUES (?, ?)")
    for span in Passages.spans(of: revision.text, turns: revision.turns) {
      try place.run(hash, span.start, span.end)
      try index.run(connection.lastInsertedRowID, revision.text[span])
    }
    return hash
  }
}

extension Source {
  /// The source with the number, length and words of its newest revision. Words are those said in the turns, or of the whole text where
  /// there are none: a speaker's label is not a word of the interview.
  public func measured(by revision: Revision) -> Source {
    var source = self
    (source.revision, source.length) = (revision.number, revision.text.length)
    source.words =
      revision.turns.isEmpty
      ? revision.text.wordCount
      : revision.turns.reduce(0) { $0 + SourceText.wordCount(of: revision.text[$1.span]) }
    return source
  }
}
