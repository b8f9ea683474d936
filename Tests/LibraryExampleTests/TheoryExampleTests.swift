import RealistAnalysis
import RealistManuscript
import RealistModel
import RealistReports
import Testing

/// Linked codings, configurations, their evidence and ripples, theories and reporting standards on plain values, without a study file.
@Suite("The library: configurations and programme theories")
struct TheoryExampleTests {
  var small: SmallStudy

  init() throws { small = try SmallStudy() }

  @Test("passages coded as context and outcome in one breath become a configuration with its evidence")
  func linkedCodings() throws {
    var study = small.study
    let passage = study.segments[2].id
    study.linkedCodings = [
      LinkedCoding(
        id: ID(high: 10, low: 1), key: "L1", segment: passage,
        parts: [
          .init(letter: "C", code: small.alone, segment: study.segments[0].id),
          .init(letter: "O", code: small.leaving),
        ], coder: "Iris", created: study.created)
    ]
    let groups = LinkedCodingGroups(
      study, try CodeTree(study.codes), speakers: [passage: study.participants[0].id], level: 1)
    #expect(groups.groups.map(\.keys) == [["L1"]] && groups.groups[0].participants.count == 1)
  }

  /// Two configurations: what comes of the first is where the second begins.
  private func configured() throws -> Study {
    var study = small.study
    let element = { (number: UInt64, letter: String, text: String, code: ID<Code>) in
      Element(id: ID(high: 11, low: number), letter: letter, text: text, code: code)
    }
    study.configurations = [
      Configuration(
        id: ID(high: 12, low: 1), key: "nights", title: "Nights",
        elements: [
          element(1, "C", "somebody is alone at night", small.alone),
          element(2, "M", "fear grows", small.fear), element(3, "O", "she leaves", small.leaving),
        ]),
      Configuration(
        id: ID(high: 12, low: 2), key: "gaps", title: "Gaps",
        elements: [
          element(4, "C", "people have left", small.leaving),
          element(5, "O", "the rest are alone", small.alone),
        ]),
    ]
    study.evidence = [
      Evidence(
        id: ID(high: 13, low: 1), configuration: study.configurations[0].id, elements: [ID(high: 11, low: 2)],
        segment: study.segments[1].id, coder: "Iris", created: study.created)
    ]
    return study
  }

  @Test("evidence is weighed without a verdict, and an outcome ripples into the next context")
  func balance() throws {
    let study = try configured()
    let table = ConfigurationTable(study, try StudyLookup(study), words: [:])
    let balance = EvidenceBalance(study, table, by: .configuration)
    #expect(balance.rows.map { $0.count(.supports) } == [1, 0])
    #expect(balance.rows[0].remarks == ["no refuting evidence found", "one source only"])
    #expect(study.ripples.map { [$0.outcome, $0.context] } == [["O1", "C1"], ["O1", "C1"]])
  }

  @Test("a theory has a history, and people confirm, refine or falsify it, or are silent")
  func theories() throws {
    var study = small.study
    let theory = Theory(
      id: ID(high: 14, low: 1), key: "nights", title: "Nights",
      versions: [
        .init(label: "initial", statement: "If nights are shared, then people stay."),
        .init(
          label: "refined", statement: "If nights are shared, then people stay, because fear does not grow.",
          reason: "one spoke of fear", passages: [.init(segment: study.segments[1].id, bearing: .refines)]),
      ])
    study.theories = [theory]
    study.responses = [
      TheoryResponse(
        id: ID(high: 15, low: 1), theory: theory.id, version: 1, segment: study.segments[2].id,
        kind: .confirms, coder: "Iris", created: study.created)
    ]
    let lineage = TheoryLineage(study.theories)
    #expect(lineage.steps(to: theory).map(\.version.step) == [.initial, .refined])
    let words = [
      study.segments[2].id: QuoteWords(words: "so I left", participant: study.participants[0].id)
    ]
    let responses = TheoryResponses(
      study, passages: QuotedPassages(study, try StudyLookup(study), words: words))
    #expect(responses.rows.map { $0.isSilent(on: theory.id) } == [false, true])
    #expect(TheoryGenesis(study.theories).edges.count == 1)
  }

  @Test("a reporting standard is filled from what the study knows, and blank where it knows nothing")
  func standard() throws {
    let facts = StudyFacts(small.study, program: "example")
    let filled = ReportingStandard.rameses.items.map { $0.facts(facts) }
    #expect(filled.contains { !$0.isEmpty } && filled.contains(where: \.isEmpty))
  }
}
