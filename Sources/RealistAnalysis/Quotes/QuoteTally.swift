import RealistModel

/// How many quotes went by, and from whom.
public struct QuoteTally: Hashable, Sendable {
  public private(set) var quotes = 0
  public private(set) var sources: Set<ID<Source>> = []
  public private(set) var participants: Set<ID<Participant>> = []
  /// Quotes nobody is named for.
  public private(set) var unattributed = 0

  public init() {}

  public init(_ quotes: some Sequence<Quote>) { for quote in quotes { add(quote) } }

  public mutating func add(_ quote: Quote) {
    quotes += 1
    sources.insert(quote.sourceID)
    if let participant = quote.participantID { participants.insert(participant) } else { unattributed += 1 }
  }
}
