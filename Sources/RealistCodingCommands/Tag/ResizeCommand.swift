import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist resize`.
struct ResizeCommand: Command {
  static let configuration = CommandConfiguration(
    name: "resize", abstract: "Let a marked passage begin or end somewhere else.",
    discussion: """
      Its codes, memos and evidence stay with it, and its quote is the new words everywhere. Where the new words are marked already, the two \
      become one.
      """,
    examples: [
      Example(#"realist resize P05 "weeks in advance" --to "the clinics were filled weeks in advance""#),
      Example("realist resize P05 --span 1204..1260 --to-span 1190..1260"),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "Words of the passage as it is marked.", valueName: "QUOTE") var quote: String?
  @Option(help: "The words it shall be.", valueName: "QUOTE") var to: String?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Option(help: "What it shall be, by offsets.", valueName: "START..END") var toSpan: SpanArgument?
  @Option(short: "n", help: "Which of several marked passages, from 1.", valueName: "NUMBER") var occurrence:
    Int?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let usage = #"realist resize \#(source) "old words" --to "new words""#
    let choice = SegmentChoice(quote: quote, span: span, occurrence: occurrence, usage: usage)
    let (opened, old, found, merged) = try study.open(context, .readWrite).change(
      study.note(context, "resize")
    ) {
      writer in
      let opened = try OpenedSource(source, in: writer.reader)
      let segment = try choice.segment(in: opened, writer.reader)
      let found = try newPlace(of: segment, in: opened, usage: usage)
      guard found.span != segment.span else {
        throw Failure("\(opened.place(found.span)) is what is marked already", exitCode: Exit.badData)
      }
      let there = try writer.reader.segment(
        at: found.span, of: segment.source, revision: segment.revision)
      try writer.resize(segment, to: found.span, text: opened.text)
      writer.command =
        "resize \(opened.source.name) \(segment.span.start)..\(segment.span.end) to \(found.span.start)..\(found.span.end)"
      return (opened, segment.span, found, there != nil)
    }
    try found.explain(in: opened, context)
    context.report(
      "\(opened.place(old)) is now \(opened.placeInText(found.span))"
        + (merged ? ", together with what was marked there" : ""))
  }

  /// Of several places with the new words, the one that overlaps the old.
  private func newPlace(
    of segment: Segment, in opened: OpenedSource, usage: String
  ) throws -> OpenedSource.Found {
    if let to, toSpan == nil {
      let locator = QuoteLocator(text: opened.text, turns: opened.turns)
      let near = ((try? locator.matches(for: to)) ?? []).filter { $0.span.overlaps(segment.span) }
      if let only = near.first, near.count == 1 {
        return OpenedSource.Found(span: only.span, isTolerant: !only.isExact)
      }
    }
    return try opened.find(quote: to, span: toSpan, occurrence: nil, usage: usage)
  }
}
