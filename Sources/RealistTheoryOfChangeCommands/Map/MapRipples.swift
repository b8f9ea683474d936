import CommandKit
import RealistAnalysis
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist map ripples`.
struct MapRipples: Command {
  static let configuration = CommandConfiguration(
    name: "ripples", abstract: "Find outcomes of one configuration that are contexts of another.",
    discussion: """
      They are the same when they bear the same code, when the code of one lies below the other's, or, without codes, when their words agree. \
      Whether it is so is the evaluator's word: realist ripple confirm.
      """,
    examples: [Example("realist map ripples"), Example("realist map ripples --chains --confirmed")])

  @Flag(help: "Whole chains of configurations instead.") var chains: Bool
  @Flag(help: "Only those that were confirmed.") var confirmed: Bool
  @Flag(inversion: true, help: "Also where one code lies below the other.") var subtrees = true
  @Flag(help: "The evidence for outcome and context instead.") var explain: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let (study, words) = try study.open(context).read { reader in
      let study = try reader.configuredStudy([.theoryOfChange, .notes])
      return (study, try reader.evidenceWords(of: study))
    }
    let lookup = try StudyLookup(study)
    let all = study.rippleMatches(codes: lookup.codes, subtrees: subtrees, confirmed: study.ripplesConfirmed)
    let matches = confirmed ? all.filter(\.isConfirmed) : all
    if matches.isEmpty {
      context.printError("note: no outcome is the context of another configuration")
    }
    if explain {
      let quotes = ClaimQuotes(study, lookup, words: words)
      return try output.write(Table.mapClaims(study.rippleClaims(matches, lookup), quotes: quotes), context)
    }
    guard chains else {
      return try output.write(Table.ripples(matches, study, notes: study.confirmedRipples), context)
    }
    let found = matches.chains()
    try output.write(Table.rippleChains(found.chains, study, isComplete: found.isComplete), context)
  }
}

extension Study {
  /// The evidence for the ends of ripples.
  func rippleClaims(
    _ matches: [RippleMatch], _ lookup: StudyLookup
  ) -> [(heading: String, supporting: [Claim], against: [Claim])] {
    let ends = RippleEnds(self)
    return matches.flatMap { match in
      [
        (ends.outcomePlace(match.ripple), ends.outcome(match.ripple), match.ripple.from),
        (ends.contextPlace(match.ripple), ends.context(match.ripple), match.ripple.to),
      ].map { place, element, configuration in
        let own = evidence.filter { piece in
          piece.configuration == configuration && element.map { piece.elements.contains($0.id) } ?? false
        }
        let claims = own.map { piece in
          (
            piece.bearing,
            Claim(
              source: lookup.segments[piece.segment].flatMap { lookup.sources[$0.source]?.name } ?? "",
              cause: place, effect: place, segments: [piece.segment],
              origin: .configuration((configurations.firstIndex { $0.id == configuration } ?? -1) + 1),
              standing: piece.standing)
          )
        }
        let arrow = "\(ends.outcomePlace(match.ripple)) → \(ends.contextPlace(match.ripple))"
        return (
          "\(arrow), evidence for \(place)", claims.filter { $0.0 != .refutes }.map(\.1),
          claims.filter { $0.0 == .refutes }.map(\.1)
        )
      }
    }
  }
}
