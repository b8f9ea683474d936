import CommandKit
import RealistConsole
import RealistManuscript
import RealistReports
import RealistStore

/// `realist standard`.
struct StandardCommand: Command {
  static let configuration = CommandConfiguration(
    name: "standard",
    abstract: "Print the checklist of a reporting standard, filled in where the study knows.",
    discussion: """
      rameses is RAMESES II, for realist evaluations (20 items); coreq is for interviews and focus groups (32 items); srqr is for any qualitative \
      research (21 items). The study fills in what it knows about itself, with the command that shows it; the columns for pages, and every item \
      that only the authors can answer, are left blank.
      """,
    examples: [Example("realist standard rameses --format markdown --output rameses.md")])

  @Argument(help: "The standard.", valueName: "NAME") var name: StandardName
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let facts = try study.open(context).read { reader in
      StudyFacts(try reader.study(), entries: try reader.entries(), program: "Realist \(Release.version)")
    }
    try output.write(.standard(name.standard, facts: facts), context)
  }
}

/// The standards as they are named on the command line.
enum StandardName: String, CaseIterable, ArgumentValue {
  case rameses, coreq, srqr

  var standard: ReportingStandard {
    switch self {
    case .rameses: .rameses
    case .coreq: .coreq
    case .srqr: .srqr
    }
  }
}
