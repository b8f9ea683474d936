import CommandKit
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist study`.
struct StudyGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "study", abstract: "What the study itself says: title, question, ethics, attribution.",
    subcommands: [ShowStudy.self, EditStudy.self])
}

/// `realist study show`.
struct ShowStudy: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print what the study says of itself.", examples: [Example("realist study show")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let header = try study.open(context).read { try $0.header() }
    let attributes = header.attributes.map { "\($0.subject.rawValue) \($0.name): \($0.kind.title)" }
    let rows: [(String, String, Table.Cell)] = [
      ("title", "Title", .init(header.title)), ("question", "Question", .init(header.question)),
      ("summary", "Summary", .init(header.summary)), ("ethics", "Ethics", .init(header.ethics)),
      ("template", "Template", .init(header.template.name)),
      ("attribution", "Attribution", .init(header.attribution.pattern)),
      ("stages", "Stages", .init(items: header.stages.map(\.name))),
      ("attributes", "Attributes", .init(items: attributes)),
      ("created", "Created", .init(header.created.iso8601)),
    ]
    let head = Table.Head(columns: [
      .init("what", "What", isRowHeading: true), .init("value", "Value", kind: .list),
    ])
    try output.write(Table(head, rows: rows.map { .cells([.init($0.1), $0.2]) }), context)
  }
}

/// `realist study edit`.
struct EditStudy: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Change what the study says of itself.",
    discussion: """
      The attribution is how a quote names who said it: words with {number}, {id}, {name}, {source} or {an attribute} in it, such as \
      "({profession}, band {band})".
      """,
    examples: [
      Example(#"realist study edit --title "Support roles in allied health" --ethics "REC 25/123""#),
      Example(#"realist study edit --attribution "(Participant {number}, {profession})""#),
    ])

  @Option(help: "What the study is called.", valueName: "WORDS") var title: String?
  @Option(help: "What works for whom, in what circumstances and why?", valueName: "WORDS") var question:
    String?
  @Option(help: "The study in a few sentences.", valueName: "WORDS") var summary: String?
  @Option(help: "Who approved it, and what participants consented to.", valueName: "WORDS") var ethics:
    String?
  @Option(help: "How quotes name who said them.", valueName: "PATTERN") var attribution: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let changes: [(name: String, value: String?, field: WritableKeyPath<Study, String>)] = [
      ("title", title, \.title), ("question", question, \.question), ("summary", summary, \.summary),
      ("ethics", ethics, \.ethics),
    ]
    let changed = try study.open(context, .readWrite).change(study.note(context, "edit study")) { writer in
      var header = try writer.reader.header()
      var changed: [String] = []
      for change in changes {
        guard let value = change.value, value != header[keyPath: change.field] else { continue }
        header[keyPath: change.field] = value
        changed.append(change.name)
      }
      if let attribution, attribution != header.attribution.pattern {
        try AttributionFields.check(attribution, attributes: header.attributes)
        header.attribution = AttributionPattern(attribution)
        changed.append("attribution")
      }
      guard !changed.isEmpty else { return changed }
      guard !header.title.trimmed.isEmpty else { throw Failure.usage("a study has a title") }
      writer.command = "edit the study's \(changed.joined(separator: ", "))"
      try writer.put(header: header)
      return changed
    }
    guard !changed.isEmpty else {
      return context.printError("nothing was changed; say what: realist study edit --help")
    }
    context.report("changed the study's \(changed.joined(separator: ", "))")
  }
}

/// The fields that an attribution can have.
enum AttributionFields {
  /// Refuses a field that nobody has: it would print as nothing.
  static func check(_ pattern: String, attributes: [AttributeDefinition]) throws {
    let known =
      ["number", "id", "name", "source"] + attributes.filter { $0.subject == .participant }.map(\.name)
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let field = String(rest[rest.index(after: open)..<close])
      guard known.contains(field) else {
        throw Failure.usage(
          "'\(field)' is no attribute of participants",
          hint: "an attribution can have \(known.map { "{\($0)}" }.joined(separator: ", "))")
      }
      rest = rest[rest.index(after: close)...]
    }
  }
}
