import RealistFormats
import RealistModel

/// A configuration as `configurations.md` says it: codes by path, theory by key, quotes as words that are yet to be found.
public struct NotatedConfiguration: Hashable, Sendable {
  /// The number in the heading, `2` of `## CMO 2: …`; `nil` when the heading has none.
  public var number: Int?
  public var key: String
  public var title: String
  /// The key of the theory.
  public var theory: String?
  public var status: Configuration.Status
  public var group: String
  /// The statement as written, its line breaks included.
  public var statement: String
  public var elements: [NotatedElement]
  public var evidence: [NotatedEvidence]
  public var confidence: Confidence
  /// Where it begins.
  public var place: TextPlace

  public init(
    number: Int? = nil, key: String, title: String = "", theory: String? = nil,
    status: Configuration.Status = .proposed, group: String = "", statement: String = "",
    elements: [NotatedElement] = [], evidence: [NotatedEvidence] = [],
    confidence: Confidence = Confidence(), place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.number, self.key, self.title, self.theory) = (number, key, title, theory)
    (self.status, self.group, self.statement) = (status, group, statement)
    (self.elements, self.evidence, self.place) = (elements, evidence, place)
    self.confidence = confidence
  }

  /// The labels `C1`, `M1`, `M2`, `O1` of the elements, in order.
  public var labels: [String] {
    var counts: [String: Int] = [:]
    return elements.map { element in
      counts[element.letter, default: 0] += 1
      return "\(element.letter)\(counts[element.letter, default: 0])"
    }
  }
}

/// One tagged clause of a statement.
public struct NotatedElement: Hashable, Sendable {
  public var letter: String
  /// The clause as a table cell, see ``StatementClause``.
  public var text: String
  /// The path of the code; `nil` for a bare tag.
  public var code: String?
  public var valence: Element.Valence?
  public var level: String
  public var beneficiary: String
  /// Where the tag stands.
  public var place: TextPlace

  public init(
    letter: String, text: String, code: String? = nil, valence: Element.Valence? = nil, level: String = "",
    beneficiary: String = "", place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.letter, self.text, self.code, self.valence) = (letter, text, code, valence)
    (self.level, self.beneficiary, self.place) = (level, beneficiary, place)
  }
}

/// One evidence line: `- M1 supports P02 "quote" (anticipated)`.
public struct NotatedEvidence: Hashable, Sendable {
  /// `["M1"]`, `["C1", "M1"]`; empty for the whole configuration.
  public var labels: [String]
  public var bearing: Evidence.Bearing
  public var quote: NotatedQuote
  public var standing: Evidence.Standing
  /// Empty when the line does not say.
  public var coder: String
  /// `nil` when the line does not say.
  public var created: Timestamp?
  public var note: String
  /// Where the line's target stands.
  public var place: TextPlace

  public init(
    labels: [String], bearing: Evidence.Bearing = .supports, quote: NotatedQuote,
    standing: Evidence.Standing = .observed, coder: String = "", created: Timestamp? = nil, note: String = "",
    place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.labels, self.bearing, self.quote, self.standing) = (labels, bearing, quote, standing)
    (self.coder, self.created, self.note, self.place) = (coder, created, note, place)
  }
}

/// A quote as people write it down: source, words, and what tells it from the same words elsewhere.
public struct NotatedQuote: Hashable, Sendable {
  public var source: String
  public var words: String
  /// Which of several places, from 1.
  public var occurrence: Int?
  /// The exact span, when the words alone would not lead back to it.
  public var span: TextSpan?
  /// The revision of the span; `nil` for the newest.
  public var revision: Int?
  /// Where the words begin.
  public var place: TextPlace

  public init(
    source: String, words: String, occurrence: Int? = nil, span: TextSpan? = nil, revision: Int? = nil,
    place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.source, self.words, self.occurrence) = (source, words, occurrence)
    (self.span, self.revision, self.place) = (span, revision, place)
  }
}
