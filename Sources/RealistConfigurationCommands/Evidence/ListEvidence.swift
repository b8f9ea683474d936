import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist evidence list`.
struct ListEvidence: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"],
    abstract: "Print every passage that speaks to configurations, with its words.",
    examples: [
      Example("realist evidence list CMO2"),
      Example("realist evidence list --bearing refutes --format markdown"),
    ])

  @Argument(
    help: "A configuration or an element of it; without one, all.", valueName: "TARGET",
    completion: .dynamic("elements"))
  var target: String?
  @Option(short: "b", help: "Only what does this to the claim.") var bearing: Evidence.Bearing?
  @Option(help: "Only claims of this kind.") var standing: Evidence.Standing?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let content = try study.open(context).read { reader in
      let target = try target.map { try EvidenceTarget($0, in: reader) }
      var study = try reader.configuredStudy()
      study.evidence.removeAll { piece in
        bearing.map { $0 != piece.bearing } ?? false || standing.map { $0 != piece.standing } ?? false
          || !(target?.covers(piece) ?? true)
      }
      study.links = []
      return ConfigurationTable(
        study, try StudyLookup(study), words: try reader.evidenceWords(of: study))
    }
    try output.write(Table.evidence(content), context)
  }
}

extension EvidenceTarget {
  /// Whether a piece of evidence speaks to it: for a whole configuration, to it or any part of it.
  func covers(_ evidence: Evidence) -> Bool {
    evidence.configuration == configuration.id
      && (elements.isEmpty || elements.allSatisfy(evidence.elements.contains))
  }
}
