import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist evidence balance`.
struct BalanceEvidence: Command {
  static let configuration = CommandConfiguration(
    name: "balance", abstract: "Count what speaks for and against each claim, and say who is silent.",
    discussion: """
      Passages are counted by what they do (supports, refutes, refines) and what kind of claim they make (observed, anticipated, implied). One \
      that lies inside another doing the same is not counted again. A dyad is a pair that some passage speaks to together; a theory counts all \
      its configurations but the rejected ones. Nothing is made of the counts: the judgement is yours, realist confidence set.
      """,
    examples: [
      Example("realist evidence balance --by element"),
      Example("realist evidence balance --by theory --group stakeholder --format markdown"),
      Example("realist evidence balance --only CMO2 --by dyad --explain"),
    ])

  @Option(help: "What a row is.") var by = EvidenceBalance.Unit.configuration
  @Option(
    help: "Name the values of this attribute whose people say nothing.", valueName: "ATTRIBUTE",
    completion: .dynamic("participant-attributes"))
  var group: String?
  @Option(help: "Only these configurations.", valueName: "CMO", completion: .dynamic("configurations"))
  var only: [String] = []
  @Flag(help: "Print the passages behind the numbers.") var explain: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let store = try study.open(context)
    let attribute = try group.map { name in try store.read { try $0.participantAttribute(name) } }
    let wanted = try store.read { reader in try only.map { try reader.configuration($0).id } }
    var (study, content) = try store.read { try $0.balanceMaterial() }
    if !wanted.isEmpty { content.records.removeAll { !wanted.contains($0.configuration.id) } }
    if !wanted.isEmpty, by == .theory {
      let theories = Set(content.records.compactMap(\.configuration.theory))
      study.theories.removeAll { !theories.contains($0.id) }
    }
    let balance = EvidenceBalance(study, content, by: by, groups: attribute)
    if explain {
      try output.write(Table.balanceExplained(balance), context)
    } else {
      try output.write(Table.evidenceBalance(balance, silent: attribute != nil), context)
    }
  }
}

extension StudyReader {
  /// The configurations with their evidence and its words.
  func balanceMaterial() throws -> (study: Study, content: ConfigurationTable) {
    let study = try configuredStudy()
    let content = ConfigurationTable(
      study, try StudyLookup(study), words: try evidenceWords(of: study))
    return (study, content)
  }
}

extension EvidenceBalance.Unit: ArgumentValue {}
