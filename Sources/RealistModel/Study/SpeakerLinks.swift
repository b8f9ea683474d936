/// Who the speakers of a transcript are: participants, or nobody (an interviewer).
///
/// A speaker that was given is who was said; any other one that is named like a participant's key or display name is that participant.
/// Names are compared without regard to case and to how much white space stands between their words. A display name that two participants
/// have links to neither.
public struct SpeakerLinks: Sendable {
  private var given: [String: ID<Participant>?] = [:]
  private var known: [String: ID<Participant>] = [:]
  private var spellings: Set<String> = []

  public init(participants: [Participant]) {
    let names = Dictionary(grouping: participants.filter { !$0.name.isEmpty }) { Self.folded($0.name) }
    for (name, owners) in names where owners.count == 1 { known[name] = owners[0].id }
    for participant in participants.reversed() { known[Self.folded(participant.key)] = participant.id }
    spellings = Set(participants.map(\.key) + participants.map(\.name).filter { !$0.isEmpty })
  }

  /// Says who a speaker is; `nil` is nobody.
  public mutating func give(_ speaker: String, to participant: ID<Participant>?) {
    given[Self.folded(speaker)] = .some(participant)
    spellings.insert(speaker)
  }

  /// Takes over who spoke in earlier turns, where nothing else was said.
  public mutating func give(_ turns: [Turn]) {
    for turn in turns {
      guard let speaker = turn.speaker, given[Self.folded(speaker)] == nil else { continue }
      give(speaker, to: turn.participant)
    }
  }

  /// Every name that is known here, for a reader of transcripts to accept wherever a label has it.
  public var names: Set<String> { spellings }

  /// Who a speaker is; `nil` for nobody and for somebody unknown.
  public func participant(_ speaker: String) -> ID<Participant>? {
    let name = Self.folded(speaker)
    if let participant = given[name] { return participant }
    return known[name]
  }

  /// The turns with their speakers linked.
  ///
  /// - Parameter alone: who said everything when nobody at all is named.
  public func linked(_ turns: [Turn], alone: ID<Participant>? = nil) -> [Turn] {
    let isNameless = turns.allSatisfy { $0.speaker == nil }
    return turns.map { turn in
      var turn = turn
      turn.participant = isNameless ? alone : turn.speaker.flatMap(participant)
      return turn
    }
  }

  /// Whether two names are one here.
  public static func areSame(_ one: String, _ other: String) -> Bool { folded(one) == folded(other) }

  private static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension [Turn] {
  /// Who said everything in turns that name nobody.
  public var aloneSpeaker: ID<Participant>? {
    guard allSatisfy({ $0.speaker == nil && $0.participant == first?.participant }) else { return nil }
    return first?.participant
  }

  /// The participants who speak, in the order of their first turn.
  public var participants: [ID<Participant>] { compactMap(\.participant).distinct }
}
