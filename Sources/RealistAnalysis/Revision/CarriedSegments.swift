import RealistModel

/// What becomes of the segments of a source when its text is revised.
///
/// `exact` and `moved` segments go over to the new text silently. A `changed` one goes only when a person accepts what stands there now;
/// it stays with the text it was marked in until then, as a `lost` one does for good.
public struct CarriedSegments: Sendable {
  /// One segment and what becomes of it.
  public struct Item: Sendable {
    public var segment: Segment
    public var outcome: CarriedSpan.Outcome
    /// Its place in the new text; `nil` when it is lost.
    public var new: TextSpan?
  }

  /// The four things that can become of a segment.
  public enum Outcome: String, Hashable, Sendable, CaseIterable { case exact, moved, changed, lost }

  /// By revision and place, one for each segment.
  public let items: [Item]

  /// - Parameters:
  ///   - segments: of any older revisions, by revision.
  ///   - texts: the text of each revision that segments are of; a segment without one is lost.
  ///   - new: the new text.
  public init(_ segments: [Segment], from texts: [Int: SourceText], to new: SourceText) {
    var items: [Item] = []
    for (number, group) in Dictionary(grouping: segments, by: \.revision).sorted(by: { $0.key < $1.key }) {
      guard let old = texts[number] else {
        items += group.map { Item(segment: $0, outcome: .lost, new: nil) }
        continue
      }
      let carried = Carryover.carry(spans: group.map(\.span), from: old, to: new)
      items += zip(group, carried).map { Item(segment: $0, outcome: $1.outcome, new: $1.new) }
    }
    self.items = items
  }

  public func count(_ outcome: Outcome) -> Int { items.count { $0.kind == outcome } }

  /// The segments that go over to the new text, and where they lie in it.
  ///
  /// - Parameter acceptingChanged: whether those go too that have other words now.
  public func moves(acceptingChanged: Bool) -> [(segment: ID<Segment>, to: TextSpan)] {
    items.compactMap { item in
      guard let new = item.new, item.kind != .changed || acceptingChanged else { return nil }
      return (item.segment.id, new)
    }
  }
}

extension CarriedSegments.Item {
  public var kind: CarriedSegments.Outcome {
    switch outcome {
    case .exact: .exact
    case .moved: .moved
    case .changed: .changed
    case .lost: .lost
    }
  }
}
