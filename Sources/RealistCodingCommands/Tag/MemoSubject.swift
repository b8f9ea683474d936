import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// What a memo is about: one thing of the study, or the study itself.
struct MemoSubject: ParameterGroup {
  static let title: String? = "What it is about; else the study"

  @Option(help: "A code.", valueName: "PATH", completion: .dynamic("codes")) var code: String?
  @Option(help: "A participant.", valueName: "ID", completion: .dynamic("participants")) var participant:
    String?
  @Option(
    help: "A source, or with --quote or --span a passage of it.", valueName: "NAME",
    completion: .dynamic("sources"))
  var source: String?
  @Option(help: "Words of a passage of the source.", valueName: "QUOTE") var quote: String?
  @Option(help: "A passage of the source by offsets.", valueName: "START..END") var span: SpanArgument?
  @Option(help: "A configuration.", valueName: "ID", completion: .dynamic("configurations")) var cmo: String?
  @Option(help: "A programme theory.", valueName: "ID", completion: .dynamic("theories")) var theory: String?
  @Option(help: "A factor of the theory of change.", valueName: "ID", completion: .dynamic("factors"))
  var factor: String?

  var isEmpty: Bool { names.isEmpty && quote == nil && span == nil }

  private var names: [String] { [code, participant, source, cmo, theory, factor].compactMap { $0 } }

  /// - Throws: a usage failure when more than one thing was named, ``StoreError/unknown(_:name:nearest:)``.
  func subject(_ reader: StudyReader) throws -> Memo.Subject {
    guard names.count < 2 else {
      throw Failure.usage("a memo is about one thing, and \(names.count) were named")
    }
    guard source != nil || (quote == nil && span == nil) else {
      throw Failure.usage("--quote and --span need --source")
    }
    if let code { return .code(try reader.code(code).code.id) }
    if let participant { return .participant(try reader.participant(participant).id) }
    if let cmo { return .configuration(try reader.configuration(cmo).id) }
    if let theory { return .theory(try reader.theory(theory).id) }
    if let factor { return .factor(try reader.factor(factor).id) }
    guard let source else { return .study }
    guard quote != nil || span != nil else { return .source(try reader.source(source).id) }
    let choice = SegmentChoice(quote: quote, span: span, occurrence: nil, usage: "--quote or --span")
    return .segment(try choice.segment(in: OpenedSource(source, in: reader), reader).id)
  }
}
