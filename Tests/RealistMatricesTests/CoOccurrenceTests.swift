import RealistAnalysis
import RealistMatrices
import RealistModel
import TestSupport
import Testing

@Suite("Co-occurrence")
struct CoOccurrenceTests {
  static let measures: [CoOccurrence.Measure] = [
    .overlap, .containment, .near(0, .words), .near(3, .words), .near(0, .turns), .near(1, .turns),
  ]

  /// The label that codes are counted under, worked out from the path alone.
  private func label(_ path: String, _ level: Int?) -> String {
    level.map { path.split(separator: "/").prefix($0).joined(separator: "/") } ?? path
  }

  private func meet(
    _ left: CharacterSets.Passage, _ right: CharacterSets.Passage, _ measure: CoOccurrence.Measure
  ) -> Bool {
    guard left.text == right.text else { return false }
    switch measure {
    case .overlap: return !left.characters.isDisjoint(with: right.characters)
    case .containment: return left.characters.isSubset(of: right.characters)
    case .near(let distance, .words): return CharacterSets.words(between: left, right) <= distance
    case .near(let distance, .turns): return CharacterSets.turns(between: left, right) <= distance
    }
  }

  @Test("counts are those of comparing every passage with every other", arguments: 0..<200 as Range<UInt64>)
  func bruteForce(seed: UInt64) throws {
    let contents = try randomCoding(seed: seed)
    let (table, sets) = (try CodingTable(contents), try CharacterSets(contents))
    let level = seed % 3 == 0 ? nil : Int(seed % 3)
    let zoom = CodeZoom(level.map { .level($0) } ?? .exact, of: table)
    for measure in Self.measures {
      let counts = CoOccurrence(table, rows: zoom, measure: measure)
      for (row, left) in zoom.rows.enumerated() {
        for (column, right) in zoom.rows.enumerated() {
          let bearers = { (label: String) in
            sets.passages.filter { $0.codings.contains { self.label($0.path, level) == label } }
          }
          let (ours, theirs) = (bearers(left.label), bearers(right.label))
          let pairs = ours.flatMap { own in theirs.filter { self.meet(own, $0, measure) }.map { (own, $0) } }
          let expected = row == column ? ours.count : pairs.count
          #expect(counts[row, column] == expected, "\(measure) \(left.label) \(right.label)")
          let sources = Set(row == column ? ours.map(\.source) : pairs.map(\.0.source))
          #expect(counts.sources(row, column) == sources.count)
          let explained = CoOccurrence.passages(
            in: table, rows: zoom, measure: measure, row: row, column: column)
          let behind = Set(row == column ? ours.map(\.id) : pairs.flatMap { [$0.0.id, $0.1.id] })
          #expect(Set(explained.map { table.passages[$0].segment }) == behind)
        }
      }
    }
  }

  @Test("Jaccard is that of the sets of characters", arguments: 0..<200 as Range<UInt64>)
  func characters(seed: UInt64) throws {
    let contents = try randomCoding(seed: seed)
    let (table, sets) = (try CodingTable(contents), try CharacterSets(contents))
    let zoom = CodeZoom(.exact, of: table)
    let shares = CoOccurrence.jaccard(table, rows: zoom)
    let covered = zoom.rows.map { row in
      Set(
        sets.passages.filter { $0.paths.contains(row.label) }
          .flatMap { passage in passage.characters.map { "\(passage.text) \($0)" } })
    }
    for row in covered.indices {
      for column in covered.indices {
        let either = covered[row].union(covered[column]).count
        let expected =
          either == 0 ? nil : Double(covered[row].intersection(covered[column]).count) / Double(either)
        #expect(shares[row][column] == expected)
      }
    }
  }

  @Test("two coders on the same words are one passage, and one passage with two codes is one pair")
  func workedExample() throws {
    var sketch = StudySketch()
    sketch.coding("we wait for weeks", from: "P01", code: "contexts/waiting")
    sketch.coding("we wait for weeks", from: "P01", code: "outcomes/anger")
    sketch.study.codings.append(
      Coding(
        id: ID(high: 9, low: 9), segment: sketch.quote("we wait for weeks", from: "P01"),
        code: sketch.code("outcomes/anger"), coder: "ben", created: sketch.study.created))
    sketch.coding("I was cross", from: "P01", code: "outcomes/anger")
    let table = try CodingTable(sketch.study)
    let zoom = CodeZoom(.level(1), of: table)
    let counts = CoOccurrence(table, rows: zoom, measure: .overlap)
    #expect(zoom.rows.map(\.label) == ["contexts", "outcomes"])
    #expect([counts[0, 0], counts[0, 1], counts[1, 0], counts[1, 1]] == [1, 1, 1, 2])
    // n12 / (n1 + n2 − n12) = 1 / (1 + 2 − 1).
    #expect(counts.coefficient(0, 1) == 0.5)
    #expect(counts.sources(0, 1) == 1)
  }

  @Test("the c-coefficient is undefined where nothing bears either code")
  func undefined() throws {
    var sketch = StudySketch()
    sketch.code("a")
    sketch.code("b")
    let table = try CodingTable(sketch.study)
    let counts = CoOccurrence(table, rows: CodeZoom(.exact, of: table), measure: .overlap)
    #expect(counts.coefficient(0, 1) == nil)
    #expect(CoOccurrence.jaccard(table, rows: CodeZoom(.exact, of: table))[0][1] == nil)
  }
}
