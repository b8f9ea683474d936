import RealistAnalysis
import RealistModel

extension CausalMap {
  /// Whom a condition is true of. A passage whose speaker is not named is the only participant's of its source, where there is only one.
  public func speakers(where filter: Filter, _ study: Study, _ lookup: StudyLookup) -> Set<Speaker> {
    let people = Dictionary(study.participants.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let sources = Dictionary(study.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let speakers = Set(
      bundles.flatMap { $0.claims + $0.against }.map { Speaker(source: $0.place, person: $0.person) })
    return speakers.filter { speaker in
      let source = sources[speaker.source]
      var person = speaker.person.flatMap { people[$0] }
      if person == nil, let only = source?.participants.first, source?.participants.count == 1 {
        person = lookup.participants[only]
      }
      return filter.matches(participant: person, source: source)
    }
  }
}
