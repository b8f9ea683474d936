import RealistAnalysis
import RealistModel
import Testing

struct ElementGridTests {
  /// Elements from letters, `CMO`, texts `C1`, `M1`, ….
  private func elements(_ letters: String) throws -> [ConfigurationTable.ElementRecord] {
    var study = Study(id: ID(high: 1, low: 1), title: "t", created: Timestamp(milliseconds: 0))
    study.configurations = [
      Configuration(
        id: ID(high: 2, low: 1), key: "k",
        elements: letters.enumerated().map {
          Element(id: ID(high: 3, low: UInt64($0)), letter: "\($1)", text: "")
        })
    ]
    return ConfigurationTable(study, try StudyLookup(study), words: [:]).records[0].elements
  }

  private func drawn(_ grid: ElementGrid) -> [String] {
    grid.rows.map { row in
      row.map { $0.continues ? "↑" : $0.elements.map(\.label).joined(separator: "+") }.joined(separator: " ")
    }
  }

  @Test(
    "elements that follow each other share what comes next, others nest",
    arguments: [
      ("CMO", ["C1 M1 O1"]), ("CMOO", ["C1 M1 O1", "↑ ↑ O2"]), ("CMOMO", ["C1 M1 O1", "↑ M2 O2"]),
      ("CMMO", ["C1 M1 O1", "↑ M2 ↑"]), ("CMMOO", ["C1 M1+M2 O1", "↑ ↑ O2"]),
      ("CCMO", ["C1 M1 O1", "C2 ↑ ↑"]),
      ("CMOCMO", ["C1 M1 O1", "C2 M2 O2"]), ("COM", ["C1 M1 O1"]), ("MOC", ["C1 M1 O1"]), ("", ["  "]),
      ("O", ["  O1"]),
      ("CCMMO", ["C1+C2 M1 O1", "↑ M2 ↑"]),
    ])
  func nesting(letters: String, expected: [String]) throws {
    #expect(drawn(ElementGrid(try elements(letters), columns: ["C", "M", "O"])) == expected)
  }

  @Test("columns that are not in causal order stand in one row")
  func flat() throws {
    let grid = ElementGrid(try elements("CMOMO"), columns: ["O", "C"], isNested: false)
    #expect(drawn(grid) == ["O1+O2 C1"])
  }

  @Test(
    "of every sequence up to seven elements, each is printed once, in its column, and no first row continues")
  func exhaustive() throws {
    var sequences = [""]
    var checked = 0
    for _ in 0..<7 {
      sequences = sequences.flatMap { start in ["C", "M", "O"].map { start + $0 } }
      for letters in sequences {
        let rows = ElementGrid(try elements(letters), columns: ["C", "M", "O"]).rows
        for (place, letter) in ["C", "M", "O"].enumerated() {
          let own = rows.filter { !$0[place].continues }.flatMap { $0[place].elements }
          #expect(own.map(\.number) == Array(1...7).prefix(own.count).map { $0 })
          #expect(own.count == letters.filter { "\($0)" == letter }.count, "\(letters)")
        }
        #expect(rows.allSatisfy { $0.count == 3 } && rows[0].allSatisfy { !$0.continues })
        checked += 1
      }
    }
    #expect(checked == 3 + 9 + 27 + 81 + 243 + 729 + 2187)
  }
}
