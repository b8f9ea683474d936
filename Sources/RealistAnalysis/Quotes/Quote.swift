import RealistModel

/// A segment as it is read: the words, who said them, where, and what codes they bear.
public struct Quote: Hashable, Sendable {
  /// Words around the quote, said by one speaker.
  public struct ContextTurn: Hashable, Sendable {
    public var speaker: String?
    public var words: String

    public init(speaker: String?, words: String) { (self.speaker, self.words) = (speaker, words) }
  }

  public var segment: ID<Segment>
  public var words: String
  /// The source's short name.
  public var source: String
  public var sourceID: ID<Source>
  /// The pseudonym of who said it; empty when nobody is named.
  public var participant: String
  public var participantID: ID<Participant>?
  /// `(Participant 5)`.
  public var attribution: String
  /// Whether who said it has withdrawn.
  public var isWithdrawn: Bool
  /// Paths in codebook order; empty for a highlight.
  public var codes: [String]
  /// Who put codes on it, or who marked it where it bears none; sorted.
  public var coders: [String]
  /// In Unicode scalars of the revision.
  public var span: TextSpan
  public var revision: Int
  /// The note on the passage, then those on its codings, a line each.
  public var memo: String
  /// What was said before and after, when it was asked for.
  public var before: [ContextTurn]
  public var after: [ContextTurn]

  public init(
    segment: ID<Segment>, words: String, source: String, sourceID: ID<Source>, participant: String = "",
    participantID: ID<Participant>? = nil, attribution: String, isWithdrawn: Bool = false,
    codes: [String] = [],
    coders: [String] = [], span: TextSpan, revision: Int = 1, memo: String = "", before: [ContextTurn] = [],
    after: [ContextTurn] = []
  ) {
    (self.segment, self.words, self.source, self.sourceID) = (segment, words, source, sourceID)
    (self.participant, self.participantID, self.attribution) = (participant, participantID, attribution)
    (self.isWithdrawn, self.codes, self.coders, self.span) = (isWithdrawn, codes, coders, span)
    (self.revision, self.memo, self.before, self.after) = (revision, memo, before, after)
  }
}
