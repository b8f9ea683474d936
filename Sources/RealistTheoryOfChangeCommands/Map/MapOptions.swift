import CommandKit
import RealistAnalysis
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistStore

/// What is left out of the map, as a pipeline: the options work in the order in which they stand on the command line.
struct MapOptions: ParameterGroup {
  static let title: String? = "Filters, in the order given"

  @Option(help: "Only links that at least so many sources support.", valueName: "COUNT") var minSources:
    [Int] = []
  @Option(help: "Only links with at least so many citations.", valueName: "COUNT") var minCitations: [Int] =
    []
  @Option(
    help: "Only what was said where a condition on participants and sources holds: \"profession = 'OT'\".",
    valueName: "CONDITION")
  var groups: [String] = []
  @Option(help: "Only claims that bear this mark of a context.", valueName: "MARK") var context: [String] = []
  @Option(help: "Only claims of this standing.") var standing: [StandingName] = []
  @Option(help: "Only links of this kind.") var kind: [Claim.Kind] = []
  @Flag(help: "Only links that were drawn by hand.") var drawn: Bool
  @Option(
    help: "Merge factors below this level of the code tree, or of labels such as 'A; B'.", valueName: "LEVEL")
  var zoom: [Int] = []
  @Option(
    help: "The same, but factors that so many sources mention stay; the rest becomes (other).",
    valueName: "LEVEL:SOURCES")
  var smartZoom: [SmartZoom] = []
  @Flag(help: "Keep links from a factor to itself when zooming.") var selfLoops: Bool
  @Option(
    help: "Only what is near this factor; --steps after it says how near.", valueName: "FACTOR",
    completion: .dynamic("factors"))
  var focus: [String] = []
  @Option(
    help: "Steps for the --focus, or --from and --to, before it; a focus reaches 2 without it.",
    valueName: "COUNT")
  var steps: [Int] = []
  @Option(
    help: "With --to: only links on ways from this factor; may be given again.", valueName: "FACTOR",
    completion: .dynamic("factors"))
  var from: [String] = []
  @Option(
    help: "With --from: only links on ways to this factor; may be given again.", valueName: "FACTOR",
    completion: .dynamic("factors"))
  var to: [String] = []
  @Flag(help: "Of --from and --to: keep all links among the factors on the ways.") var keepLinks: Bool
  @Flag(help: "Of --from and --to: only sources with a way of their own.") var threads: Bool
  @Option(help: "Only the links with the most sources.", valueName: "COUNT") var top: [Int] = []
  @Option(help: "Only the factors with the most sources.", valueName: "COUNT") var topFactors: [Int] = []
  @Flag(help: "Make one factor of a factor and its opposite.") var opposites: Bool
  @Option(help: "Who counts as one voice.") var by = ClaimGathering.Voice.sources
  @Option(help: "Which claims count; stated and joined without it.") var ground: [Claim.Ground] = []

  /// The filters in order.
  ///
  /// - Parameter speakers: those of whom a condition holds.
  func pipeline(speakers: (String) throws -> Set<Speaker>) throws -> [MapFilter] {
    var found: [(place: Int, filter: MapFilter)] = []
    found += zip($minSources, minSources).map { ($0, .minimumSources($1)) }
    found += zip($minCitations, minCitations).map { ($0, .minimumCitations($1)) }
    found += try zip($groups, groups).map { ($0, .speakers(try speakers($1), words: $1)) }
    found += $context.first.map { [($0, .contexts(context))] } ?? []
    found += $standing.first.map { [($0, .standings(Set(standing.map(\.standing))))] } ?? []
    found += $kind.first.map { [($0, .kinds(Set(kind)))] } ?? []
    found += drawn ? [($drawn.first ?? 0, .drawn)] : []
    found += zip($zoom, zoom).map { ($0, .zoom(level: $1, keepsSelfLoops: selfLoops)) }
    found += zip($smartZoom, smartZoom).map { place, zoom in
      (place, .smartZoom(level: zoom.level, minimumSources: zoom.sources, keepsSelfLoops: selfLoops))
    }
    found += zip($top, top).map { ($0, .topLinks($1)) }
    found += zip($topFactors, topFactors).map { ($0, .topFactors($1)) }
    found += opposites ? [($opposites.first ?? 0, .combineOpposites)] : []
    found += try nearAndTraced()
    return found.sorted { $0.place < $1.place }.map(\.filter)
  }

  /// `--focus` and `--from … --to`, each with the `--steps` that follows it.
  private func nearAndTraced() throws -> [(place: Int, filter: MapFilter)] {
    guard from.isEmpty == to.isEmpty else { throw Failure.usage("--from and --to go together") }
    guard !from.isEmpty || !keepLinks && !threads else {
      throw Failure.usage("--\(keepLinks ? "keep-links" : "threads") is about --from and --to")
    }
    var bounds: [Int: Int] = [:]
    let traces = ($from + $to).sorted()
    for (place, count) in zip($steps, steps) {
      guard let before = ($focus + traces).filter({ $0 < place }).max() else {
        throw Failure.usage("--steps stands after the --focus, or the --from and --to, that it is about")
      }
      bounds[before] = count
    }
    var found = zip($focus, focus).map { place, name in
      (place, MapFilter.focus([name], steps: bounds[place] ?? 2))
    }
    if let first = traces.first {
      let steps = traces.compactMap { bounds[$0] }.last
      if !threads || steps != nil || keepLinks {
        found.append((first, .trace(from: from, to: to, steps: steps, keepsOtherLinks: keepLinks)))
      }
      if threads { found.append((first, .threads(from: from, to: to))) }
    }
    return found
  }
}

/// `2:3`: a level and a number of sources.
struct SmartZoom: Hashable, ArgumentValue {
  var level: Int
  var sources: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, argument.split(separator: ":", omittingEmptySubsequences: false).count == 2 else {
      return nil
    }
    (level, sources) = (parts[0], parts[1])
  }

  var argument: String { "\(level):\(sources)" }
  static var expectation: String { "a level and a number of sources such as 2:3" }
}

/// How certain a claim is.
enum StandingName: String, CaseIterable, ArgumentValue {
  case observed, anticipated, implied

  var standing: Evidence.Standing {
    switch self {
    case .observed: .observed
    case .anticipated: .anticipated
    case .implied: .implied
    }
  }
}

extension Claim.Kind: ArgumentValue {}
extension Claim.Ground: ArgumentValue {}
extension ClaimGathering.Voice: ArgumentValue {}
