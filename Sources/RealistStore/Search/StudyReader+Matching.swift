import RealistModel

/// How much around the words that a search found is meant.
public enum MatchUnit: String, Hashable, Sendable, CaseIterable {
  /// The words themselves.
  case match
  /// The sentences they stand in.
  case sentence
  /// The turn, or the paragraph of a text without turns.
  case turn
}

/// Passages of one source's newest text.
public struct SourcePassages: Sendable {
  public var source: Source
  public var text: SourceText
  public var turns: [Turn]
  /// In order of place, each once.
  public var spans: [TextSpan]
}

extension StudyReader {
  /// Hands on what a search finds in newest revisions, one source at a time, in the study's order.
  ///
  /// - Parameter sources: only these; `nil` for all.
  /// - Throws: ``StoreError/badSearch(reason:)``.
  public func forEachMatch(
    _ query: String, unit: MatchUnit, sources: Set<ID<Source>>? = nil, _ body: (SourcePassages) throws -> Void
  ) throws {
    let hits = Dictionary(grouping: try search(query, limit: Int.max), by: \.source)
    for source in try self.sources() where sources?.contains(source.id) ?? true {
      guard let hits = hits[source.name] else { continue }
      let text = try text(of: source.id, revision: source.revision)
      let spans = try hits.flatMap { try Self.spans(of: $0, unit: unit, in: text) }
      try body(
        SourcePassages(
          source: source, text: text, turns: try turns(of: source.id, revision: source.revision),
          spans: Set(spans).sorted()))
    }
  }

  private static func spans(of hit: SearchHit, unit: MatchUnit, in text: SourceText) throws -> [TextSpan] {
    switch unit {
    case .match: try hit.matches.map { try text.span(covering: $0.range).span }
    case .turn: [hit.passage]
    case .sentence:
      text.sentences(in: hit.passage).filter { sentence in hit.matches.contains { $0.overlaps(sentence) } }
    }
  }

  /// Hands on the turns of a speaker, one source at a time, in the study's order.
  ///
  /// - Parameters:
  ///   - name: a participant's pseudonym, or the name in the transcript; letter case matters only where it tells two apart.
  ///   - sources: only these; `nil` for all.
  /// - Throws: ``StoreError/unknown(_:name:nearest:)`` when nobody is called so.
  public func forEachTurn(
    of name: String, sources: Set<ID<Source>>? = nil, _ body: (SourcePassages) throws -> Void
  ) throws {
    let participant = try participants().first { $0.key.lowercased() == name.lowercased() }?.id
    let speakers = try speakers()
    let exact = speakers.contains { $0.isIdentical(to: name) }
    let wanted = Set(exact ? [name] : speakers.filter { $0.lowercased() == name.lowercased() })
    guard participant != nil || !wanted.isEmpty else {
      let known = speakers + (try participants().map(\.key))
      throw StoreError.unknown(
        .participant, name: name, nearest: Suggestion.nearest(to: name, in: Array(Set(known)).sorted()))
    }
    for source in try self.sources() where sources?.contains(source.id) ?? true {
      let turns = try turns(of: source.id, revision: source.revision)
      let said = turns.filter { turn in
        if let participant, turn.participant == participant { return true }
        return turn.speaker.map(wanted.contains) ?? false
      }
      guard !said.isEmpty else { continue }
      try body(
        SourcePassages(
          source: source, text: try text(of: source.id, revision: source.revision), turns: turns,
          spans: said.map(\.span)))
    }
  }

  /// Every name that stands before a turn, sorted.
  public func speakers() throws -> [String] {
    try connection.queryAll("SELECT DISTINCT speaker FROM turn WHERE speaker IS NOT NULL ORDER BY speaker") {
      row in row.text(0)
    }
  }
}
