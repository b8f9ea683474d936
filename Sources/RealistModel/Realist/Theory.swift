/// A programme theory: an if–then–because statement with its history.
///
/// The history is the record of genesis that RAMESES II asks for (Wong et al. 2016, items 4 and 15): which wording came first, what was
/// supported, refuted or refined, by which words of whom, and what became of it.
public struct Theory: Entity {
  /// Where it came from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    case stakeholder, document, literature, analyst
  }

  /// What happened to the theory.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    case initial, refined
    case split, merged, refuted, superseded

    /// The step that a wording of some label is when nothing else is said: `refuted again` is a refutation, another label a first wording or
    /// a refinement.
    public init(label: String, isFirst: Bool) {
      let word = label.prefix { $0.isLetter }.lowercased()
      self = Step(rawValue: word) ?? (isFirst ? .initial : .refined)
    }
  }

  /// One step of the history: a wording, or an end.
  ///
  /// With a statement, `split` and `merged` are how a wording came about; without one they are what became of the theory.
  public struct Version: Hashable, Sendable {
    /// What people call it: `initial`, `refined`, …
    public var label: String
    public var step: Step
    public var date: CalendarDate?
    /// The wording; empty where the step ends the theory.
    public var statement: String
    /// Why it replaced the one before; empty for the first.
    public var reason: String
    /// The theories that it goes on as, when it was split, merged or superseded.
    public var into: [ID<Theory>]
    /// The passages that brought it about.
    public var passages: [Passage]

    /// - Parameter step: `nil` for what the label says, as of a version that is not the first.
    public init(
      label: String, step: Step? = nil, date: CalendarDate? = nil, statement: String, reason: String = "",
      into: [ID<Theory>] = [], passages: [Passage] = []
    ) {
      (self.label, self.date, self.statement, self.reason) = (label, date, statement, reason)
      self.step = step ?? Step(label: label, isFirst: false)
      (self.into, self.passages) = (into, passages)
    }

    /// Whether it says how the theory is worded.
    public var isWording: Bool { !statement.trimmed.isEmpty }
    /// Whether the theory ends with it: it goes on as others, or not at all.
    public var isEnd: Bool { !isWording && step != .initial && step != .refined }
  }

  /// A passage that brought a step about.
  public struct Passage: Hashable, Sendable {
    public var segment: ID<Segment>
    /// What it does to the wording before.
    public var bearing: Evidence.Bearing
    public var note: String

    public init(segment: ID<Segment>, bearing: Evidence.Bearing, note: String = "") {
      (self.segment, self.bearing, self.note) = (segment, bearing, note)
    }
  }

  public var id: ID<Theory>
  /// A short name, e.g. `progression`; unique in the study.
  public var key: String
  public var title: String
  public var origin: Origin
  /// Oldest first.
  public var versions: [Version]

  public init(id: ID<Theory>, key: String, title: String, origin: Origin = .analyst, versions: [Version] = [])
  {
    (self.id, self.key, self.title, self.origin, self.versions) = (id, key, title, origin, versions)
  }

  /// The newest wording: the last version that says something. `nil` when none does.
  public var wording: Version? { versions.last(where: \.isWording) }

  /// What ended it; `nil` while it is held.
  public var end: Version? { versions.last.flatMap { $0.isEnd ? $0 : nil } }

  /// The title, or the key where it has none.
  public var name: String { title.isEmpty ? key : title }
}

/// What a person said when a wording of a theory was put to them, in the teacher–learner interview (Manzano 2016,
/// doi 10.1177/1356389016638615; Mukumbang et al. 2020). Who said it is read from the transcript.
public struct TheoryResponse: Entity {
  /// What the person did with the wording. Whoever has none is silent.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case confirms, falsifies, refines }

  public var id: ID<TheoryResponse>
  public var theory: ID<Theory>
  /// Which version was put to them, from 1.
  public var version: Int
  public var segment: ID<Segment>
  public var kind: Kind
  public var coder: String
  public var created: Timestamp
  public var note: String

  public init(
    id: ID<TheoryResponse>, theory: ID<Theory>, version: Int, segment: ID<Segment>, kind: Kind, coder: String,
    created: Timestamp, note: String = ""
  ) {
    (self.id, self.theory, self.version, self.segment, self.kind) = (id, theory, version, segment, kind)
    (self.coder, self.created, self.note) = (coder, created, note)
  }
}
