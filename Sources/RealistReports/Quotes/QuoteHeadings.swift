import RealistAnalysis
import RealistModel

/// The headings and sums of lists of quotes, in words.
public struct QuoteHeadings: Sendable {
  private let participants: [ID<Participant>: Participant]
  private let attribution: AttributionPattern

  public init(participants: [Participant], attribution: AttributionPattern) {
    self.participants = Dictionary(participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.attribution = attribution
  }

  /// `1.2 outcomes/retention: 5 quotes from 3 sources (Participants 1, 2 and 8)`.
  public func text(of group: QuoteGroup) -> String {
    let name = group.path.map { group.number.isEmpty ? $0 : "\(group.number) \($0)" } ?? Quote.noCode
    return "\(name): \(text(of: QuoteTally(group.quotes)))"
  }

  /// `5 quotes from 3 sources (Participants 1, 2 and 8)`.
  public func text(of tally: QuoteTally) -> String {
    let people = tally.participants.compactMap { participants[$0] }
    let list = ParticipantList.text(of: people, attribution: attribution)
    let counts =
      "\(counted(tally.quotes, "quote")) from \(counted(tally.sources.count, "source"))"
    return list.isEmpty ? counts : "\(counts) \(list)"
  }
}
