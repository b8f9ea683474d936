import RealistAnalysis
import RealistModel

/// The words behind claims: every number of a map can be followed back to what a participant said.
public struct ClaimQuotes: Sendable {
  private let lookup: StudyLookup
  private let words: [ID<Segment>: QuoteWords]
  private let attribution: AttributionPattern
  private let sourceOrder: [String: Int]

  /// - Parameter words: the words of each segment; a passage without words is told by its source alone.
  public init(_ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]) {
    (self.lookup, self.words, attribution) = (lookup, words, study.attribution)
    sourceOrder = Dictionary(
      study.sources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The passages of a claim, in its order.
  public func quotes(of claim: Claim, bearing: Evidence.Bearing = .supports) -> [EvidenceTrail.Quote] {
    claim.segments.compactMap {
      quote($0, place: claim.origin.place, bearing: bearing, standing: claim.standing)
    }
  }

  /// One passage; `nil` when the study does not have it.
  public func quote(
    _ id: ID<Segment>, place: String, bearing: Evidence.Bearing = .supports,
    standing: Evidence.Standing = .observed
  ) -> EvidenceTrail.Quote? {
    guard let segment = lookup.segments[id], let source = lookup.sources[segment.source] else { return nil }
    let spoken = words[id]
    return EvidenceTrail.Quote(
      words: spoken?.words ?? "",
      attribution: attribution.attribution(
        participant: spoken?.participant.flatMap { lookup.participants[$0] }, speaker: spoken?.speaker,
        source: source.name),
      source: source.name, start: segment.span.start, end: segment.span.end, place: place, bearing: bearing,
      standing: standing)
  }

  /// The trail of some claims: each passage once, sources in the study's order.
  public func trail(_ claims: [Claim], against: [Claim] = []) -> EvidenceTrail {
    let passages =
      claims.flatMap { quotes(of: $0) } + against.flatMap { quotes(of: $0, bearing: .refutes) }
    return EvidenceTrail(
      quotes: passages.distinct, sources: names(claims),
      participants: Set(claims.compactMap(\.person)).sorted(),
      direct: names(claims.filter { $0.ground == .stated }),
      refuting: names(against))
  }

  private func names(_ claims: [Claim]) -> [String] {
    Set(claims.map(\.source)).sorted {
      (sourceOrder[$0] ?? Int.max, $0) < (sourceOrder[$1] ?? Int.max, $1)
    }
  }
}

extension Claim.Origin {
  /// `link`, `CMO2`, `passage`.
  public var place: String {
    switch self {
    case .drawn: "link"
    case .configuration(let number): "CMO\(number)"
    case .linkedCoding: "passage"
    }
  }
}
