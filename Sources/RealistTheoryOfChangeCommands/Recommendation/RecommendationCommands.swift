import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
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
      Columns are key, actor, action, rationale, configurations and loops; several keys in a cell are separated by semicolons. Loops come with the \
      theory of change, whose loops name recommendations: import these, then realist toc import, then these again.
      """,
    examples: [Example("realist recommendation import recommendations.csv")])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let store = try study.open(context, .readWrite)
    let (count, removed, lacksLoops) = try store.change(study.note(context, "recommendation import \(file)"))
    { writer in
      let old = try writer.reader.recommendations()
      let (new, lacksLoops) = try read(bytes, known: old, writer)
      if new != old { try writer.replaceRecommendations(new) }
      let keys = Set(new.map(\.key))
      let removed = old.filter { !keys.contains($0.key) }.map(\.key)
      return (new == old ? nil : new.count, removed, lacksLoops)
    }
    if lacksLoops {
      context.printError("note: the study has no loops yet; import this file again after realist toc import")
    }
    guard let count else { return context.printError("nothing to change: the study says the same") }
    context.report(
      "the study has \(counted(count, "recommendation")) now"
        + (removed.isEmpty ? "" : "; removed \(removed.joined(separator: ", "))"))
  }

  /// The recommendations, and whether they name loops of a theory of change that is not there yet.
  private func read(
    _ bytes: [UInt8], known: [Recommendation], _ writer: StudyWriter
  ) throws -> (recommendations: [Recommendation], lacksLoops: Bool) {
    var study = try writer.reader.study([.configurations, .theoryOfChange])
    study.recommendations = []
    var builder = writer.builder(study)
    var lacksLoops = false
    do {
      try builder.addRecommendations(bytes, file: file)
      let before = builder
      try builder.addLoopsOfRecommendations(bytes, file: file)
      if study.loops.isEmpty, builder.problems.count > before.problems.count {
        (builder, lacksLoops) = (before, true)
      }
    } catch {
      throw Problems(file, error.problems)
    }
    guard builder.problems.isEmpty else { throw Problems(file, builder.problems) }
    let recommendations = builder.study.recommendations.map { one in
      var one = one
      one.id = known.first { $0.key == one.key }?.id ?? one.id
      return one
    }
    return (recommendations, lacksLoops)
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
