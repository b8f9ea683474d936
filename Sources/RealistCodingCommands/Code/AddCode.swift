import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist code add`.
struct AddCode: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Add a code, with the codes above it that are missing.",
    examples: [
      Example(
        #"realist code add outcomes/service/retention --definition "Staff stay" --not "Staff move within the service""#
      )
    ])

  @Argument(help: "Where it stands in the hierarchy, parts joined by /.", valueName: "PATH") var path: String
  @OptionGroup var details: CodeDetails
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let made = try study.open(context, .readWrite).change(study.note(context, "code add \(path)")) { writer in
      let (id, made) = try writer.addCode(path: path)
      guard !made.isEmpty, var code = try writer.reader.codeTree()[id]?.code else {
        throw StoreError.taken(.code, name: path)
      }
      details.apply(to: &code)
      try writer.put(code)
      return made
    }
    let above = made.dropLast()
    context.report("added \(path)" + (above.isEmpty ? "" : ", and above it \(series(Array(above)))"))
  }
}

/// `realist code edit`.
struct EditCode: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Change what a code means, its colour or its key.",
    discussion: "Only what is given changes; an empty text takes the old one away.",
    examples: [
      Example(##"realist code edit retention --use "Leaving, staying, coming back" --colour "#0072b2""##)
    ])

  @Argument(help: "The code.", valueName: "PATH", completion: .dynamic("codes")) var code: String
  @OptionGroup var details: CodeDetails
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard !details.isEmpty else {
      throw Failure.usage(
        "nothing to change was given", hint: #"realist code edit \#(code) --definition "…""#)
    }
    let path = try study.open(context, .readWrite).change(study.note(context, "code edit")) { writer in
      let node = try writer.reader.code(code)
      var changed = node.code
      details.apply(to: &changed)
      writer.command = "code edit \(node.path)"
      try writer.put(changed)
      return node.path
    }
    context.report("changed \(path)")
  }
}
