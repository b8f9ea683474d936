import RealistModel

/// What each person, or each group of people, said to each programme theory: confirms, falsifies, refines; who said nothing is silent
/// (Manzano 2016, doi 10.1177/1356389016638615).
public struct TheoryResponses: Sendable {
  /// A person, a group of people, or a source whose speaker nobody has named.
  public struct Row: Sendable {
    public var name: String
    /// Who belongs to it; none for a source without named speakers.
    public var participants: [ID<Participant>]
    /// By theory, in the study's order; theories that were not spoken to are missing.
    public var responses: [ID<Theory>: [TheoryResponse]]

    /// Whether nobody of them said anything to a theory.
    public func isSilent(on theory: ID<Theory>) -> Bool { (responses[theory] ?? []).isEmpty }

    public func count(_ kind: TheoryResponse.Kind, on theory: ID<Theory>) -> Int {
      (responses[theory] ?? []).count { $0.kind == kind }
    }
  }

  /// The theories that are asked about, in the study's order.
  public let theories: [Theory]
  public let rows: [Row]

  /// - Parameters:
  ///   - study: its participants, sources, theories and responses.
  ///   - passages: who said what; words of people who withdrew count for nothing.
  ///   - attribute: puts people into groups by its values; `nil` for each on their own.
  public init(_ study: Study, passages: QuotedPassages, by attribute: String? = nil) {
    theories = study.theories
    let asked = study.participantsAsked
    var spoken: [ID<Participant>: [TheoryResponse]] = [:]
    var unnamed: [(source: String, responses: [TheoryResponse])] = []
    for response in study.responses {
      guard let item = passages[response.segment], !item.isWithdrawn else { continue }
      if let participant = item.participant {
        spoken[participant.id, default: []].append(response)
      } else if let place = unnamed.firstIndex(where: { $0.source == item.source?.name ?? "" }) {
        unnamed[place].responses.append(response)
      } else {
        unnamed.append((item.source?.name ?? "", [response]))
      }
    }
    var rows: [Row] = []
    for (name, people) in study.groups(of: asked, by: attribute) {
      let own = people.flatMap { spoken[$0.id] ?? [] }
      rows.append(
        Row(
          name: name, participants: people.map(\.id),
          responses: Dictionary(grouping: own, by: \.theory)))
    }
    for (source, responses) in unnamed {
      rows.append(
        Row(
          name: "\(source) (nobody named)", participants: [],
          responses: Dictionary(grouping: responses, by: \.theory)))
    }
    self.rows = rows
  }
}

extension Study {
  /// Those who took part in a source and have not withdrawn, in the study's order.
  public var participantsAsked: [Participant] {
    let present = Set(sources.flatMap(\.participants))
    return participants.filter { present.contains($0.id) && $0.withdrawn == nil }
  }

  /// People by the value of an attribute, values in order of appearance, those without one last; each alone without an attribute.
  public func groups(
    of people: [Participant], by attribute: String?
  ) -> [(name: String, people: [Participant])] {
    guard let attribute else { return people.map { ($0.key, [$0]) } }
    var groups: [(name: String, people: [Participant])] = []
    for person in people {
      let name = person.attributes[attribute]?.description ?? ""
      if let place = groups.firstIndex(where: { $0.name.isIdentical(to: name) }) {
        groups[place].people.append(person)
      } else {
        groups.append((name, [person]))
      }
    }
    return groups.filter { !$0.name.isEmpty }
      + groups.filter(\.name.isEmpty).map { ("(no \(attribute))", $0.people) }
  }
}
