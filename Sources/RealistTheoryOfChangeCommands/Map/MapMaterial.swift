import CommandKit
import RealistAnalysis
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// A study's causal map after its filters, and the words behind it.
struct MapMaterial {
  let study: Study
  let lookup: StudyLookup
  let words: [ID<Segment>: QuoteWords]
  let quotes: ClaimQuotes
  let map: CausalMap

  init(_ options: MapOptions, _ studyOptions: StudyOptions, _ context: Context) throws {
    (study, words) = try studyOptions.open(context).read { reader in
      let study = try reader.configuredStudy([.theoryOfChange, .notes, .linkedCodings])
      return (study, try reader.evidenceWords(of: study))
    }
    lookup = try StudyLookup(study)
    quotes = ClaimQuotes(study, lookup, words: words)
    let grounds = options.ground.isEmpty ? [.stated, .joined] : Set(options.ground)
    let whole = CausalMap.of(study, lookup, words: words, voice: options.by, grounds: grounds)
    let (study, lookup) = (study, lookup)
    let filters = try options.pipeline { try Self.speakers($0, whole, study, lookup) }
    map = try whole.filtered(filters)
    if whole.bundles.isEmpty {
      context.printError(
        "note: the map is empty: draw links (realist link add) or write configurations (realist cmo add)")
    } else if map.bundles.isEmpty {
      context.printError("note: the filters leave no link")
    }
  }

  /// Whom a condition is true of. A passage whose speaker is not named is the only participant's of its source, where there is only one.
  private static func speakers(
    _ condition: String, _ map: CausalMap, _ study: Study, _ lookup: StudyLookup
  ) throws -> Set<Speaker> {
    let filter = try Filter(condition, attributes: study.attributes)
    let people = Dictionary(study.participants.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let sources = Dictionary(study.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let speakers = Set(
      map.bundles.flatMap { $0.claims + $0.against }.map { Speaker(source: $0.place, person: $0.person) })
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
