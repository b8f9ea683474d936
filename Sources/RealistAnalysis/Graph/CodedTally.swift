import RealistModel

/// How many passages bear some codes, each with those below it, and in which sources: what a drawing says of a factor that only its code
/// leads to, without a list of the passages.
public struct CodedTally: Sendable {
  public struct Count: Hashable, Sendable {
    /// Each once, however many of the codes it bears.
    public var passages = 0
    public var sources: Set<ID<Source>> = []

    public init() {}
  }

  private let counts: [ID<Code>: Count]

  /// Linear in the passages.
  public init(_ table: CodingTable, of codes: some Sequence<ID<Code>>) {
    let wanted = Array(Set(codes))
    var holders: [[Int]] = Array(repeating: [], count: table.codes.order.count)
    for (number, code) in wanted.enumerated() {
      for node in table.codes.subtree(of: code) {
        if let place = table.codes.position(of: node.code.id) { holders[place].append(number) }
      }
    }
    var passages = Array(repeating: 0, count: wanted.count)
    var sources: [Set<Int32>] = Array(repeating: [], count: wanted.count)
    // The passage that was counted last, so that one with several of the codes counts once.
    var (last, lastSource) = (
      Array(repeating: -1, count: wanted.count), Array(repeating: Int32(-1), count: wanted.count)
    )
    for (place, passage) in table.passages.enumerated() {
      for mark in table.marks[Int(passage.marks.lowerBound)..<Int(passage.marks.upperBound)] {
        for number in holders[Int(mark.code)] where last[number] != place {
          last[number] = place
          passages[number] += 1
          guard lastSource[number] != passage.source else { continue }
          lastSource[number] = passage.source
          sources[number].insert(passage.source)
        }
      }
    }
    var counts: [ID<Code>: Count] = [:]
    for (number, code) in wanted.enumerated() {
      var count = Count()
      count.passages = passages[number]
      count.sources = Set(sources[number].map { table.sources[Int($0)].id })
      counts[code] = count
    }
    self.counts = counts
  }

  subscript(code: ID<Code>) -> Count { counts[code] ?? Count() }
}
