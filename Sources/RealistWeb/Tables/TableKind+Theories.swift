import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// The programme theories: as they are, how they came to be so, what people said to them.
  static let theories: [TableKind] = [
    TableKind("theories", "Programme theories", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      TableResult(.theories(try reader.study([.configurations])))
    },
    TableKind("refined-theories", "Initial and refined theories", isNarrowed: false) { _ in
      [.flag("reasons", "What changed and why", usual: true), .flag("evidence", "The passages that did it")]
    } make: { request, reader in
      let (study, passages) = try reader.theoryMaterial()
      return TableResult(
        .initialAndRefined(
          study, passages: passages, reasons: try request.flag("reasons", usual: true),
          evidence: try request.flag("evidence")))
    },
    TableKind("theory-history", "History of the theories", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      let (study, passages) = try reader.theoryMaterial()
      return TableResult(
        Table.theoryHistory(study.theories, in: study, passages: passages).withoutEmptyColumns())
    },
    TableKind("theory-responses", "Responses to the theories", isNarrowed: false) { reader in
      [
        .choice("group", "A row is a value of", try reader.participantAttributes()),
        .flag("explain", "The passages behind the numbers"),
      ]
    } make: { request, reader in
      let (study, passages) = try reader.theoryMaterial()
      let attribute = try request.attribute("group", reader)
      let matrix = TheoryResponses(study, passages: passages, by: attribute)
      return TableResult(
        try request.flag("explain")
          ? .explanation(matrix.explained, passages: passages)
          : .theoryResponses(matrix, heading: attribute ?? "Participant"))
    },
  ]
}

extension StudyReader {
  /// The programme theories with the words of their passages and responses.
  fileprivate func theoryMaterial() throws -> (study: Study, passages: QuotedPassages) {
    let study = try configuredStudy()
    return (study, QuotedPassages(study, try StudyLookup(study), words: try evidenceWords(of: study)))
  }
}
