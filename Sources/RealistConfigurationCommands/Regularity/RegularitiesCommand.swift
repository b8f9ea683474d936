import CommandKit
import RealistAnalysis
import RealistConsole
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

/// `realist regularities`.
struct RegularitiesCommand: Command {
  static let configuration = CommandConfiguration(
    name: "regularities",
    abstract:
      "List which contexts, mechanisms and outcomes recur together: candidates for demi-regularities.",
    discussion: """
      Two codes go together where a passage was coded as a pair of roles, where a passage is evidence for both elements of a configuration \
      (unless it refutes it), and where passages of codes below contexts, mechanisms or outcomes share words. A citation is such a \
      passage or pair of passages, counted once. Candidates are ranked by sources, then citations: counts of what was said, without a \
      test of significance, which this material does not bear. The evaluator decides: promote makes a configuration of one.
      """,
    examples: [
      Example("realist regularities --level 2"),
      Example("realist regularities --pairs M-O --group stakeholder --smart-zoom 3 --format markdown"),
      Example("realist regularities --pairs C-M --level 2 --crosstab"),
      Example("realist regularities --level 2 --explain contexts/organisation,outcomes/individual"),
    ],
    subcommands: [PromoteRegularity.self])

  @OptionGroup var choice: RegularityOptions
  @Option(help: "Count sources in each value of this attribute too.", valueName: "ATTRIBUTE") var group:
    String?
  @Option(help: "Only candidates that so many sources speak of.", valueName: "COUNT") var minSources = 1
  @Flag(help: "Print the one role against the other.") var crosstab: Bool
  @Flag(help: "With --crosstab: count citations, not sources.") var citations: Bool
  @Option(help: "Print the passages behind a candidate instead.", valueName: "CODE,CODE") var explain: String?
  @OptionGroup var passages: PassageOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard crosstab || !citations else { throw Failure.usage("--citations goes with --crosstab") }
    try study.open(context).read { reader in
      let material = try RegularityMaterial(reader, passages)
      var found = try choice.regularities(material, group: group.map { try field($0, reader) })
      found.keep(minimumSources: minSources)
      if let explain {
        let candidate = try choice.candidate(explain, in: found, material.table.codes)
        return try PassageListing(reader).write(candidate.passages, of: material.table, output, context)
      }
      try output.write(
        crosstab ? .regularityCrosstab(found, countsCitations: citations) : .regularities(found), context)
      if found.candidates.isEmpty {
        context.printError(
          "nothing recurs: code contexts and outcomes on the same words, or give configurations evidence")
      }
    }
  }

  private func field(_ name: String, _ reader: StudyReader) throws -> FilterField {
    if let field = FilterField(name, attributes: try reader.attributes()) { return field }
    throw Failure(
      "there is no attribute '\(name)'", hint: "list them: realist participant list",
      exitCode: Exit.noInput)
  }
}

/// Which roles are looked at, and how closely.
struct RegularityOptions: ParameterGroup {
  static let title: String? = "Which codes"

  @Option(help: "Which roles: contexts, mechanisms, outcomes.") var pairs = RolePair.contextOutcome
  @Option(help: "Count codes below this level in the code of that level; 1 is the top.", valueName: "N")
  var level: Int?
  @Option(help: "Count a code that fewer sources speak of in the code above it.", valueName: "SOURCES")
  var smartZoom: Int?

  func regularities(_ material: RegularityMaterial, group: FilterField? = nil) throws -> Regularities {
    guard level == nil || smartZoom == nil else {
      throw Failure.usage("--level and --smart-zoom exclude each other")
    }
    guard (level ?? 1) >= 1, (smartZoom ?? 1) >= 1 else {
      throw Failure.usage("--level and --smart-zoom count from 1")
    }
    let kind: CodeZoom.Kind =
      level.map { .level($0) } ?? smartZoom.map { .smart(minimumSources: $0) } ?? .exact
    let table = material.table
    return Regularities(
      material.claims(pairs), pairs, in: table, zoom: CodeZoom(kind, of: table),
      columns: group.map { MatrixColumns(.field($0, limits: []), of: table) })
  }
}

extension RegularityOptions {
  /// The candidate of two codes, as they stand in the table.
  func candidate(_ left: String, _ right: String, in found: Regularities, _ codes: CodeTree) throws
    -> Regularities.Candidate
  {
    let (one, other) = (try codes.code(named: left).code.id, try codes.code(named: right).code.id)
    if let candidate = found.candidate(one, other) { return candidate }
    throw Failure(
      "'\(left)' and '\(right)' are no candidate",
      hint: "list them with the same options: realist regularities --pairs \(pairs.rawValue)",
      exitCode: Exit.noInput)
  }

  /// The candidate of two codes with a comma between them.
  func candidate(_ cell: String, in found: Regularities, _ codes: CodeTree) throws -> Regularities.Candidate {
    let names = cell.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    guard names.count == 2 else {
      throw Failure.usage("--explain takes two codes with a comma between them")
    }
    return try candidate(names[0], names[1], in: found, codes)
  }
}

extension RolePair: ArgumentValue {}

/// What regularities are found in.
struct RegularityMaterial {
  let study: Study
  let table: CodingTable

  init(_ reader: StudyReader, _ passages: PassageOptions = PassageOptions()) throws {
    study = try reader.configuredStudy(.linkedCodings)
    table = try passages.table(reader, [.turns, .highlights])
  }

  func claims(_ pair: RolePair) -> [RoleClaim] { RoleClaim.all(study, pair, in: table) }
}
