import CommandKit
import RealistFormats
import RealistModel
import RealistReports
import RealistStore

/// `realist recommendation`.
struct RecommendationGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "recommendation", aliases: ["recommendations"],
    abstract: "Recommendations, traced to the configurations and loops they follow from.",
    subcommands: [ListRecommendations.self, ImportRecommendations.self, ExportRecommendations.self])
}

/// `realist recommendation list`.
struct ListRecommendations: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the recommendations.",
    examples: [Example("realist recommendation list --format markdown")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study([.configurations, .theoryOfChange, .notes]) }
    try output.write(Table.recommendations(study), context)
  }
}

/// `realist recommendation import`.
struct ImportRecommendations: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Replace the recommendations by those of a CSV file.",
    discussion: """
      Columns are key, actor, action, rationale, configurations and loops; several keys in a cell are separated by semicolons.
      """,
    examples: [Example("realist recommendation import recommendations.csv")])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let store = try study.open(context, .readWrite)
    let (count, removed) = try store.change(study.note(context, "recommendation import \(file)")) { writer in
      let old = try writer.reader.recommendations()
      let new = try read(bytes, known: old, writer)
      if new != old { try writer.replaceRecommendations(new) }
      let keys = Set(new.map(\.key))
      return (new == old ? nil : new.count, old.filter { !keys.contains($0.key) }.map(\.key))
    }
    guard let count else { return context.printError("nothing to change: the study says the same") }
    context.report(
      "the study has \(counted(count, "recommendation")) now"
        + (removed.isEmpty ? "" : "; removed \(removed.joined(separator: ", "))"))
  }

  private func read(
    _ bytes: [UInt8], known: [Recommendation], _ writer: StudyWriter
  ) throws -> [Recommendation] {
    var study = try writer.reader.study([.configurations, .theoryOfChange])
    study.recommendations = []
    var builder = writer.builder(study)
    do {
      try builder.addRecommendations(bytes, file: file)
      try builder.addLoopsOfRecommendations(bytes, file: file)
    } catch {
      throw Problems(file, error.problems)
    }
    guard builder.problems.isEmpty else { throw Problems(file, builder.problems) }
    return builder.study.recommendations.map { one in
      var one = one
      one.id = known.first { $0.key == one.key }?.id ?? one.id
      return one
    }
  }
}

/// `realist recommendation export`.
struct ExportRecommendations: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the recommendations as a CSV file that import reads.",
    examples: [Example("realist recommendation export recommendations.csv")])

  @Argument(help: "The file; without one, standard output.", valueName: "FILE", completion: .files)
  var file: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study([.configurations, .theoryOfChange, .notes]) }
    try context.write(String(decoding: RecommendationsCSV.write(study), as: UTF8.self), to: file)
  }
}
