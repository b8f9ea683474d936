import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist untag`.
struct UntagCommand: Command {
  static let configuration = CommandConfiguration(
    name: "untag", abstract: "Take codes off a passage, or the mark itself.",
    discussion: """
      Only your own codings go, unless --by-coder names somebody else. The passage stays marked, without a code, unless --segment takes the \
      mark away as well; where it is evidence, or bears codings by others, that needs --yes.
      """,
    examples: [
      Example(#"realist untag P05 "filled weeks in advance" --code outcomes/demand"#),
      Example("realist untag P05 --span 1204..1260 --segment --yes"),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "Words of the passage.", valueName: "QUOTE") var quote: String?
  @Option(
    short: "c", help: "The code to take off; else all.", valueName: "PATH", completion: .dynamic("codes"))
  var code: [String] = []
  @Option(help: "Whose codings go.", valueName: "NAME") var byCoder: String?
  @Flag(help: "Take the mark away too, with all that hangs on it.") var segment: Bool
  @Option(short: "n", help: "Which of several marked passages, from 1.", valueName: "NUMBER") var occurrence:
    Int?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Flag(short: "y", help: "Do it although the passage is evidence.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard !segment || (code.isEmpty && byCoder == nil) else {
      throw Failure.usage("--segment takes every code of everybody away: no --code or --by-coder with it")
    }
    let note = study.note(context, "untag")
    let choice = SegmentChoice(
      quote: quote, span: span, occurrence: occurrence,
      usage: #"realist untag \#(source) "words of it", or --span 1204..1260"#)
    let sentence = try study.open(context, .readWrite).change(note) { writer in
      let opened = try OpenedSource(source, in: writer.reader)
      let found = try choice.segment(in: opened, writer.reader)
      return segment
        ? try remove(found, in: opened, writer)
        : try untag(found, in: opened, by: byCoder ?? note.coder, writer)
    }
    context.report(sentence)
  }

  private func untag(
    _ segment: Segment, in opened: OpenedSource, by coder: String, _ writer: StudyWriter
  ) throws -> String {
    let codings = try writer.reader.codings(of: segment.id)
    let tree = try writer.reader.codeTree()
    let wanted = Set(try code.map { try tree.code(named: $0).code.id })
    let going = codings.filter { $0.coder == coder && (wanted.isEmpty || wanted.contains($0.code)) }
    let place = opened.place(segment.span)
    guard !going.isEmpty else {
      let others = Set(codings.filter { wanted.isEmpty || wanted.contains($0.code) }.map(\.coder)).sorted()
      throw Failure(
        "\(place): there is no such coding by \(coder)",
        hint: others.isEmpty ? nil : "there is by \(series(others)): add --by-coder \(others[0])",
        exitCode: Exit.noInput)
    }
    for coding in going { try writer.untag(segment.id, code: coding.code, coder: coder) }
    let paths = going.compactMap { tree[$0.code]?.path }
    writer.command =
      "untag \(opened.source.name) \(segment.span.start)..\(segment.span.end) from \(series(paths))"
      + (coder == writer.coder ? "" : " by \(coder)")
    let rest = codings.count == going.count ? "; it stays marked, without a code" : ""
    return "took \(series(paths)) off \(place)\(rest)"
  }

  private func remove(_ segment: Segment, in opened: OpenedSource, _ writer: StudyWriter) throws -> String {
    let place = opened.place(segment.span)
    let codings = try writer.reader.codings(of: segment.id)
    let others = codings.filter { $0.coder != writer.coder }
    var used = try writer.dependents(ofSegment: segment.id)
    if !others.isEmpty { used.append(StoreError.Dependents(count: others.count, kind: .coding)) }
    guard used.isEmpty || yes else { throw StoreError.inUse(.segment, name: place, by: used) }
    try writer.removeSegment(segment.id)
    writer.command = "untag \(opened.source.name) \(segment.span.start)..\(segment.span.end), mark included"
    let lost = used.filter { $0.kind != .coding }.map {
      counted($0.count, $0.kind.singular, $0.kind.plural)
    }
    let parts = (codings.isEmpty ? [] : [counted(codings.count, "coding")]) + lost
    return "took the mark off \(place)" + (parts.isEmpty ? "" : " with \(series(parts))")
  }
}
