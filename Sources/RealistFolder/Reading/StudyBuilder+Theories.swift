import RealistModel
import RealistNotation

extension StudyBuilder {
  /// Adds theories with the responses to them, in order. They may go over into each other and into theories that the study had before.
  public mutating func add(_ theories: [NotatedTheory], file: String) {
    for notated in theories {
      if study.theories.contains(where: { $0.key == notated.key }) {
        report(file, notated.place, .duplicate(thing: "theory", name: notated.key))
        continue
      }
      study.theories.append(
        Theory(
          id: newID(Theory.self, "theory", notated.key), key: notated.key, title: notated.title,
          origin: notated.origin))
    }
    for notated in theories {
      guard let place = study.theories.firstIndex(where: { $0.key == notated.key }),
        study.theories[place].versions.isEmpty
      else { continue }
      for version in notated.versions { add(version, to: place, file) }
    }
  }

  private mutating func add(_ notated: NotatedVersion, to place: Int, _ file: String) {
    var version = Theory.Version(
      label: notated.label, step: notated.step, date: notated.date, statement: notated.statement,
      reason: notated.reason)
    for key in notated.into {
      if let id = theory(key, file, notated.place) { version.into.append(id) }
    }
    for passage in notated.passages {
      guard let segment = segment(passage.quote, file) else { continue }
      version.passages.append(
        Theory.Passage(segment: segment, bearing: passage.bearing, note: passage.note))
    }
    study.theories[place].versions.append(version)
    let number = study.theories[place].versions.count
    for response in notated.responses { add(response, to: study.theories[place], number, file) }
  }

  private mutating func add(
    _ notated: NotatedResponse, to theory: Theory, _ version: Int, _ file: String
  ) {
    guard let (source, revision, span) = passage(notated.quote, file),
      let place = segment(source, revision: revision, span: span)
    else { return }
    let passage = naturalKey(source, revision: revision, span: span)
    let natural = "\(theory.key)\n\(version)\n\(notated.kind)\n\(passage)"
    study.responses.append(
      TheoryResponse(
        id: newID(TheoryResponse.self, "response", natural), theory: theory.id, version: version,
        segment: study.segments[place].id, kind: notated.kind,
        coder: notated.coder.isEmpty ? coder : notated.coder,
        created: notated.created ?? moment, note: notated.note))
  }
}
