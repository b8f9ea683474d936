import RealistAnalysis
import RealistModel

/// Numbers from elsewhere beside what people say, group by group or theme by theme (a joint display: Guetterman, Fetters and Creswell 2015, doi
/// 10.1370/afm.1865).
public struct JointDisplay: Hashable, Sendable {
  /// What stands beside the numbers of a row, for one theme.
  public struct Voice: Hashable, Sendable {
    /// By place in the table.
    public var passages: [Int]
    public var participants: Int
    /// The passage to print, by place in the table: the first of 40 to 240 characters by somebody who has not withdrawn, else the one whose length
    /// is nearest to that; `nil` when there is none.
    public var quote: Int?
  }

  public struct Row: Hashable, Sendable {
    public var label: String
    /// The cells of the context table after its first; empty where it says nothing of this group.
    public var numbers: [String]
    public var voices: [Voice]
  }

  public let context: ContextTable
  /// The themes of the voices.
  public let themes: [String]
  public let rows: [Row]

  /// Groups: the rows of the context table are matched with the values by name, whatever the letter case. Groups that only one side knows have a
  /// row too.
  public init(_ table: CodingTable, context: ContextTable, groups: MatrixColumns, themes: [ID<Code>]) {
    let nodes = themes.compactMap { table.codes[$0] }
    let places = nodes.map { node in JointDisplay.bearers(of: node.subtree, in: table) }
    let labels = JointDisplay.labels(groups.labels, context.rows.compactMap(\.first))
    self.context = context
    self.themes = nodes.map(\.path)
    rows = labels.map { label in
      let column = groups.labels.firstIndex { $0.lowercased() == label.lowercased() }
      return Row(
        label: label, numbers: JointDisplay.numbers(of: [label], in: context),
        voices: places.map { places in
          Voice(
            column.map { column in places.filter { groups.column(of: table.passages[$0]) == column } } ?? [],
            in: table)
        })
    }
  }

  /// Themes: the first column of the context table names codes, by path or a unique part of it. A name that is no code has a row without voices.
  public init(_ table: CodingTable, context: ContextTable) {
    self.context = context
    themes = ["what people say"]
    rows = context.rows.map { cells in
      let name = cells.first ?? ""
      let found = table.codes.matches(name)
      let node = found.count == 1 ? found[0] : nil
      return Row(
        label: node?.path ?? name, numbers: Array(cells.dropFirst()),
        voices: [
          Voice(node.map { JointDisplay.bearers(of: $0.subtree, in: table) } ?? [], in: table)
        ])
    }
  }

  /// The passages behind a cell, each once, by place in the table; `nil` stands for every row or column.
  public func passages(row: Int?, column: Int?) -> [Int] {
    let chosen = row.map { [rows[$0]] } ?? rows
    let voices = chosen.flatMap { row in column.map { [row.voices[$0]] } ?? row.voices }
    return Set(voices.flatMap(\.passages)).sorted()
  }

  /// The segments that are quoted.
  public func quoted(in table: CodingTable) -> Set<ID<Segment>> {
    Set(rows.flatMap(\.voices).compactMap(\.quote).map { table.passages[$0].segment })
  }

  private static func bearers(of codes: Range<Int>, in table: CodingTable) -> [Int] {
    table.passages.indices.filter { place in
      table.marks[table.passages[place].marks].contains { codes.contains(Int($0.code)) }
    }
  }

  private static func labels(_ own: [String], _ others: [String]) -> [String] {
    var seen = Set(own.map { $0.lowercased() })
    return own + others.filter { seen.insert($0.lowercased()).inserted }
  }

  private static func numbers(of names: [String], in context: ContextTable) -> [String] {
    let row = context.rows.first { row in
      names.contains { $0.lowercased() == row.first?.lowercased() }
    }
    return row.map { Array($0.dropFirst()) } ?? context.columns.dropFirst().map { _ in "" }
  }
}

extension JointDisplay.Voice {
  fileprivate init(_ places: [Int], in table: CodingTable) {
    let people = Set(places.map { table.passages[$0].participant }.filter { $0 >= 0 })
    let free = places.filter { place in
      let speaker = table.passages[place].participant
      return speaker < 0 || table.participants[Int(speaker)].withdrawn == nil
    }
    let distance = { (place: Int) -> Int32 in
      let length = table.passages[place].end - table.passages[place].start
      return max(40 - length, length - 240, 0)
    }
    self.init(
      passages: places, participants: people.count,
      quote: free.min { (distance($0), $0) < (distance($1), $1) })
  }
}
