import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist linked-coding add`.
struct AddLinkedCoding: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Code a passage as what it links.",
    discussion: """
      Each role is a code, and where some of the words of the passage say it, these: CODE="the words". They are looked for inside the passage \
      only, as tolerantly as the passage itself. Roles of the study's template that have no option of their own are given by their letter, \
      --role I:CODE.
      """,
    examples: [
      Example(
        #"realist linked-coding add P01 "nobody came in for me … moaned" --context no-backfill="nobody came in for me" --mechanism guilt-towards-colleagues"#
      ),
      Example(
        #"realist linked-coding add P05 --span 1204..1290 --mechanism feeling-alone --outcome work-handed-back --tag"#
      ),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "The words of the whole passage.", valueName: "QUOTE") var quote: String?
  @Option(short: "n", help: "Take the nth of several places.", valueName: "NUMBER") var occurrence: Int?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Option(help: "A context.", valueName: "CODE[=WORDS]", completion: .dynamic("codes")) var context:
    [String] =
      []
  @Option(help: "A mechanism.", valueName: "CODE[=WORDS]", completion: .dynamic("codes"))
  var mechanism: [String] = []
  @Option(help: "An outcome.", valueName: "CODE[=WORDS]", completion: .dynamic("codes"))
  var outcome: [String] = []
  @Option(help: "A role by its letter in the template.", valueName: "LETTER:CODE[=WORDS]") var role:
    [String] =
      []
  @Option(help: "Why.", valueName: "WORDS") var memo = ""
  @Flag(help: "Also tag the words of each role with its code.") var tag: Bool
  @Flag(help: "Make the codes that the study lacks.") var create: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let (linked, isNew, opened, passage, tagged) = try store.change(
      study.note(context, "linked-coding add")
    ) { writer in
      let opened = try OpenedSource(source, in: writer.reader)
      let passage = try opened.find(
        quote: quote, span: span, occurrence: occurrence,
        usage:
          "realist linked-coding add \(opened.source.name) \"words of it\" --context CODE --mechanism CODE")
      let roles = try roles(writer.reader.header().template)
      let parts = try parts(roles, in: opened, passage.span, writer)
      let segment = try writer.segment(at: passage.span, of: opened.source, text: opened.text).segment
      let (linked, isNew) = try put(parts, on: segment.id, writer)
      let tagged = tag ? try self.tag(linked, writer) : 0
      writer.command = "linked-coding add \(linked.key) (\(linked.shape)) in \(opened.source.name)"
      return (linked, isNew, opened, passage, tagged)
    }
    try passage.explain(in: opened, context)
    let place = "\(linked.key) (\(linked.shape)) in \(opened.place(passage.span))"
    guard isNew || tagged > 0 else {
      return context.printError("nothing to change: \(place) is there already")
    }
    context.report(
      (isNew ? "added \(place)" : "\(place) was there already")
        + (tagged > 0 ? "; made \(counted(tagged, "coding"))" : ""))
  }

  /// The roles that were asked for, in the order of the template.
  private func roles(_ template: Template) throws -> [LinkedRole] {
    var roles: [LinkedRole] = []
    let named: [(String, Template.Role, [String])] = [
      ("--context", .context, context), ("--mechanism", .mechanism, mechanism),
      ("--outcome", .outcome, outcome),
    ]
    for (option, role, values) in named where !values.isEmpty {
      // A mechanism that is split into resource and reasoning is its reasoning.
      let slot = template.slot(role: role) ?? (role == .mechanism ? template.slot(role: .reasoning) : nil)
      guard let slot else {
        throw Failure.usage(
          "\(option): the study's template has no \(role.rawValue)",
          hint: "its letters are \(template.slots.map(\.letter).joined(separator: ", ")): --role LETTER:CODE")
      }
      roles += values.map { LinkedRole(letter: slot.letter, value: $0) }
    }
    for value in role { roles.append(try LinkedRole(value, template: template)) }
    guard roles.count > 1 else {
      throw Failure.usage(
        "a linked coding links at least two roles",
        hint: "--context CODE --mechanism CODE, --mechanism CODE --outcome CODE, or all three")
    }
    let ordered = roles.enumerated().sorted {
      (template.position(of: $0.element.letter), $0.offset)
        < (template.position(of: $1.element.letter), $1.offset)
    }
    return ordered.map(\.element)
  }

  private func parts(
    _ roles: [LinkedRole], in opened: OpenedSource, _ whole: TextSpan, _ writer: StudyWriter
  ) throws -> [LinkedCoding.Part] {
    try roles.map { role in
      let (name, words) = try role.parts(in: writer.reader.codeTree())
      guard let code = try writer.codes(commanded: [name], creating: create).codes.first?.id else {
        throw StoreError.unknown(.code, name: name, nearest: [])
      }
      var part = LinkedCoding.Part(letter: role.letter, code: code)
      if let words {
        let span = try opened.find(words, within: whole)
        if span != whole {
          part.segment = try writer.segment(at: span, of: opened.source, text: opened.text).segment.id
        }
      }
      return part
    }
  }

  /// Writes it, unless this coder has linked the same before; a memo that is given replaces the old one.
  private func put(
    _ parts: [LinkedCoding.Part], on segment: ID<Segment>, _ writer: StudyWriter
  ) throws -> (LinkedCoding, isNew: Bool) {
    let all = try writer.reader.linkedCodings()
    let same = all.first { $0.segment == segment && $0.parts == parts && $0.coder == writer.coder }
    if var same {
      guard !memo.isEmpty, memo != same.memo else { return (same, false) }
      same.memo = memo
      try writer.put(same)
      return (same, true)
    }
    let linked = LinkedCoding(
      id: writer.newID(), key: LinkedCoding.nextKey(after: all.map(\.key)), segment: segment, parts: parts,
      coder: writer.coder, created: writer.time, memo: memo)
    try writer.put(linked)
    return (linked, true)
  }

  private func tag(_ linked: LinkedCoding, _ writer: StudyWriter) throws -> Int {
    try linked.parts.reduce(0) { count, part in
      count + (try writer.tag(part.segment ?? linked.segment, with: part.code) ? 1 : 0)
    }
  }
}

/// A role as it was typed: `no-backfill=nobody came in`.
struct LinkedRole {
  let letter: String
  let value: String

  init(letter: String, value: String) { (self.letter, self.value) = (letter, value) }

  /// From `I:CODE=words`.
  init(_ text: String, template: Template) throws {
    let halves = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let slot = template.slots.first { $0.letter.lowercased() == halves.first?.lowercased() }
    guard let slot, halves.count == 2 else {
      throw Failure.usage(
        "--role \(text): this is no role of the study's template",
        hint: "write LETTER:CODE; its letters are \(template.slots.map(\.letter).joined(separator: ", "))")
    }
    self.init(letter: slot.letter, value: halves[1])
  }

  /// The code's name and the words after the `=`. A code whose own name has a `=` in it is found first.
  func parts(in tree: CodeTree) -> (code: String, words: String?) {
    guard tree.matches(value).isEmpty, let equals = value.firstIndex(of: "=") else { return (value, nil) }
    let words = value[value.index(after: equals)...].trimmed
    return (value[..<equals].trimmed, words.isEmpty ? nil : words)
  }
}

extension OpenedSource {
  /// The place of words inside a passage.
  func find(_ words: String, within passage: TextSpan) throws -> TextSpan {
    do throws(QuoteError) {
      return try text.locate(words, within: passage, turns: turns).span
    } catch {
      switch error {
      case .notFound:
        throw Failure(
          "\(source.name): the passage at \(passage.start)..\(passage.end) does not have the words of a role",
          hint: "the words of a role lie inside the passage; leave them out where the whole passage says it",
          exitCode: Exit.badData)
      case .ambiguous(let count, _):
        throw Failure(
          "\(source.name): the words of a role are in the passage \(count) times",
          hint: "give more of the words", exitCode: Exit.badData)
      default: throw failure(error)
      }
    }
  }
}
