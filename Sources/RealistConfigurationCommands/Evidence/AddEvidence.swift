import CommandKit
import RealistConsole
import RealistEditing
import RealistModel
import RealistStore

/// `realist evidence add`.
struct AddEvidence: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Say that a passage supports, refutes or refines a configuration.",
    discussion: """
      The words are found as you remember them: white space and quotation marks may differ, … stands for words left out, [brackets] for words put \
      in. The passage need not be coded. The same evidence given again changes its standing and its note.
      """,
    examples: [
      Example(#"realist evidence add CMO2.M1 P02 "We had to develop all of those clinical competencies""#),
      Example(
        #"realist evidence add CMO2.O1 P07 "I have not seen that" --bearing refutes --standing anticipated"#),
    ])

  @Argument(help: "What it speaks to.", valueName: "TARGET", completion: .dynamic("elements"))
  var target: String
  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "The words.", valueName: "QUOTE") var quote: String?
  @Option(short: "b", help: "What it does to the claim.") var bearing = Evidence.Bearing.supports
  @Option(help: "What kind of claim it makes.") var standing = Evidence.Standing.observed
  @Option(short: "n", help: "Take the nth of several places.", valueName: "NUMBER") var occurrence: Int?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Option(help: "A note on it.", valueName: "WORDS") var note: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let (isNew, done, opened, passage) = try store.change(study.note(context, "evidence add")) { writer in
      let target = try EvidenceTarget(self.target, in: writer.reader)
      let opened = try OpenedSource(self.source, in: writer.reader)
      let passage = try opened.find(
        quote: quote, span: span, occurrence: occurrence,
        usage: "realist evidence add \(target.name) \(opened.source.name) \"words of it\"")
      let segment = try writer.segment(at: passage.span, of: opened.source, text: opened.text).segment
      let isNew = try writer.addEvidence(
        segment.id, to: target.configuration, elements: target.elements, bearing: bearing,
        standing: standing, note: note
      ).isNew
      writer.command = "evidence add \(target.name) \(opened.source.name) (\(bearing.rawValue))"
      let place = "\(opened.source.name) \(passage.span.start)..\(passage.span.end)"
      return (isNew, "\(place) \(bearing.rawValue) \(target.name)", opened, passage)
    }
    try passage.explain(in: opened, context)
    switch isNew {
    case true?: context.report(done)
    case false?: context.report("changed: \(done)")
    case nil: context.printError("nothing to change: \(done) already")
    }
  }
}

extension Evidence.Bearing: ArgumentValue {}
extension Evidence.Standing: ArgumentValue {}
