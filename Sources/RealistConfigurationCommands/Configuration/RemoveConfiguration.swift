import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist cmo remove`.
struct RemoveConfiguration: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a configuration with its elements and evidence.",
    discussion: "The quotes stay. A configuration that something refers to goes only with --yes.",
    examples: [Example("realist cmo remove CMO2 --yes")])

  @Argument(help: "The configuration.", valueName: "CMO", completion: .dynamic("configurations"))
  var name: String
  @Flag(short: "y", help: "Also when evidence, links, recommendations or memos go with it.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let key = try store.change(study.note(context, "cmo remove")) { writer in
      let configuration = try writer.reader.configuration(name)
      let dependents = try writer.dependents(ofConfiguration: configuration.id)
      guard yes || dependents.isEmpty else {
        throw StoreError.inUse(.configuration, name: name, by: dependents)
      }
      writer.command = "cmo remove \(configuration.key)"
      try writer.removeConfiguration(configuration.id)
      return configuration.key
    }
    context.report("removed \(key)")
  }
}
