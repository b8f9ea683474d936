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
    let filters = try options.pipeline { condition in
      whole.speakers(where: try Filter(condition, attributes: study.attributes), study, lookup)
    }
    map = try whole.filtered(filters)
    if whole.bundles.isEmpty {
      context.printError(
        "note: the map is empty: draw links (realist link add) or write configurations (realist cmo add)")
    } else if map.bundles.isEmpty {
      context.printError("note: the filters leave no link")
    }
  }
}
