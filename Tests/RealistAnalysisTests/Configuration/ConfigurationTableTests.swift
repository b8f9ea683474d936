import RealistAnalysis
import RealistModel
import TestSupport
import Testing

struct ConfigurationTableTests {
  private func table() throws -> ConfigurationTable {
    let example = ExampleStudy()
    return ConfigurationTable(example.study, try example.lookup(), words: example.words)
  }

  @Test(
    "sources and participants behind an element are counted once; refuting and withdrawn passages do not count"
  )
  func counts() throws {
    let bench = try table().records[0]
    let belonging = bench.elements[1].evidence
    #expect(belonging.items.count == 3)
    #expect(belonging.sources.map(\.name) == ["FG1", "I2"])
    #expect(belonging.participants.map(\.key) == ["P03", "P02"])
    #expect(belonging.withdrawn.map(\.participant?.key) == ["P04"])
    let outcome = bench.elements[2].evidence
    #expect(outcome.sources.map(\.name) == ["I2"] && outcome.refutingSources.map(\.name) == ["FG1"])
    #expect(bench.evidence.sources.map(\.name) == ["I1", "FG1", "I2", "D1"])
    #expect(bench.evidence.standings.map(\.count) == [5])
  }

  @Test("counts agree with counting by hand in every configuration")
  func bruteForce() throws {
    let example = ExampleStudy()
    let gone = Set(example.study.participants.filter { $0.withdrawn != nil }.map(\.id))
    for record in try table().records {
      for element in record.elements {
        let passages = example.study.evidence.filter {
          $0.elements.contains(element.element.id) && $0.bearing != .refutes
            && !gone.contains(example.words[$0.segment]?.participant ?? ID(high: 0, low: 0))
        }
        let sources = Set(
          passages.compactMap { p in example.study.segments.first { $0.id == p.segment }?.source })
        let people = Set(passages.compactMap { example.words[$0.segment]?.participant })
        #expect(Set(element.evidence.sources.map(\.id)) == sources)
        #expect(Set(element.evidence.participants.map(\.id)) == people)
      }
    }
  }

  @Test("a passage nobody is named for counts as withdrawn when everybody present has withdrawn")
  func nobodyNamed() throws {
    let example = ExampleStudy()
    let words = example.words.mapValues { QuoteWords(words: $0.words) }
    let table = ConfigurationTable(example.study, try example.lookup(), words: words)
    let items = table.records.flatMap(\.evidence.items)
    #expect(items.filter(\.isWithdrawn).map(\.source?.name) == ["I3"])
  }

  @Test("an outcome that is another configuration's context ripples into it")
  func ripples() throws {
    let study = ExampleStudy().study
    #expect(
      study.ripples == [
        Ripple(
          from: study.configurations[0].id, outcome: "O1", to: study.configurations[1].id, context: "C1")
      ])
  }

  @Test("without codes, outcome and context are the same when their words are, but for case")
  func ripplesByText() {
    var study = ExampleStudy().study
    for place in study.configurations.indices {
      for element in study.configurations[place].elements.indices {
        study.configurations[place].elements[element].code = nil
      }
    }
    #expect(study.ripples.count == 1)
    study.configurations[1].elements[0].text = "THEY come BACK "
    #expect(study.ripples.count == 1)
    study.configurations[1].elements[0].text = "They come again"
    #expect(study.ripples.isEmpty)
  }

  @Test("an outcome and a context that the evaluator says are one ripple, though they bear nothing in common")
  func confirmedRipples() {
    var study = Study(id: ID(high: 1, low: 1), title: "Study", created: Timestamp(milliseconds: 0))
    let elements = ["O", "C"].enumerated().map { place, letter in
      Element(id: ID(high: 2, low: UInt64(place)), letter: letter, text: "words \(place)")
    }
    study.configurations = elements.enumerated().map { place, element in
      Configuration(id: ID(high: 3, low: UInt64(place)), key: "c\(place)", title: "", elements: [element])
    }
    #expect(study.ripples.isEmpty)
    study.confirmedRipples = [
      ConfirmedRipple(id: ID(high: 4, low: 1), outcome: elements[0].id, context: elements[1].id)
    ]
    #expect(study.ripples.map { [$0.outcome, $0.context] } == [["O1", "C1"]])
  }

  @Test("numbers stay those of the study when configurations are left out")
  func numbers() throws {
    var table = try table()
    table.records.removeFirst()
    #expect(table.records.map(\.number) == [2, 3, 4])
    #expect(table.numbers.count == 4)
  }

  @Test("assumptions come from the theory of change, comments from the memos")
  func surroundings() throws {
    let records = try table().records
    #expect(records.map(\.assumptions.count) == [0, 0, 0, 2])
    #expect(records.map(\.comments.count) == [0, 1, 0, 0])
    #expect(records.map(\.theoryNumber) == [1, 1, nil, 2])
  }
}
