import CommandKit
import RealistConsole
import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

/// How linked codings are put together.
struct LinkedGrouping: ParameterGroup {
  static let title: String? = "Grouping"

  @Option(
    short: "l",
    help:
      "How alike codes must be: they meet at this level of the tree or below, 1 being the top; without it, they are equal.",
    valueName: "LEVEL")
  var level: Int?
  @Flag(help: "Count a triad as the pairs in it.") var pairs: Bool

  func groups(of material: LinkedMaterial) throws -> LinkedCodingGroups {
    if let level, level < 1 {
      throw Failure.usage("--level \(level): levels count from 1, the top of the tree")
    }
    return LinkedCodingGroups(
      material.study, material.tree, speakers: material.speakers, level: level, pairs: pairs)
  }
}

/// `realist linked-coding group`.
struct GroupLinkedCodings: Command {
  static let configuration = CommandConfiguration(
    name: "group", abstract: "Put near-identical linked codings together and count who said them.",
    discussion: """
      Two linked codings are near-identical when they have the same roles and, role by role, their codes meet at --level of the code tree or \
      below it. The table says what the codes of a group have in common, and the codes below that. G1, G2, … are the groups as this table \
      counts them, for promote with the same options.
      """,
    examples: [
      Example("realist linked-coding group --level 2"),
      Example("realist linked-coding group --level 3 --pairs --min-sources 2 --explain"),
    ])

  @OptionGroup var grouping: LinkedGrouping
  @Option(help: "Only groups from at least so many sources.", valueName: "COUNT") var minSources = 0
  @Flag(help: "Print the passages behind the numbers.") var explain: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let material = try study.open(context).read { try LinkedMaterial($0) }
    let groups = try grouping.groups(of: material)
    // Largest first, so that what is left out are the last groups and the numbers stay.
    let shown = groups.keeping { $0.sources.count >= minSources }
    if explain {
      try output.write(Table.explanation(shown.explained, passages: material.passages), context)
    } else {
      let table = Table.linkedCodingGroups(shown, material.study.template, codes: material.tree)
      try output.write(table.withoutEmptyColumns(), context)
    }
    let (distinct, greatest) = groups.combinations
    let total = groups.groups.reduce(0) { $0 + $1.members.count }
    context.printError(
      "\(counted(total, grouping.pairs ? "pair" : "linked coding")) of \(counted(distinct, "combination")) of codes; "
        + "the most frequent combination comes \(greatest == 1 ? "once" : "\(greatest) times")")
  }
}
