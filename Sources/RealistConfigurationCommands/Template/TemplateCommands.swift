import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistReports
import RealistStore

/// `realist template`.
struct TemplateGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "template", aliases: ["templates"],
    abstract: "What configurations are made of: their elements, letters, definitions, coding rules.",
    discussion: """
      cmo, icamo, scmo, cimo and resource-reasoning are known; a study's own is read from a file: template export writes one to begin with. \
      Which elements a report uses, and why, belongs into it (de Weger et al. 2020): template show prints the table of terms.
      """,
    subcommands: [
      ListTemplates.self, ShowTemplate.self, SetTemplate.self, ImportTemplate.self, ExportTemplate.self,
    ])
}

/// `realist template list`.
struct ListTemplates: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the templates, and say which one the study uses.",
    examples: [Example("realist template list")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let current = try study.open(context).read { try $0.header().template }
    try output.write(Table.templates(current: current), context)
  }
}

/// `realist template show`.
struct ShowTemplate: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print the elements of a template with definitions and coding rules.",
    examples: [Example("realist template show --format markdown"), Example("realist template show icamo")])

  @Argument(
    help: "A template; without one, the study's.", valueName: "KEY",
    completion: .values(Template.known.map(\.key)))
  var key: String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let current = try study.open(context).read { try $0.header().template }
    let template = try key.map { try Template.named($0, current: current) } ?? current
    try output.write(Table.template(template, title: template.name), context)
  }
}

/// `realist template set`.
struct SetTemplate: Command {
  static let configuration = CommandConfiguration(
    name: "set", abstract: "Give the study another template, or change what one of its elements means.",
    discussion: """
      A template that lacks a letter which elements or linked codings have is refused. --columns says which columns cmo table prints where it is \
      asked for none; usual takes that back.
      """,
    examples: [
      Example("realist template set icamo"),
      Example(
        #"realist template set --letter C --rule "Use it for what was there before, or came without the programme""#
      ),
      Example("realist template set --columns number,c,m,o,refuting,confidence"),
    ])

  @Argument(
    help: "A known template.", valueName: "KEY", completion: .values(Template.known.map(\.key)))
  var key: String?
  @Option(help: "The element to change.", valueName: "LETTER") var letter: String?
  @Option(help: "What it is called.", valueName: "WORDS") var name: String?
  @Option(help: "What several of it are called.", valueName: "WORDS") var plural: String?
  @Option(help: "What it means.", valueName: "WORDS") var definition: String?
  @Option(help: "When to use it.", valueName: "WORDS") var rule: String?
  @Option(help: "The columns of cmo table, with commas between.", valueName: "NAMES") var columns: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let hasWords = [name, plural, definition, rule].contains { $0 != nil }
    guard key != nil || letter != nil || columns != nil else {
      throw Failure.usage(
        "what to set is not said", hint: "realist template set icamo, or --letter C --rule \"…\"")
    }
    guard hasWords == (letter != nil) else {
      throw Failure.usage(
        "--letter says which element, --name, --plural, --definition and --rule what changes in it",
        hint: "realist template set --letter C --rule \"…\"")
    }
    let store = try study.open(context, .readWrite)
    let changed = try store.change(study.note(context, "template set")) { writer in
      let old = try writer.reader.header().template
      let new = try edited(old)
      writer.command = "template set \(new.key)"
      if new != old { try writer.put(new) }
      return new != old
    }
    guard changed else { return context.printError("nothing to change") }
    context.report("the study's template is changed")
  }

  private func edited(_ old: Template) throws -> Template {
    var template = old
    if let key {
      template = try Template.named(key, current: old)
      if key != old.key { template.columns = [] }
    }
    if let letter {
      let known = template.slots.map(\.letter)
      guard let place = known.firstIndex(where: { $0.lowercased() == letter.lowercased() }) else {
        throw StoreError.unknown(.slot, name: letter, nearest: known)
      }
      if let name { template.slots[place].name = name.trimmed }
      if let plural { template.slots[place].plural = plural.trimmed }
      if let definition { template.slots[place].definition = definition.trimmed }
      if let rule { template.slots[place].rule = rule.trimmed }
    }
    if let columns {
      template.columns =
        columns == "usual"
        ? [] : try ConfigurationColumn.list(columns, template: template).map(\.name)
    }
    return template
  }
}

/// `realist template import`.
struct ImportTemplate: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read the study's own template from a file.",
    discussion:
      "The file is what template export writes: JSON with key, name, and slots with letter, name, plural, role, definition, rule.",
    examples: [Example("realist template import camo.json")])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let template: Template
    do {
      template = try TemplateJSON.read(bytes, file: file)
    } catch {
      throw Problems(file, error.problems)
    }
    _ = try template.columns.map { try ConfigurationColumn($0, template: template) }
    let store = try study.open(context, .readWrite)
    let changed = try store.change(study.note(context, "template import \(template.key)")) { writer in
      guard try writer.reader.header().template != template else { return false }
      try writer.put(template)
      return true
    }
    guard changed else { return context.printError("nothing to change: the study says the same") }
    context.report("the study's template is \(template.key)")
  }
}

/// `realist template export`.
struct ExportTemplate: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write a template as a file that import reads.",
    examples: [Example("realist template export own.json"), Example("realist template export - icamo")])

  @Argument(help: "The file; without one, standard output.", valueName: "FILE", completion: .files)
  var file: String?
  @Argument(
    help: "A template; without one, the study's.", valueName: "KEY",
    completion: .values(Template.known.map(\.key)))
  var key: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let current = try study.open(context).read { try $0.header().template }
    let template = try key.map { try Template.named($0, current: current) } ?? current
    try context.write(String(decoding: TemplateJSON.write(template), as: UTF8.self), to: file)
  }
}

extension Template {
  /// The study's template, or a known one, by key.
  fileprivate static func named(_ key: String, current: Template) throws -> Template {
    let all = [current] + known.filter { $0.key != current.key }
    if let found = all.first(where: { $0.key == key.lowercased() || $0.key == key }) { return found }
    let near = Suggestion.nearest(to: key, in: all.map(\.key))
    throw Failure(
      "there is no template '\(key)'",
      hint: near.isEmpty
        ? "they are \(all.map(\.key).joined(separator: ", "))" : "did you mean '\(near[0])'?",
      exitCode: Exit.noInput)
  }
}
