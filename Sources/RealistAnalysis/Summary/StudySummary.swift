import RealistModel

/// A study in numbers: what there is and what is still open.
public struct StudySummary: Hashable, Sendable {
  public var title: String
  public var question: String
  public var template: String
  /// How many sources of each kind, in the order of the kinds; kinds without any are left out.
  public var sources: [KindCount] = []
  public var words = 0
  public var participants = 0
  public var withdrawnParticipants = 0
  public var codes = 0
  public var segments = 0
  /// Segments without a code.
  public var highlights = 0
  public var codings = 0
  public var linkedCodings = 0
  public var coders: [String] = []
  /// The names of the sources without a single coding.
  public var uncodedSources: [String] = []
  /// How many configurations of each status.
  public var configurations: [StatusCount] = []
  /// The keys of the configurations nothing speaks to.
  public var configurationsWithoutEvidence: [String] = []
  /// How many passages of each bearing.
  public var evidence: [BearingCount] = []
  public var theories = 0
  /// What people said when a theory was put to them.
  public var responses = 0
  public var factors = 0
  public var links = 0
  public var loops = 0
  public var memos = 0
  public var recommendations = 0
  /// The last changes, oldest first.
  public var lastChanges: [JournalEntry] = []

  public struct KindCount: Hashable, Sendable {
    public var kind: Source.Kind
    public var count: Int
    public init(kind: Source.Kind, count: Int) { (self.kind, self.count) = (kind, count) }
  }

  public struct StatusCount: Hashable, Sendable {
    public var status: Configuration.Status
    public var count: Int
    public init(status: Configuration.Status, count: Int) { (self.status, self.count) = (status, count) }
  }

  public struct BearingCount: Hashable, Sendable {
    public var bearing: Evidence.Bearing
    public var count: Int
    public init(bearing: Evidence.Bearing, count: Int) { (self.bearing, self.count) = (bearing, count) }
  }

  /// A summary to be filled from counts that were made elsewhere, e.g. by the store.
  public init(title: String, question: String, template: String) {
    (self.title, self.question, self.template) = (title, question, template)
  }

  /// Counts a study; linear.
  public init(_ study: Study, lastChanges: [JournalEntry] = []) {
    self.init(title: study.title, question: study.question, template: study.template.name)
    self.lastChanges = lastChanges
    countMaterial(study)
    countCoding(study)
    countConfigurations(study)
    (linkedCodings, responses) = (study.linkedCodings.count, study.responses.count)
    (theories, factors, links) = (study.theories.count, study.factors.count, study.links.count)
    (loops, memos, recommendations) = (study.loops.count, study.memos.count, study.recommendations.count)
  }

  private mutating func countMaterial(_ study: Study) {
    sources = Source.Kind.allCases.compactMap { kind in
      let count = study.sources.count { $0.kind == kind }
      return count == 0 ? nil : KindCount(kind: kind, count: count)
    }
    words = study.sources.reduce(0) { $0 + $1.words }
    participants = study.participants.count
    withdrawnParticipants = study.participants.count { $0.withdrawn != nil }
  }

  private mutating func countCoding(_ study: Study) {
    let coded = Set(study.codings.map(\.segment))
    let codedSources = Set(study.segments.filter { coded.contains($0.id) }.map(\.source))
    (codes, segments, codings) = (study.codes.count, study.segments.count, study.codings.count)
    highlights = study.segments.count { !coded.contains($0.id) }
    coders = Set(study.codings.map(\.coder)).sorted()
    uncodedSources = study.sources.filter { !codedSources.contains($0.id) }.map(\.name)
  }

  private mutating func countConfigurations(_ study: Study) {
    configurations = Configuration.Status.allCases.compactMap { status in
      let count = study.configurations.count { $0.status == status }
      return count == 0 ? nil : StatusCount(status: status, count: count)
    }
    let spokenTo = Set(study.evidence.map(\.configuration))
    configurationsWithoutEvidence = study.configurations.filter { !spokenTo.contains($0.id) }.map(\.key)
    evidence = Evidence.Bearing.allCases.compactMap { bearing in
      let count = study.evidence.count { $0.bearing == bearing }
      return count == 0 ? nil : BearingCount(bearing: bearing, count: count)
    }
  }
}
