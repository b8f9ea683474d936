/// A span of one source revision: a quote. A span has at most one segment, however many codings.
public struct Segment: Entity {
  public var id: ID<Segment>
  public var source: ID<Source>
  /// The revision the span is measured in.
  public var revision: Int
  public var span: TextSpan
  /// Of the span's words.
  public var check: QuoteCheck
  public var coder: String
  public var created: Timestamp
  /// A note on the passage; empty when there is none.
  public var memo: String

  public init(
    id: ID<Segment>, source: ID<Source>, revision: Int = 1, span: TextSpan, check: QuoteCheck, coder: String,
    created: Timestamp, memo: String = ""
  ) {
    (self.id, self.source, self.revision, self.span, self.check) = (id, source, revision, span, check)
    (self.coder, self.created, self.memo) = (coder, created, memo)
  }
}

/// A code put on a segment by a coder. The same coding by the same coder exists once.
public struct Coding: Entity {
  public var id: ID<Coding>
  public var segment: ID<Segment>
  public var code: ID<Code>
  public var coder: String
  public var created: Timestamp
  /// Why; empty when there is nothing to say.
  public var memo: String

  public init(
    id: ID<Coding>, segment: ID<Segment>, code: ID<Code>, coder: String, created: Timestamp, memo: String = ""
  ) {
    (self.id, self.segment, self.code, self.coder) = (id, segment, code, coder)
    (self.created, self.memo) = (created, memo)
  }
}

/// The words of a segment and who said them, read from the text.
public struct QuoteWords: Hashable, Sendable {
  public var words: String
  /// Who said them; `nil` when the passage crosses participants or nobody is named.
  public var participant: ID<Participant>?
  public var speaker: String?

  public init(words: String, participant: ID<Participant>? = nil, speaker: String? = nil) {
    (self.words, self.participant, self.speaker) = (words, participant, speaker)
  }
}
