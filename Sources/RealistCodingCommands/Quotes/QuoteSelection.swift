import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistStore

/// Which quotes are wanted.
struct QuoteSelection: ParameterGroup {
  static let title: String? = "Which quotes"

  @Option(
    short: "c", help: "That bear this code, or one below it.", valueName: "PATH",
    completion: .dynamic("codes"))
  var code: [String] = []
  @Flag(help: "That bear the code itself, not one below it.") var exactCode: Bool
  @Flag(help: "Marked, and without a code.") var uncoded: Bool
  @Option(
    short: "p", help: "Said by this participant.", valueName: "ID", completion: .dynamic("participants"))
  var participant: [String] = []
  @Option(
    name: "where", help: "Where this holds of who said it and of the source; or a saved query, @NAME.",
    valueName: "CONDITION")
  var condition: String?
  @Option(help: "From this source.", valueName: "NAME", completion: .dynamic("sources")) var source:
    [String] =
      []
  @Option(help: "Coded by this coder.", valueName: "NAME") var byCoder: String?

  /// Hands on the coded sources with only the segments and codings that are wanted.
  func forEachSource(_ reader: StudyReader, codes tree: CodeTree, _ body: (CodedSource) throws -> Void) throws
  {
    guard code.isEmpty || !uncoded else { throw Failure.usage("--code and --uncoded exclude each other") }
    guard !exactCode || !code.isEmpty else { throw Failure.usage("--exact-code goes with --code") }
    let sources = try reader.sourceIDs(named: source)
    let condition = try PassageCondition(
      participants: participant, where: condition, in: reader, isOfSegments: true)
    let wanted = uncoded ? [] : try wantedCodes(tree)
    try reader.forEachCodedSource(codes: wanted, sources: sources, coder: byCoder, keepingHighlights: uncoded)
    { coded in
      guard !condition.isEmpty else { return try body(coded) }
      var coded = coded
      coded.segments.removeAll { one in
        !condition.holds(
          segment: one.segment.id, speaker: coded.turns.participant(of: one.segment.span),
          source: coded.source)
      }
      if !coded.segments.isEmpty { try body(coded) }
    }
  }

  /// `nil` for all codes, and no code at all.
  private func wantedCodes(_ tree: CodeTree) throws -> Set<ID<Code>>? {
    guard !code.isEmpty else { return nil }
    return try code.reduce(into: []) { wanted, name in
      let node = try tree.code(named: name)
      if exactCode {
        wanted.insert(node.code.id)
      } else {
        wanted.formUnion(tree.subtree(of: node.code.id).map(\.code.id))
      }
    }
  }
}
