import RealistModel

/// Which passages are taken: who must have said them, what must hold of the speaker and the source, and which marked passages answer a
/// query. Everything that is given must hold.
public struct PassageCondition: Sendable {
  /// What must hold of the speaker and the source; `nil` for nothing.
  public let filter: Filter?
  /// Everybody the filter may be asked about.
  public let people: [ID<Participant>: Participant]
  private let speakers: Set<ID<Participant>>?
  private let answers: Set<ID<Segment>>?

  /// - Parameters:
  ///   - speakers: those whose words are taken; `nil` for everybody's, and for nobody's in particular.
  ///   - answers: the marked passages that a query answers; `nil` without one.
  ///   - people: needed where there is a filter.
  public init(
    speakers: Set<ID<Participant>>? = nil, filter: Filter? = nil, answers: Set<ID<Segment>>? = nil,
    people: [Participant] = []
  ) {
    (self.speakers, self.filter, self.answers) = (speakers, filter, answers)
    self.people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether every passage is taken.
  public var isEmpty: Bool { speakers == nil && filter == nil && answers == nil }

  /// Whether a passage is taken.
  ///
  /// - Parameters:
  ///   - segment: `nil` for words that are not marked; no query answers with those.
  ///   - speaker: `nil` for nobody of the participants.
  public func holds(segment: ID<Segment>?, speaker: ID<Participant>?, source: Source) -> Bool {
    if let answers, !(segment.map(answers.contains) ?? false) { return false }
    if let speakers, !(speaker.map(speakers.contains) ?? false) { return false }
    return filter?.matches(participant: speaker.flatMap { people[$0] }, source: source) ?? true
  }
}
