import RealistModel

extension StudySketch {
  /// A linked coding of a passage, roles as `"C contexts/no-cover"`.
  public mutating func link(_ key: String, _ text: String, from name: String, _ roles: String...) {
    let segment = quote(text, from: name)
    let parts = roles.map { role in
      let halves = role.split(separator: " ", maxSplits: 1).map(String.init)
      return LinkedCoding.Part(letter: halves[0], code: code(halves[1]))
    }
    study.linkedCodings.append(
      LinkedCoding(
        id: derived(LinkedCoding.self, key), key: key, segment: segment, parts: parts, coder: "ann",
        created: study.created))
  }

  /// A theory with versions as `("refined", "If …", "why")`; without a statement the theory ends there.
  @discardableResult
  public mutating func theory(
    _ key: String, origin: Theory.Origin = .analyst, _ versions: (String, String, String)...
  ) -> ID<Theory> {
    let id = derived(Theory.self, key)
    study.theories.append(
      Theory(
        id: id, key: key, title: "", origin: origin,
        versions: versions.enumerated().map { number, version in
          Theory.Version(
            label: version.0, step: Theory.Step(label: version.0, isFirst: number == 0),
            statement: version.1, reason: version.2)
        }))
    return id
  }

  /// What somebody said to the first wording of a theory.
  public mutating func response(
    _ kind: TheoryResponse.Kind, to key: String, _ text: String, from name: String, version: Int = 1
  ) {
    let segment = quote(text, from: name)
    guard let theory = study.theories.first(where: { $0.key == key }) else { return }
    study.responses.append(
      TheoryResponse(
        id: derived(TheoryResponse.self, "\(study.responses.count)"), theory: theory.id, version: version,
        segment: segment, kind: kind, coder: "ann", created: study.created))
  }

  /// Who said each quote.
  public var speakers: [ID<Segment>: ID<Participant>] { words.compactMapValues(\.participant) }
}
