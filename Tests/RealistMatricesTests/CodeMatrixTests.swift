import RealistAnalysis
import RealistMatrices
import RealistModel
import TestSupport
import Testing

@Suite("Matrices")
struct CodeMatrixTests {
  /// One coding with everything it can be counted by, read from the study without a table.
  private struct Fact {
    var passage: CharacterSets.Passage
    var path: String
    var coder: String
    var column: String
  }

  private func facts(_ contents: StudyContents, _ kind: MatrixColumns.Kind) throws -> [Fact] {
    let people = Dictionary(uniqueKeysWithValues: contents.study.participants.map { ($0.id, $0) })
    let sources = Dictionary(uniqueKeysWithValues: contents.study.sources.map { ($0.id, $0) })
    return try CharacterSets(contents).passages.flatMap { passage in
      passage.codings.map { coding in
        let column: String? =
          switch kind {
          case .source: sources[passage.source]?.name
          case .participant: passage.participant.flatMap { people[$0]?.key }
          case .coder: coding.coder
          case .question: nil
          case .field(let field, _):
            if field.name == "band" {
              passage.participant.flatMap { people[$0]?.attributes["band"]?.description }
            } else {
              sources[passage.source]?.attributes["site"]?.description
            }
          }
        return Fact(passage: passage, path: coding.path, coder: coding.coder, column: column ?? "-")
      }
    }
  }

  private func count(_ facts: [Fact], _ what: CodeMatrix.Count) -> Int {
    switch what {
    case .codings: Set(facts.map { "\($0.passage.id) \($0.path)" }).count
    case .segments: Set(facts.map(\.passage.id)).count
    case .sources: Set(facts.map(\.passage.source)).count
    case .participants: Set(facts.compactMap(\.passage.participant)).count
    case .words:
      Set(
        facts.flatMap { fact in
          fact.passage.words.filter { !$0.isDisjoint(with: fact.passage.characters) }
            .map { "\(fact.passage.text) \($0.min() ?? 0)" }
        }
      ).count
    }
  }

  @Test("every cell and total is what counting by hand gives", arguments: 0..<200 as Range<UInt64>)
  func bruteForce(seed: UInt64) throws {
    let contents = try randomCoding(seed: seed)
    let table = try CodingTable(contents)
    let fields = ["band", "site"].compactMap { FilterField($0, attributes: contents.study.attributes) }
    #expect(fields.count == 2)
    let kinds = [.source, .participant, .coder] + fields.map { MatrixColumns.Kind.field($0, limits: []) }
    for (place, kind) in kinds.enumerated() {
      let isBelow = (Int(seed) + place) % 2 == 0
      let rows = CodeZoom(isBelow ? .below : .exact, of: table)
      let (columns, facts) = (MatrixColumns(kind, of: table), try facts(contents, kind))
      for what in CodeMatrix.Count.allCases {
        let matrix = CodeMatrix(table, rows: rows, columns: columns, count: what)
        #expect(matrix.columns.contains(columns.without) == facts.contains { $0.column == "-" })
        for (row, code) in rows.rows.enumerated() {
          let own = facts.filter { $0.path == code.label || isBelow && $0.path.hasPrefix(code.label + "/") }
          for (column, label) in matrix.columns.enumerated() {
            let wanted = label == columns.without ? "-" : label
            #expect(
              matrix[row, column] == count(own.filter { $0.column == wanted }, what),
              "\(what) \(code.label) \(label)")
          }
          #expect(matrix.rowTotal(row) == count(own, what), "\(what) \(code.label)")
        }
        for (column, label) in matrix.columns.enumerated() {
          let wanted = label == columns.without ? "-" : label
          #expect(matrix.columnTotal(column) == count(facts.filter { $0.column == wanted }, what))
        }
        #expect(matrix.total == count(facts, what))
      }
    }
  }

  @Test("the passages behind a cell are as many as the cell counts", arguments: 0..<50 as Range<UInt64>)
  func explained(seed: UInt64) throws {
    let contents = try randomCoding(seed: seed)
    let table = try CodingTable(contents)
    let (rows, columns) = (CodeZoom(.level(1), of: table), MatrixColumns(.participant, of: table))
    let matrix = CodeMatrix(table, rows: rows, columns: columns, count: .segments)
    for row in rows.rows.indices {
      for column in matrix.columns.indices {
        let found = CodeMatrix.passages(in: table, rows: rows, columns: columns, row: row, column: column)
        #expect(found.count == matrix[row, column])
      }
      let all = CodeMatrix.passages(in: table, rows: rows, columns: columns, row: row, column: nil)
      #expect(all.count == matrix.rowTotal(row))
    }
  }

  @Test("numbers go into bands, in order, and who has none into a column of its own")
  func bands() throws {
    var sketch = StudySketch()
    for (name, years) in [("P01", 2.0), ("P02", 5), ("P03", 9.5), ("P04", 10)] {
      sketch.coding("words of \(name)", from: name, code: "care")
      sketch.study.participants[sketch.study.participants.count - 1].attributes["years"] = .number(years)
    }
    sketch.coding("words of P05", from: "P05", code: "care")
    sketch.study.attributes = [AttributeDefinition(name: "years", subject: .participant, kind: .number)]
    let revisions = try sketch.study.sources.map { source in
      Revision(
        source: source.id, text: try SourceText(String(repeating: "a ", count: 40)),
        turns: [Turn(span: try TextSpan(start: 0, end: 80), participant: source.participants.first)],
        imported: sketch.study.created)
    }
    let table = try CodingTable(sketch.study, revisions: revisions)
    let field = try #require(FilterField("years", attributes: sketch.study.attributes))
    let matrix = CodeMatrix(
      table, rows: CodeZoom(.exact, of: table),
      columns: MatrixColumns(.field(field, limits: [5, 10]), of: table), count: .participants)
    #expect(matrix.columns == ["below 5", "5 to below 10", "10 and above", "(no years)"])
    #expect((0..<4).map { matrix[0, $0] } == [1, 2, 1, 1])
    #expect(matrix.total == 5)
  }

  @Test("a smart zoom folds what few sources speak of into the code above")
  func smartZoom() throws {
    var sketch = StudySketch()
    for name in ["P01", "P02", "P03"] { sketch.coding("a \(name)", from: name, code: "out/staff/scope") }
    sketch.coding("b", from: "P01", code: "out/staff/pride")
    sketch.coding("c", from: "P02", code: "out/patients")
    sketch.code("in")
    let table = try CodingTable(sketch.study)
    let zoom = CodeZoom(.smart(minimumSources: 2), of: table)
    #expect(zoom.rows.map(\.label) == ["out (other)", "out/staff (other)", "out/staff/scope", "in"])
    let matrix = CodeMatrix(
      table, rows: zoom, columns: MatrixColumns(.source, of: table), count: .codings)
    #expect((0..<4).map(matrix.rowTotal) == [1, 1, 3, 0])
  }

  @Test("an empty study has a matrix without a number in it")
  func empty() throws {
    let study = StudySketch().study
    let table = try CodingTable(study)
    let matrix = CodeMatrix(
      table, rows: CodeZoom(.exact, of: table), columns: MatrixColumns(.participant, of: table),
      count: .words)
    #expect(matrix.rows.isEmpty && matrix.columns.isEmpty && matrix.total == 0)
  }
}
