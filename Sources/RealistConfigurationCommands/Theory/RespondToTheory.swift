import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist theory respond`.
struct RespondToTheory: Command {
  static let configuration = CommandConfiguration(
    name: "respond", abstract: "Record what somebody said when a theory was put to them.",
    discussion:
      "Who said it is read from the transcript. The same words again change what they are recorded as.",
    examples: [
      Example(
        #"realist theory respond permission P02 "You can't trust somebody off a flow chart" --falsifies"#),
      Example(
        #"realist theory respond permission P08-P09 "The paper tells you she can" --refines --version 1"#),
    ])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "The words.", valueName: "QUOTE") var quote: String?
  @Flag(help: "They say it is so.") var confirms: Bool
  @Flag(help: "They say it is not so.") var falsifies: Bool
  @Flag(help: "They say how it is instead, or when.") var refines: Bool
  @Flag(help: "Take the response off the record.") var remove: Bool
  @Option(help: "Which wording was put to them, from 1; the newest without it.", valueName: "NUMBER")
  var version: Int?
  @Option(short: "n", help: "Take the nth of several places.", valueName: "NUMBER") var occurrence: Int?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Option(help: "A note on it.", valueName: "WORDS") var note: String?
  @OptionGroup var study: StudyOptions

  private func kind() throws -> TheoryResponse.Kind? {
    let chosen: [(Bool, TheoryResponse.Kind?)] = [
      (confirms, .confirms), (falsifies, .falsifies), (refines, .refines), (remove, nil),
    ]
    let given = chosen.filter(\.0)
    guard given.count == 1 else {
      throw Failure.usage(
        given.isEmpty ? "what they said to it is not said" : "a response does one thing",
        hint: "say one of --confirms, --falsifies, --refines")
    }
    return given[0].1
  }

  func run(_ context: Context) throws {
    let kind = try kind()
    let store = try study.open(context, .readWrite)
    let (done, changed, opened, passage) = try store.change(
      study.note(context, "theory respond")
    ) { writer in
      let theory = try writer.reader.theory(key)
      let opened = try OpenedSource(source, in: writer.reader)
      let passage = try opened.find(
        quote: quote, span: span, occurrence: occurrence,
        usage: "realist theory respond \(theory.key) \(opened.source.name) \"words of it\" --confirms")
      let segment = try writer.segment(at: passage.span, of: opened.source, text: opened.text).segment
      let place = "\(opened.source.name) \(passage.span.start)..\(passage.span.end)"
      guard let kind else {
        try removeResponse(to: theory, segment.id, opened, writer)
        return ("\(place) is no longer a response to \(theory.key)", true, opened, passage)
      }
      let changed = try put(kind, to: theory, segment.id, writer)
      writer.command = "theory respond \(theory.key) \(opened.source.name) (\(kind.rawValue))"
      return ("\(place) \(kind.rawValue) \(theory.key)", changed, opened, passage)
    }
    try passage.explain(in: opened, context)
    if changed { context.report(done) } else { context.printError("nothing to change: \(done) already") }
  }

  private func put(
    _ kind: TheoryResponse.Kind, to theory: Theory, _ segment: ID<Segment>, _ writer: StudyWriter
  ) throws -> Bool {
    let wordings = theory.versions.indices.filter { theory.versions[$0].isWording }.map { $0 + 1 }
    guard let shown = version ?? wordings.last, wordings.contains(shown) else {
      throw Failure.usage(
        "--version \(version ?? 0): the theory \(theory.key) has no such wording",
        hint: "its wordings are \(series(wordings.map(String.init))): realist theory show \(theory.key)")
    }
    let known = try writer.reader.responses().first {
      $0.theory == theory.id && $0.segment == segment && $0.version == shown
    }
    var response =
      known
      ?? TheoryResponse(
        id: writer.newID(), theory: theory.id, version: shown, segment: segment, kind: kind,
        coder: writer.coder, created: writer.time)
    (response.kind, response.note) = (kind, note ?? response.note)
    guard response != known else { return false }
    try writer.put(response)
    return true
  }

  private func removeResponse(
    to theory: Theory, _ segment: ID<Segment>, _ opened: OpenedSource, _ writer: StudyWriter
  ) throws {
    let known = try writer.reader.responses().filter {
      $0.theory == theory.id && $0.segment == segment && $0.version == version ?? $0.version
    }
    guard !known.isEmpty else {
      throw Failure(
        "\(opened.source.name): these words are no response to \(theory.key)",
        hint: "list them: realist theory responses --explain", exitCode: Exit.noInput)
    }
    writer.command = "theory respond \(theory.key) \(opened.source.name) (removed)"
    for response in known { try writer.removeResponse(response.id) }
  }
}

/// `realist theory responses`.
struct ListResponses: Command {
  static let configuration = CommandConfiguration(
    name: "responses",
    abstract: "Print who said what to which programme theory: confirm, falsify, refine, silent.",
    discussion: """
      A row for everybody who took part and has not withdrawn, or for each value of an attribute. Silent is who has no recorded response; it \
      does not say that they were asked.
      """,
    examples: [
      Example("realist theory responses --format markdown"),
      Example("realist theory responses --group stakeholder --explain"),
    ])

  @Option(
    help: "Rows are the values of this attribute.", valueName: "ATTRIBUTE",
    completion: .dynamic("participant-attributes"))
  var group: String?
  @Flag(help: "Print the passages behind the numbers.") var explain: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let store = try study.open(context)
    let material = try store.read { try TheoryMaterial($0) }
    let attribute = try group.map { name in try store.read { try $0.participantAttribute(name) } }
    let matrix = TheoryResponses(material.study, passages: material.passages, by: attribute)
    if explain {
      try output.write(Table.explanation(matrix.explained, passages: material.passages), context)
    } else {
      let heading = attribute ?? "Participant"
      try output.write(Table.theoryResponses(matrix, heading: heading), context)
    }
  }
}

/// The programme theories with the words of their passages and responses.
struct TheoryMaterial {
  let study: Study
  let passages: QuotedPassages

  init(_ reader: StudyReader) throws {
    study = try reader.configuredStudy()
    passages = QuotedPassages(study, try StudyLookup(study), words: try reader.evidenceWords(of: study))
  }
}

extension StudyReader {
  /// The attribute of participants that is meant; any case will do. A trailing `=`, as completion offers it, is taken off.
  func participantAttribute(_ name: String) throws -> String {
    let name = name.hasSuffix("=") ? String(name.dropLast()) : name
    let names = try attributes().filter { $0.subject == .participant }.map(\.name)
    if let found = names.first(where: { $0.isIdentical(to: name) })
      ?? names.first(where: { $0.lowercased() == name.lowercased() })
    {
      return found
    }
    let near = Suggestion.nearest(to: name, in: names)
    throw StoreError.unknown(.attribute, name: name, nearest: near.isEmpty ? names : near)
  }
}
