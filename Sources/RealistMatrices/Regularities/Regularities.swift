import RealistAnalysis
import RealistModel

/// Demi-regularities: "prominent recurrent patterns of contexts and outcomes" (BMC Geriatrics 2020, doi 10.1186/s12877-021-02705-w, Table 1), as
/// candidates that the evaluator looks at and names.
///
/// - A citation is a passage, or a pair of passages that share words, in which both codes are found; however many coders, configurations or
///   linked codings say so, it is one. A passage that is half of such a pair is no citation of its own.
/// - Candidates are ranked by the number of sources, then of citations, then by their place in the codebook. These are counts of what was
///   said, not effects, and nothing is tested for significance: the material is no random sample.
public struct Regularities: Hashable, Sendable {
  /// Two codes that go together.
  public struct Candidate: Hashable, Sendable {
    public var left: CodeZoom.Row
    public var right: CodeZoom.Row
    public var sources: Int
    public var citations: Int
    /// People who are named for the words.
    public var participants: Int
    /// Sources with a citation in each of ``Regularities/groups``.
    public var sourcesByGroup: [Int]
    public var origins: [RoleClaim.Origin]
    /// Everything behind it, by place in the table.
    public var passages: [Int]
  }

  public let pair: RolePair
  /// The values of the attribute that sources are counted by, with the column without a value last where there is need of it.
  public let groups: [String]
  public private(set) var candidates: [Candidate]

  /// - Parameters:
  ///   - claims: of ``RoleClaim``, for the same table.
  ///   - zoom: how codes are put together; rows that nothing claims are not looked at.
  ///   - columns: the groups; `nil` for none.
  public init(
    _ claims: [RoleClaim], _ pair: RolePair, in table: CodingTable, zoom: CodeZoom,
    columns: MatrixColumns? = nil
  ) {
    var found: [Int: [RoleClaim]] = [:]
    for claim in claims {
      for left in zoom.rowsOfCode[Int(claim.left)] {
        for right in zoom.rowsOfCode[Int(claim.right)] {
          found[Int(left) * zoom.rows.count + Int(right), default: []].append(claim)
        }
      }
    }
    let group = { (place: Int) -> Int in
      guard let columns else { return 0 }
      let column = columns.column(of: table.passages[place])
      return column < 0 ? columns.labels.count : Int(column)
    }
    let count = columns.map { $0.labels.count + 1 } ?? 0
    var all = found.map { cell, claims in
      Candidate(
        left: zoom.rows[cell / zoom.rows.count], right: zoom.rows[cell % zoom.rows.count], claims, table,
        groups: count, group: group)
    }
    let order = Dictionary(
      zoom.rows.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    all.sort { one, other in
      (other.sources, other.citations, order[one.left.code] ?? 0, order[one.right.code] ?? 0)
        < (one.sources, one.citations, order[other.left.code] ?? 0, order[other.right.code] ?? 0)
    }
    let needsLast = all.contains { ($0.sourcesByGroup.last ?? 0) > 0 }
    if !needsLast { for place in all.indices { _ = all[place].sourcesByGroup.popLast() } }
    self.pair = pair
    groups = columns.map { $0.labels + (needsLast ? [$0.without] : []) } ?? []
    candidates = all
  }

  /// Lets go of candidates that fewer sources speak of.
  public mutating func keep(minimumSources: Int) { candidates.removeAll { $0.sources < minimumSources } }

  /// The codes at the left that are part of a candidate, in codebook order.
  public var leftRows: [CodeZoom.Row] { Self.ordered(candidates.map(\.left)) }
  /// The codes at the right.
  public var rightRows: [CodeZoom.Row] { Self.ordered(candidates.map(\.right)) }

  public func candidate(_ left: ID<Code>, _ right: ID<Code>) -> Candidate? {
    candidates.first { $0.left.code == left && $0.right.code == right }
  }

  private static func ordered(_ rows: [CodeZoom.Row]) -> [CodeZoom.Row] {
    let parts = { (row: CodeZoom.Row) in row.number.split(separator: ".").compactMap { Int($0) } }
    return Set(rows).sorted { parts($0).lexicographicallyPrecedes(parts($1)) }
  }
}

extension Regularities.Candidate {
  fileprivate init(
    left: CodeZoom.Row, right: CodeZoom.Row, _ claims: [RoleClaim], _ table: CodingTable, groups: Int,
    group: (Int) -> Int
  ) {
    let all = Set(claims.map(\.passages))
    let paired = Set(all.filter { $0.count > 1 }.joined())
    let citations = all.filter { $0.count > 1 || !paired.isSuperset(of: $0) }
    let places = Set(citations.joined())
    var byGroup = [Set<Int32>](repeating: [], count: groups)
    if groups > 0 {
      for citation in citations {
        for place in citation { byGroup[group(place)].insert(table.passages[place].source) }
      }
    }
    let origins = Set(claims.map(\.origin))
    self.init(
      left: left, right: right, sources: Set(places.map { table.passages[$0].source }).count,
      citations: citations.count,
      participants: Set(places.map { table.passages[$0].participant }.filter { $0 >= 0 }).count,
      sourcesByGroup: byGroup.map(\.count), origins: RoleClaim.Origin.allCases.filter(origins.contains),
      passages: places.sorted())
  }
}
