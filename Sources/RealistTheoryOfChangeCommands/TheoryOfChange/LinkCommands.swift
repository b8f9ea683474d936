import CommandKit
import RealistConsole
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// `realist link add`.
struct AddLink: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Say that one factor leads to another, or hinders it.",
    discussion: "A link that is there already gets the configurations and the quote in addition.",
    examples: [
      Example("realist link add training confidence --via CMO2"),
      Example(#"realist link add vacancies training --hinders --source P01 --quote "two posts empty""#),
    ])

  @Argument(help: "The factor it begins at.", valueName: "FROM", completion: .dynamic("factors"))
  var from: String
  @Argument(help: "The factor it leads to.", valueName: "TO", completion: .dynamic("factors")) var to: String
  @Flag(help: "More of the first means less of the second.") var hinders: Bool
  @Flag(help: "The second came about although the first stood against it: a barrier that was overcome.")
  var despite: Bool
  @Option(help: "A mark of the context in which it holds, one word.", valueName: "MARK")
  var context: [String] = []
  @Option(help: "A few words on the arrow.", valueName: "WORDS") var label: String?
  @Option(help: "A configuration that explains it.", valueName: "CMO", completion: .dynamic("configurations"))
  var via: [String] = []
  @Option(help: "The source of a quote that claims it.", valueName: "NAME", completion: .dynamic("sources"))
  var source: String?
  @Option(help: "The words of the quote.", valueName: "WORDS") var quote: String?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Option(short: "n", help: "Take the nth of several places.", valueName: "NUMBER") var occurrence: Int?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard (source == nil) == (quote == nil && span == nil) else {
      throw Failure.usage("--source goes with --quote or --span")
    }
    let store = try study.open(context, .readWrite)
    let arrow = "\(from) \(hinders ? "-|" : "->") \(to)"
    let isNew = try store.change(study.note(context, "link add \(arrow)")) { writer in
      var (link, known) = try LinkName(from, to, hinders: hinders, despite: despite).link(writer)
      if let label { link.label = label.trimmed }
      for mark in try marks where !link.contexts.contains(mark) { link.contexts.append(mark) }
      for name in via {
        let id = try writer.reader.configuration(name).id
        if !link.configurations.contains(id) { link.configurations.append(id) }
      }
      if let source {
        let opened = try OpenedSource(source, in: writer.reader)
        let found = try opened.find(
          quote: quote, span: span, occurrence: occurrence,
          usage: "--source \(source) --quote \"words of it\"")
        let segment = try writer.segment(at: found.span, of: opened.source, text: opened.text).segment.id
        if !link.segments.contains(segment) { link.segments.append(segment) }
      }
      guard link != known else { return Bool?.none }
      try writer.put(link)
      return known == nil
    }
    switch isNew {
    case true?: context.report("added \(arrow)")
    case false?: context.report("changed \(arrow)")
    case nil: context.printError("nothing to change: \(arrow) is there already")
    }
  }

  private var marks: [String] {
    get throws {
      let marks = self.context.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
      if let bad = marks.first(where: { !ConfigurationNotation.isKey($0) || $0.hasPrefix("#") }) {
        throw Failure.usage(
          "'\(bad)' cannot be a context mark", hint: "a mark is one word without quotation marks: night-shift"
        )
      }
      return marks
    }
  }
}

/// `realist link remove`.
struct RemoveLink: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a link between two factors.",
    examples: [Example("realist link remove training confidence")])

  @Argument(help: "The factor it begins at.", valueName: "FROM", completion: .dynamic("factors"))
  var from: String
  @Argument(help: "The factor it leads to.", valueName: "TO", completion: .dynamic("factors")) var to: String
  @Flag(help: "The one that hinders, where there are two.") var hinders: Bool
  @Flag(help: "The one that says despite, where there are two.") var despite: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "link remove \(from) \(to)")) { writer in
      let (start, end) = (try writer.reader.factor(from).id, try writer.reader.factor(to).id)
      let found = try writer.reader.links().filter { $0.from == start && $0.to == end }
      let wanted =
        found.count > 1
        ? found.filter { ($0.polarity == .decreases) == hinders && $0.isDespite == despite } : found
      guard let link = wanted.first else {
        throw StoreError.unknown(.link, name: "\(from) -> \(to)", nearest: [])
      }
      try writer.removeLink(link.id)
    }
    context.report("removed the link from \(from) to \(to)")
  }
}

/// A link as it is named: its ends and its direction.
private struct LinkName {
  let from: String
  let to: String
  let polarity: CausalLink.Polarity
  let isDespite: Bool

  init(_ from: String, _ to: String, hinders: Bool, despite: Bool) {
    (self.from, self.to, polarity) = (from, to, hinders ? .decreases : .increases)
    isDespite = despite
  }

  /// The link, new or as the study has it.
  func link(_ writer: StudyWriter) throws -> (link: CausalLink, known: CausalLink?) {
    let (start, end) = (try writer.reader.factor(from).id, try writer.reader.factor(to).id)
    let known = try writer.reader.links().first {
      $0.from == start && $0.to == end && $0.polarity == polarity && $0.isDespite == isDespite
    }
    let new = CausalLink(
      id: writer.newID(), from: start, to: end, polarity: polarity, isDespite: isDespite)
    return (known ?? new, known)
  }
}
