import RealistModel

/// The passages that speak to an element or to a whole configuration.
///
/// What a participant said who has since withdrawn is kept apart: it counts for nothing and its words are not to be printed.
public struct EvidenceBase: Hashable, Sendable {
  /// One passage in its bearing.
  public struct Item: Hashable, Sendable {
    public var evidence: Evidence
    public var source: Source?
    public var participant: Participant?
    /// The words; empty when they were not handed in.
    public var words: String
    /// `(Participant 5)`.
    public var attribution: String
    /// The labels of the elements it speaks to, `["M1", "O1"]`; empty for the whole configuration.
    public var labels: [String]
    /// Whether everybody it may come from has withdrawn.
    public var isWithdrawn: Bool

    public init(
      evidence: Evidence, source: Source?, participant: Participant?, words: String, attribution: String,
      labels: [String], isWithdrawn: Bool
    ) {
      (self.evidence, self.source, self.participant) = (evidence, source, participant)
      (self.words, self.attribution, self.labels) = (words, attribution, labels)
      self.isWithdrawn = isWithdrawn
    }
  }

  /// In the study's order.
  public var items: [Item]

  public init(items: [Item] = []) { self.items = items }

  /// The passages of a bearing that may be used.
  public func items(_ bearing: Evidence.Bearing) -> [Item] {
    items.filter { $0.evidence.bearing == bearing && !$0.isWithdrawn }
  }

  public var withdrawn: [Item] { items.filter(\.isWithdrawn) }

  /// The distinct sources of the passages that support or refine, in order of appearance.
  public var sources: [Source] { backing.compactMap(\.source).distinct { $0.id } }

  /// The distinct participants whose words support or refine, in order of appearance.
  public var participants: [Participant] { backing.compactMap(\.participant).distinct { $0.id } }

  /// The distinct sources of the passages that refute.
  public var refutingSources: [Source] { items(.refutes).compactMap(\.source).distinct { $0.id } }

  /// How many usable passages make a claim of each standing, in the order of the standings; those without any are left out.
  public var standings: [(standing: Evidence.Standing, count: Int)] {
    let usable = items.filter { !$0.isWithdrawn }
    return Evidence.Standing.allCases.map { standing in
      (standing, usable.filter { $0.evidence.standing == standing }.count)
    }.filter { $0.count > 0 }
  }

  private var backing: [Item] { items.filter { $0.evidence.bearing != .refutes && !$0.isWithdrawn } }
}
