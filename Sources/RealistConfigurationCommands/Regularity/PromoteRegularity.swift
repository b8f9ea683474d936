import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistMatrices
import RealistModel
import RealistStore

/// `realist regularities promote`.
struct PromoteRegularity: Command {
  static let configuration = CommandConfiguration(
    name: "promote", abstract: "Make a configuration of a candidate, with its passages as evidence.",
    discussion: """
      The candidate is named by its two codes, as the table prints them, with the same --pairs, --level and --smart-zoom. The configuration is \
      proposed; each passage supports both elements together. Word the statement afterwards: cmo edit keeps the evidence with the codes.
      """,
    examples: [
      Example(
        #"realist regularities promote contexts/place outcomes/patients --level 2 --title "Miles and waiting""#
      )
    ])

  @Argument(help: "The code at the left.", valueName: "CODE", completion: .dynamic("codes")) var left: String
  @Argument(help: "The code at the right.", valueName: "CODE", completion: .dynamic("codes")) var right:
    String
  @OptionGroup var choice: RegularityOptions
  @Option(help: "A title.", valueName: "WORDS") var title = ""
  @Option(help: "A short name; else made of the title.", valueName: "KEY") var key: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let (number, count) = try store.change(study.note(context, "regularities promote")) { writer in
      let material = try RegularityMaterial(writer.reader)
      let candidate = try choice.candidate(
        left, right, in: choice.regularities(material), material.table.codes)
      let statement = try statement(of: candidate, material)
      let (configuration, number, _) = try writer.addConfiguration(
        ConfigurationDraft(statement: statement, title: title, key: key), place: "the codes")
      writer.command =
        "regularities promote \(candidate.left.label) \(candidate.right.label) to \(configuration.key)"
      let elements = configuration.elements.map(\.id)
      for place in candidate.passages {
        try writer.put(
          Evidence(
            id: writer.newID(), configuration: configuration.id, elements: elements,
            segment: material.table.passages[place].segment, coder: writer.coder, created: writer.time))
      }
      return (number, candidate.passages.count)
    }
    context.report(
      "added CMO\(number)\(title.isEmpty ? "" : ": \(title)") with \(counted(count, "piece of evidence", "pieces of evidence"))"
    )
    context.printError("word it: realist cmo edit CMO\(number) --statement \"…\"")
  }

  private func statement(
    of candidate: Regularities.Candidate, _ material: RegularityMaterial
  ) throws -> String {
    let template = material.study.template
    let clauses = try [
      (candidate.left.code, choice.pairs.roles.left), (candidate.right.code, choice.pairs.roles.right),
    ].map { id, roles in
      guard let node = material.table.codes[id],
        let slot = template.slots.first(where: { roles.contains($0.role) })
      else {
        throw Failure(
          "the template \(template.key) has no slot for \(choice.pairs.rawValue)",
          hint: "see its slots: realist study show", exitCode: Exit.badData)
      }
      return "\(node.code.name.replacing("-", with: " ")) (\(slot.letter): \(node.path))"
    }
    return clauses.joined(separator: ", ") + "."
  }
}
