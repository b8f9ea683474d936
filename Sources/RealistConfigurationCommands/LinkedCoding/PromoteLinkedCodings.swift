import CommandKit
import RealistConsole
import RealistEditing
import RealistAnalysis
import RealistFolder
import RealistModel
import RealistStore

/// `realist linked-coding promote`.
struct PromoteLinkedCodings: Command {
  static let configuration = CommandConfiguration(
    name: "promote", abstract: "Make a configuration of linked codings, with their passages as its evidence.",
    discussion: """
      A group is named as group prints it, with the same --level and --pairs; linked codings of the same roles by their keys. The configuration \
      has an element for each role, with the code that all have in common. The whole passages support its elements together, the words of a \
      role support that element. Word the statement afterwards: cmo edit keeps the evidence with the codes.
      """,
    examples: [
      Example(#"realist linked-coding promote G1 --level 3 --title "Donna's Thursday""#),
      Example("realist linked-coding promote L3 L8 --key blame --theory permission"),
    ])

  @Argument(
    help: "A group, G1, or linked codings, L3 L8.", valueName: "KEY", completion: .dynamic("linked-codings"))
  var keys: [String]
  @OptionGroup var grouping: LinkedGrouping
  @Option(help: "A title.", valueName: "WORDS") var title = ""
  @Option(help: "A short name; else made of the title.", valueName: "KEY") var key: String?
  @Option(help: "The programme theory it belongs to.", valueName: "KEY", completion: .dynamic("theories"))
  var theory: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let (number, count) = try store.change(study.note(context, "linked-coding promote")) { writer in
      let material = try LinkedMaterial(writer.reader)
      let group = try group(material, writer.reader)
      let draft = ConfigurationDraft(
        statement: statement(of: group, material), title: title, key: key,
        theory: try theory.map { try writer.reader.theory($0).key })
      let (configuration, number, _) = try writer.addConfiguration(draft, place: "the codes")
      writer.command = "linked-coding promote \(listed(group.keys)) to \(configuration.key)"
      let evidence = group.evidence(
        for: configuration.elements.map(\.id), of: configuration.id, id: { writer.newID() })
      for piece in evidence { try writer.put(piece) }
      return (number, evidence.count)
    }
    context.report(
      "added CMO\(number)\(title.isEmpty ? "" : ": \(title)") with \(counted(count, "piece of evidence", "pieces of evidence"))"
    )
    context.printError("word it: realist cmo edit CMO\(number) --statement \"…\"")
  }

  private func group(_ material: LinkedMaterial, _ reader: StudyReader) throws -> LinkedCodingGroups.Group {
    if keys.count == 1, let number = Self.number(keys[0]) {
      let groups = try grouping.groups(of: material).groups
      guard groups.indices.contains(number - 1) else {
        throw Failure(
          "there is no group \(keys[0]): there are \(groups.count)",
          hint: "list them with the same options: realist linked-coding group", exitCode: Exit.noInput)
      }
      return groups[number - 1]
    }
    let own = try keys.map { try reader.linkedCoding($0).key }
    let group = LinkedCodingGroups.group(
      of: own, material.study, material.tree, speakers: material.speakers)
    guard let group else {
      throw Failure(
        "\(series(own)) do not have the same roles",
        hint: "see what they link: realist linked-coding list", exitCode: Exit.badData)
    }
    return group
  }

  /// The number in `G3`.
  private static func number(_ key: String) -> Int? {
    key.uppercased().first == "G" ? Int(key.dropFirst()) : nil
  }

  private func statement(of group: LinkedCodingGroups.Group, _ material: LinkedMaterial) -> String {
    let clauses = group.roles.map { role -> String in
      let code = role.code ?? role.codes.first
      let words = (code.flatMap { material.tree[$0]?.code.name } ?? "…").replacing("-", with: " ")
      return words + (role.path.isEmpty ? " (\(role.letter))" : " (\(role.letter): \(role.path))")
    }
    return clauses.joined(separator: ", ") + "."
  }
}
