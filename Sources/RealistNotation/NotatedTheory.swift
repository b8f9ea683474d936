import RealistFormats
import RealistModel

/// A programme theory as `theories.md` says it: other theories by key, quotes as words that are yet to be found.
public struct NotatedTheory: Hashable, Sendable {
  public var key: String
  public var title: String
  public var origin: Theory.Origin
  public var versions: [NotatedVersion]
  /// Where it begins.
  public var place: TextPlace

  public init(
    key: String, title: String, origin: Theory.Origin = .analyst, versions: [NotatedVersion] = [],
    place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.key, self.title, self.origin, self.versions, self.place) = (key, title, origin, versions, place)
  }
}

/// One wording of a theory, or what became of it.
public struct NotatedVersion: Hashable, Sendable {
  public var label: String
  public var step: Theory.Step
  public var date: CalendarDate?
  public var statement: String
  public var reason: String
  /// The keys of the theories it went over into.
  public var into: [String]
  public var passages: [NotatedPassage]
  /// What people said when this wording was put to them.
  public var responses: [NotatedResponse]
  public var place: TextPlace

  public init(
    label: String, step: Theory.Step, date: CalendarDate? = nil, statement: String = "", reason: String = "",
    into: [String] = [], passages: [NotatedPassage] = [], responses: [NotatedResponse] = [],
    place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.label, self.step, self.date, self.statement) = (label, step, date, statement)
    (self.reason, self.into, self.passages, self.responses) = (reason, into, passages, responses)
    self.place = place
  }
}

/// `- refutes P05 "words" — note`: a passage that brought a step about.
public struct NotatedPassage: Hashable, Sendable {
  public var bearing: Evidence.Bearing
  public var quote: NotatedQuote
  public var note: String

  public init(bearing: Evidence.Bearing, quote: NotatedQuote, note: String = "") {
    (self.bearing, self.quote, self.note) = (bearing, quote, note)
  }
}

/// `- response falsifies P05 "words" (by Nell Abara, 2026-02-20) — note`.
public struct NotatedResponse: Hashable, Sendable {
  public var kind: TheoryResponse.Kind
  public var quote: NotatedQuote
  /// Empty when the line does not say.
  public var coder: String
  /// `nil` when the line does not say.
  public var created: Timestamp?
  public var note: String

  public init(
    kind: TheoryResponse.Kind, quote: NotatedQuote, coder: String = "", created: Timestamp? = nil,
    note: String = ""
  ) {
    (self.kind, self.quote, self.coder, self.created, self.note) = (kind, quote, coder, created, note)
  }
}
