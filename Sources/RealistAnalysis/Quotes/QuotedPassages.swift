import RealistModel

/// The passages behind a number, as they may be printed: words, who said them, where.
public struct QuotedPassages: Sendable {
  /// One passage.
  public struct Item: Sendable {
    public var segment: Segment
    /// Empty when they were not handed in, or when everybody they may come from has withdrawn.
    public var words: String
    /// `(Participant 5)`.
    public var attribution: String
    public var source: Source?
    public var participant: Participant?
    /// Whether everybody it may come from has withdrawn: then it counts for nothing and its words are not to be printed.
    public var isWithdrawn: Bool
  }

  private let lookup: StudyLookup
  private let attribution: AttributionPattern
  private let words: [ID<Segment>: QuoteWords]

  public init(_ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]) {
    (self.lookup, attribution, self.words) = (lookup, study.attribution, words)
  }

  /// The passage of a segment; `nil` when the study has none of that id.
  public subscript(id: ID<Segment>) -> Item? {
    guard let segment = lookup.segments[id] else { return nil }
    let source = lookup.sources[segment.source]
    let spoken = words[id]
    let participant = participant(spoken, source)
    let isWithdrawn = isWithdrawn(participant, source)
    return Item(
      segment: segment, words: isWithdrawn ? "" : spoken?.words ?? "",
      attribution: attribution.attribution(
        participant: participant, speaker: spoken?.speaker, source: source?.name ?? ""),
      source: source, participant: participant, isWithdrawn: isWithdrawn)
  }

  /// Who said it: the speaker, else the only participant of the source where it is no document.
  private func participant(_ spoken: QuoteWords?, _ source: Source?) -> Participant? {
    if let id = spoken?.participant { return lookup.participants[id] }
    guard spoken?.speaker == nil, let source, source.participants.count == 1 else { return nil }
    return lookup.participants[source.participants[0]]
  }

  private func isWithdrawn(_ participant: Participant?, _ source: Source?) -> Bool {
    if let participant { return participant.withdrawn != nil }
    let present = (source?.participants ?? []).compactMap { lookup.participants[$0] }
    return !present.isEmpty && present.allSatisfy { $0.withdrawn != nil }
  }
}
