import CommandKit
import RealistConsole
import RealistExchange
import RealistModel
import RealistStore

extension ExportProfile: ArgumentValue {
  public init?(argument: String) { self.init(rawValue: argument) }
  public var argument: String { rawValue }
}

/// `realist export qdpx`.
struct ExportProject: Command {
  static let configuration = CommandConfiguration(
    name: "qdpx",
    abstract: "Write the study as a REFI-QDA project for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.",
    discussion: """
      The file is valid against the standard's schema. Sources, codes, quotes, codings, memos, participants and attributes are the standard's own; \
      configurations and the theory of change are sets, links, graphs and notes in words. realist import reads all of it back. Programs \
      differ in how they count places in a text: --for says whose way to follow.
      """,
    examples: [
      Example("realist export qdpx study.qdpx"), Example("realist export qdpx study.qdpx --for nvivo"),
    ])

  @Argument(help: "The file to write.", valueName: "FILE", completion: .files) var file: String
  @Option(name: "for", help: "The program that will read it.") var profile = ExportProfile.standard
  @Option(
    help: "Where to write what does not come through: Markdown, or CSV when the name ends in .csv.",
    valueName: "FILE", completion: .files)
  var report: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let contents = try study.open(context).read { try $0.contents() }
    let project = try RefiWriter.project(contents, version: Release.version, profile: profile)
    try FileAccess.write(project.bytes, to: context.path(file), named: file)
    try project.report.tell(context, writtenTo: report)
    if let warning = Self.warning(of: contents.study.participants) { context.printError(warning) }
    context.printError("wrote \(file)")
  }

  /// Says who is named in the file; `nil` when nobody is.
  private static func warning(of participants: [Participant]) -> String? {
    let named = participants.count { !$0.name.isEmpty }
    let agreed = participants.count { !$0.consent.isEmpty || $0.withdrawn != nil }
    guard named + agreed > 0 else { return nil }
    var parts: [String] = []
    if named > 0 { parts.append("the display names of \(counted(named, "participant"))") }
    if agreed > 0 { parts.append("what \(counted(agreed, "participant")) consented to or withdrew") }
    return
      "in its notes the file has \(parts.joined(separator: " and ")): pass it on only to people who may know"
  }
}

/// `realist export qdc`.
struct ExportCodes: Command {
  static let configuration = CommandConfiguration(
    name: "qdc", abstract: "Write the codes as a REFI-QDA codebook.",
    discussion: "Names, definitions with their rules of use, colours and the tree; no quotes.",
    examples: [Example("realist export qdc codebook.qdc")])

  @Argument(help: "The file to write.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study([.codes]) }
    let codebook = try RefiWriter.codebook(study, version: Release.version)
    try FileAccess.write(codebook.bytes, to: context.path(file), named: file)
    try codebook.report.tell(context, writtenTo: nil)
    context.printError("wrote \(file)")
  }
}

extension LossReport {
  /// Prints the report's lines, and writes it where that is asked for.
  func tell(_ context: Context, writtenTo file: String?) throws {
    for line in summary() { context.printError("  \(line)") }
    try write(to: file, context)
  }

  /// Writes the whole of it, where that is asked for.
  func write(to file: String?, _ context: Context) throws {
    guard let file else { return }
    let bytes = file.hasSuffix(".csv") ? csv : Array(markdown.utf8)
    try FileAccess.write(bytes, to: context.path(file), named: file)
    context.printError("the whole report: \(file)")
  }
}
