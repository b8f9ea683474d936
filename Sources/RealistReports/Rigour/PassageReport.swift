import RealistModel
import RealistRigour

/// The places where coders have a code, side by side, with the words.
public struct PassageReport: Sendable {
  public var comparison: Comparison
  public var codes: CodeTree
  public var passages: [ComparedPassage]
  /// The words of a span of a source, by place in ``Comparison/sources``.
  public var words: [Place: String]
  /// What the numbers of a code are made of, by place in ``Comparison/codes``: printed in its heading, or for programs in a column.
  public var sums: [Int: String]
  public var isForPeople: Bool

  /// A span of a source.
  public struct Place: Hashable, Sendable {
    public var source: Int
    public var span: Range<Int>

    public init(source: Int, span: Range<Int>) { (self.source, self.span) = (source, span) }
  }

  public init(
    _ comparison: Comparison, codes: CodeTree, passages: [ComparedPassage], words: [Place: String],
    sums: [Int: String] = [:], isForPeople: Bool = true
  ) {
    (self.comparison, self.codes, self.passages) = (comparison, codes, passages)
    (self.words, self.sums, self.isForPeople) = (words, sums, isForPeople)
  }

  /// A row for each place, below a heading for each code.
  public func table(title: String = "") -> Table {
    let columns =
      [
        Table.Column("source", "Source", weight: 2, isRowHeading: true),
        Table.Column("place", "Place", weight: 2),
        Table.Column("finding", "Finding", weight: 3),
      ] + comparison.coders.map { Table.Column("words_\($0)", $0, weight: 8) }
      + [
        Table.Column("agreed", "Agreed", kind: .number),
        Table.Column("differing", "Differing", kind: .number),
      ]
    let hasSums = !isForPeople && !sums.isEmpty
    var (rows, last) = ([Table.Row](), -1)
    for passage in passages {
      if passage.code != last { rows.append(.group(heading(of: passage.code))) }
      last = passage.code
      var cells = [
        Table.Cell(comparison.sources[passage.source].name),
        Table.Cell("\(passage.span.lowerBound)..\(passage.span.upperBound)"), Table.Cell(finding(passage)),
      ]
      cells += comparison.coders.indices.map { cell(of: $0, passage) }
      cells += [Table.Cell(passage.agreed), Table.Cell(passage.differing)]
      if hasSums { cells.append(Table.Cell(sums[passage.code] ?? "")) }
      rows.append(.cells(cells))
    }
    let head = Table.Head(
      title: title, columns: columns + (hasSums ? [Table.Column("numbers", "Numbers", weight: 8)] : []),
      grouping: Table.Column("code", "Code", weight: 4))
    return Table(head, rows: rows)
  }

  private func heading(of code: Int) -> String {
    let path = codes[comparison.codes[code]]?.path ?? ""
    return isForPeople ? sums[code].map { "\(path): \($0)" } ?? path : path
  }

  private func finding(_ passage: ComparedPassage) -> String {
    switch passage.finding {
    case .same: return "same"
    case .extent: return "other extent"
    case .missing:
      let have = comparison.coders.indices.filter { !(passage.coders[$0]?.isEmpty ?? true) }
      return "only " + have.map { comparison.coders[$0] }.joined(separator: ", ")
    }
  }

  /// What a coder has marked there; a dash for nothing, and nothing at all for one who has not coded the source.
  private func cell(of coder: Int, _ passage: ComparedPassage) -> Table.Cell {
    guard let runs = passage.coders[coder] else { return Table.Cell("(not coded)") }
    guard !runs.isEmpty else { return Table.Cell("–") }
    return Table.Cell(items: runs.map { words[Place(source: passage.source, span: $0)] ?? "" })
  }
}
