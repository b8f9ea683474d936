import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist evidence remove`.
struct RemoveEvidence: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Take a passage off a configuration.",
    discussion:
      "The passage stays, with its codes. A few of its words are enough where only one piece of evidence has them.",
    examples: [Example(#"realist evidence remove CMO2.M1 P02 "all of those clinical competencies""#)])

  @Argument(help: "What it speaks to.", valueName: "TARGET", completion: .dynamic("elements"))
  var target: String
  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "The words; not needed where the source says one thing only.", valueName: "QUOTE")
  var quote: String?
  @Option(short: "b", help: "What it does to the claim, where that is not clear.")
  var bearing: Evidence.Bearing?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let done = try store.change(study.note(context, "evidence remove")) { writer in
      let target = try EvidenceTarget(self.target, in: writer.reader)
      let source = try writer.reader.source(self.source)
      let (evidence, segment) = try piece(of: target, from: source, writer.reader)
      writer.command = "evidence remove \(target.name) \(source.name) (\(evidence.bearing.rawValue))"
      try writer.removeEvidence(evidence.id)
      return
        "\(source.name) \(segment.span.start)..\(segment.span.end) no longer \(evidence.bearing.rawValue) \(target.name)"
    }
    context.report(done)
  }

  /// The one piece of evidence that is meant.
  private func piece(
    of target: EvidenceTarget, from source: Source, _ reader: StudyReader
  ) throws -> (Evidence, Segment) {
    let known = try reader.evidence(of: target.configuration.id).filter { piece in
      Set(piece.elements) == Set(target.elements) && bearing.map { $0 == piece.bearing } ?? true
    }
    let segments = try reader.segments(known.map(\.segment))
    var found = known.compactMap { piece in segments[piece.segment].map { (evidence: piece, segment: $0) } }
      .filter { $0.segment.source == source.id }
    if let quote {
      let spans = try spans(of: quote, in: source, reader)
      let current = found.filter { $0.segment.revision == source.revision }
      let exact = current.filter { spans.contains($0.segment.span) }
      found =
        exact.isEmpty ? current.filter { piece in spans.contains { piece.segment.span.contains($0) } } : exact
    }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      throw Failure(
        "\(source.name): \(found.count) pieces of evidence for \(target.name) fit",
        hint: "give more of the words, or --bearing: realist evidence list \(target.name)",
        exitCode: Exit.badData)
    }
    throw Failure(
      "\(source.name): none of its evidence for \(target.name) fits",
      hint: "list it: realist evidence list \(target.name)", exitCode: Exit.noInput)
  }

  private func spans(of quote: String, in source: Source, _ reader: StudyReader) throws -> [TextSpan] {
    let opened = try OpenedSource(source.name, in: reader)
    do {
      return try QuoteLocator(text: opened.text, turns: opened.turns).matches(for: quote).map(\.span)
    } catch {
      throw opened.failure(error)
    }
  }
}
