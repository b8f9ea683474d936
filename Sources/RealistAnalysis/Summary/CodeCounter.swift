import RealistModel

/// Counts how often codes were used, one segment after the other, so that no list of codings needs to be held.
///
/// Memory follows the number of codes, sources and participants.
public struct CodeCounter: Sendable {
  public let codes: CodeTree
  private var tallies: [Tally]
  /// How many segments were added.
  private var added = 0

  public init(_ codes: CodeTree) {
    self.codes = codes
    tallies = codes.order.map { node in
      Tally(parent: node.code.parent.flatMap { codes.position(of: $0) })
    }
  }

  /// Takes in a segment, which must come once.
  ///
  /// - Complexity: the number of its codes times their depth.
  public mutating func add(_ segment: SegmentCodes) {
    added += 1
    for code in segment.codes {
      guard let place = codes.position(of: code) else { continue }
      tallies[place].codings += 1
      guard tallies[place].last != added else { continue }
      tallies[place].last = added
      tallies[place].segments += 1
      tallies[place].sources.insert(segment.source)
      if let participant = segment.participant { tallies[place].participants.insert(participant) }
      addAbove(place)
    }
  }

  /// Counts the segment for the code and those above it; where it was counted already, it was above there too.
  private mutating func addAbove(_ place: Int) {
    var next: Int? = place
    while let place = next, tallies[place].lastBelow != added {
      tallies[place].lastBelow = added
      tallies[place].segmentsBelow += 1
      next = tallies[place].parent
    }
  }

  /// What was counted so far.
  public var counts: CodeCounts {
    CodeCounts(
      rows: codes.order.enumerated().map { place, node in
        CodeCounts.Row(node: node, own: tallies[place].own, total: total(place, tallies[node.subtree]))
      })
  }

  private func total(_ place: Int, _ below: ArraySlice<Tally>) -> CodeCounts.Count {
    var (sources, participants) = (tallies[place].sources, tallies[place].participants)
    for tally in below.dropFirst() {
      sources.formUnion(tally.sources)
      participants.formUnion(tally.participants)
    }
    return CodeCounts.Count(
      codings: below.reduce(0) { $0 + $1.codings }, segments: tallies[place].segmentsBelow,
      sources: sources.count, participants: participants.count)
  }

  /// One code's numbers while they grow.
  private struct Tally {
    let parent: Int?
    var codings = 0
    var segments = 0
    /// Segments that bear the code or one below it.
    var segmentsBelow = 0
    var sources: Set<ID<Source>> = []
    var participants: Set<ID<Participant>> = []
    /// The number of the last segment that was counted, for the code and for its branch.
    var (last, lastBelow) = (0, 0)

    init(parent: Int?) { self.parent = parent }

    var own: CodeCounts.Count {
      CodeCounts.Count(
        codings: codings, segments: segments, sources: sources.count, participants: participants.count)
    }
  }
}
