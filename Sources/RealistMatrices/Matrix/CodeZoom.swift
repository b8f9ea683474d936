import RealistModel

/// The codebook seen from a distance: which codes are counted together as one row of a table.
///
/// A level and the smart zoom are those of causal mapping (Causal Map guide, "zooming" and "smart zoom"): zooming to level 2 cuts every
/// path after its second part; a smart zoom keeps what enough sources speak of and folds the rest into the code above, "(other)".
public struct CodeZoom: Hashable, Sendable {
  /// How the codes are put together.
  public enum Kind: Hashable, Sendable {
    /// Every code for itself, without those below it.
    case exact
    /// Every code with all below it; a coding is counted in each code above it too.
    case below
    /// Codes below a level are counted in the code of that level; 1 is the top.
    case level(Int)
    /// A code that fewer sources speak of, itself and below, is counted in the code above it. Top-level codes stay.
    case smart(minimumSources: Int)
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    public var code: ID<Code>
    /// `outcomes/service`; with ` (other)` where codes below it were folded into it and others were not.
    public var label: String
    /// `1.2`.
    public var number: String
    /// 0 at the top.
    public var depth: Int

    public init(code: ID<Code>, label: String, number: String, depth: Int) {
      (self.code, self.label, self.number, self.depth) = (code, label, number, depth)
    }
  }

  public let kind: Kind
  /// In codebook order.
  public let rows: [Row]
  /// For each code of the codebook, the rows it is counted in.
  let rowsOfCode: [[Int32]]

  /// - Parameters:
  ///   - table: whose codes; a smart zoom counts its sources.
  ///   - within: only codes that are one of these or lie below one; `nil` for all.
  public init(_ kind: Kind, of table: CodingTable, within: Set<ID<Code>>? = nil) {
    let nodes = table.codes.order
    var isWanted = [Bool](repeating: within == nil, count: nodes.count)
    for code in within ?? [] {
      for place in table.codes[code]?.subtree ?? 0..<0 { isWanted[place] = true }
    }
    let homes = CodeZoom.homes(kind, table)
    var places = [Int32](repeating: -1, count: nodes.count)
    var (rows, isFolded) = ([Row](), Set<Int32>())
    for place in nodes.indices where isWanted[place] && homes[place].contains(place) {
      places[place] = Int32(rows.count)
      let node = nodes[place]
      rows.append(Row(code: node.code.id, label: node.path, number: node.number, depth: node.depth))
    }
    rowsOfCode = nodes.indices.map { place in
      guard isWanted[place] else { return [] }
      let own = homes[place].map { places[$0] }.filter { $0 >= 0 }
      if !homes[place].contains(place) { isFolded.formUnion(own) }
      return own
    }
    if case .smart = kind {
      for place in nodes.indices where isFolded.contains(places[place]) {
        let hasOwnRowBelow = nodes[place].subtree.dropFirst().contains { places[$0] >= 0 }
        if hasOwnRowBelow { rows[Int(places[place])].label += " (other)" }
      }
    }
    (self.kind, self.rows) = (kind, rows)
  }

  /// The row of a code; `nil` when it has none of its own.
  public func row(of code: ID<Code>) -> Int? { rows.firstIndex { $0.code == code } }

  /// The passages that are counted in a row, by place in the table.
  public func passages(of row: Int, in table: CodingTable) -> [Int] {
    table.passages.indices.filter { place in
      table.marks[table.passages[place].marks].contains { rowsOfCode[Int($0.code)].contains(Int32(row)) }
    }
  }

  /// The rows that a passage with these marks is counted in, each once.
  func rows(of marks: ArraySlice<CodingTable.Mark>) -> [Int32] {
    if let only = marks.first, marks.count == 1 { return rowsOfCode[Int(only.code)] }
    var rows: [Int32] = []
    for mark in marks {
      for row in rowsOfCode[Int(mark.code)] where !rows.contains(row) { rows.append(row) }
    }
    return rows
  }

  /// For each code the codes that it is counted in, by place in the codebook.
  private static func homes(_ kind: Kind, _ table: CodingTable) -> [[Int]] {
    let nodes = table.codes.order
    var chains: [[Int]] = []
    chains.reserveCapacity(nodes.count)
    var path: [Int] = []
    for (place, node) in nodes.enumerated() {
      path.removeSubrange(node.depth...)
      path.append(place)
      chains.append(path)
    }
    switch kind {
    case .exact: return nodes.indices.map { [$0] }
    case .below: return chains
    case .level(let level): return chains.map { [$0[min($0.count, max(1, level)) - 1]] }
    case .smart(let minimum):
      let counts = sourceCounts(table)
      return chains.map { chain in [chain.last { counts[$0] >= minimum } ?? chain[0]] }
    }
  }

  /// How many sources speak of each code or one below it.
  private static func sourceCounts(_ table: CodingTable) -> [Int] {
    let exact = table.codes.order.map { $0.subtree }
    var sources = [Set<Int32>](repeating: [], count: exact.count)
    for passage in table.passages {
      for mark in table.marks[passage.marks] { sources[Int(mark.code)].insert(passage.source) }
    }
    return exact.map { range in sources[range].reduce(into: Set()) { $0.formUnion($1) }.count }
  }
}
