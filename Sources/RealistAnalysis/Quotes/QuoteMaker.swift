import RealistModel

/// Makes quotes of segments, one at a time; what is the same for many of them is worked out once.
public struct QuoteMaker: Sendable {
  private struct Speaker: Sendable {
    var key: String
    var attribution: String
    var isWithdrawn: Bool
  }

  private let participants: [ID<Participant>: Participant]
  private let codes: CodeTree
  /// What a quote with this code alone bears.
  private let single: [ID<Code>: [String]]
  private let pattern: AttributionPattern
  private let speakers: [ID<Participant>: Speaker]
  /// Whether the attribution differs from source to source.
  private let namesSource: Bool

  public init(participants: [Participant], codes: CodeTree, attribution: AttributionPattern) {
    self.participants = Dictionary(participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    (self.codes, pattern) = (codes, attribution)
    single = Dictionary(
      codes.order.map { ($0.code.id, [$0.path]) }, uniquingKeysWith: { first, _ in first })
    namesSource = attribution.pattern.contains("{source}")
    speakers = self.participants.mapValues { participant in
      Speaker(
        key: participant.key,
        attribution: attribution.attribution(participant: participant, speaker: nil, source: ""),
        isWithdrawn: participant.withdrawn != nil)
    }
  }

  public init(_ study: Study, _ lookup: StudyLookup) {
    self.init(participants: study.participants, codes: lookup.codes, attribution: study.attribution)
  }

  /// The quote of a segment.
  ///
  /// - Parameters:
  ///   - codings: those of the segment; others are not looked for.
  ///   - words: the words and who said them.
  public func quote(
    _ segment: Segment, codings: [Coding], words: QuoteWords, source: Source,
    before: [Quote.ContextTurn] = [], after: [Quote.ContextTurn] = []
  ) -> Quote {
    let speaker = words.participant.flatMap { speakers[$0] }
    let attribution: String
    if let speaker, !namesSource {
      attribution = speaker.attribution
    } else {
      attribution = pattern.attribution(
        participant: words.participant.flatMap { participants[$0] }, speaker: words.speaker,
        source: source.name)
    }
    return Quote(
      segment: segment.id, words: words.words, source: source.name, sourceID: source.id,
      participant: speaker?.key ?? "", participantID: words.participant, attribution: attribution,
      isWithdrawn: speaker?.isWithdrawn ?? hasOnlyWithdrawn(source), codes: paths(codings),
      coders: coders(segment, codings),
      span: segment.span, revision: segment.revision, memo: memo(segment, codings), before: before,
      after: after)
  }

  /// Whether everybody a passage of the source may come from has withdrawn.
  private func hasOnlyWithdrawn(_ source: Source) -> Bool {
    !source.participants.isEmpty && source.participants.allSatisfy { speakers[$0]?.isWithdrawn ?? false }
  }

  private func paths(_ codings: [Coding]) -> [String] {
    if codings.isEmpty { return [] }
    if codings.count == 1 { return single[codings[0].code] ?? [] }
    let places = codings.compactMap { codes.position(of: $0.code) }.sorted()
    return places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }
      .map { codes.order[places[$0]].path }
  }

  /// The note on the passage, then those on why codes were put on it, a line each.
  private func memo(_ segment: Segment, _ codings: [Coding]) -> String {
    if codings.allSatisfy({ $0.memo.isEmpty }) { return segment.memo }
    var notes: [String] = []
    for note in [segment.memo] + codings.map(\.memo) where !note.isEmpty && !notes.contains(note) {
      notes.append(note)
    }
    return notes.joined(separator: "\n")
  }

  private func coders(_ segment: Segment, _ codings: [Coding]) -> [String] {
    var coders: [String] = []
    for coding in codings where !coders.contains(coding.coder) { coders.append(coding.coder) }
    switch coders.count {
    case 0: return [segment.coder]
    case 1: return coders
    default: return coders.sorted()
    }
  }
}
