import RealistModel

/// What speaks for and against each claim, counted: bearing (supports, refutes, refines; Pawson 2006) by standing (observed, anticipated,
/// implied; Punton, Vogel and Lloyd 2016), by how many sources and people, and which groups say nothing.
///
/// It counts and judges nothing: no number is made of the counts. A passage counts once for each thing it does to a claim, however often it
/// was put to it, and not at all where it lies inside another passage that does the same; passages of people who withdrew are left out.
/// Linear in the evidence, but for passages of one source, which are compared with each other.
public struct EvidenceBalance: Sendable {
  /// What a row is a claim of.
  public enum Unit: String, Hashable, Sendable, CaseIterable { case element, dyad, configuration, theory }

  /// A passage that is counted.
  public struct Piece: Sendable {
    public var item: EvidenceBase.Item
    public var bearing: Evidence.Bearing { item.evidence.bearing }
    public var standing: Evidence.Standing { item.evidence.standing }
    public var segment: ID<Segment> { item.evidence.segment }
  }

  /// One claim.
  public struct Row: Sendable {
    /// `CMO2.M1`, `CMO2.C1–M1`, `CMO2`, or the key of a theory.
    public var place: String
    /// The claim in words.
    public var words: String
    public var pieces: [Piece]
    /// How many passages count for nothing because everybody they may come from has withdrawn.
    public var withdrawn: Int
    /// The groups none of whose people say anything to it.
    public var silent: [String]

    public func count(_ bearing: Evidence.Bearing, _ standing: Evidence.Standing? = nil) -> Int {
      pieces.count { $0.bearing == bearing && $0.standing == standing ?? $0.standing }
    }

    /// The distinct sources, of all passages or of those of a bearing.
    public func sources(_ bearing: Evidence.Bearing? = nil) -> Set<ID<Source>> {
      Set(pieces.filter { $0.bearing == bearing ?? $0.bearing }.compactMap(\.item.source?.id))
    }

    public var participants: Set<ID<Participant>> { Set(pieces.compactMap(\.item.participant?.id)) }

    /// What a reader should know before the numbers: never a verdict.
    public var remarks: [String] {
      var remarks: [String] = []
      if pieces.isEmpty { remarks.append("no evidence") }
      if !pieces.isEmpty, count(.refutes) == 0 { remarks.append("no refuting evidence found") }
      if !pieces.isEmpty, pieces.allSatisfy({ $0.standing != .observed }) {
        remarks.append("nothing observed")
      }
      if sources().count == 1 { remarks.append("one source only") }
      if withdrawn > 0 { remarks.append("\(withdrawn) withdrawn") }
      return remarks
    }
  }

  public let rows: [Row]

  /// - Parameters:
  ///   - study: its theories and segments.
  ///   - table: the configurations that are looked at, with their evidence.
  ///   - attribute: whose values are the groups that may be silent; `nil` for none.
  public init(
    _ study: Study, _ table: ConfigurationTable, by unit: Unit, groups attribute: String? = nil
  ) {
    let segments = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
    let groups = attribute.map { study.groups(of: study.participantsAsked, by: $0) } ?? []
    let claims: [Claim] =
      switch unit {
      case .element: table.records.flatMap { $0.elementClaims }
      case .dyad: table.records.flatMap { $0.dyadClaims }
      case .configuration: table.records.map { $0.claim }
      case .theory: study.theories.map { Claim($0, records: table.records) }
      }
    rows = claims.map { Self.row($0, segments, groups) }
  }

  fileprivate struct Claim {
    var place: String
    var words: String
    var items: [EvidenceBase.Item]
  }

  private static func row(
    _ claim: Claim, _ segments: [ID<Segment>: Segment], _ groups: [(name: String, people: [Participant])]
  ) -> Row {
    var seen: Set<Key> = []
    let usable = claim.items.filter { item in
      !item.isWithdrawn
        && seen.insert(Key(segment: item.evidence.segment, bearing: item.evidence.bearing)).inserted
    }
    let pieces = usable.filter { item in
      !usable.contains { Self.isInside(item.evidence, $0.evidence, segments) }
    }.map { Piece(item: $0) }
    let spoken = Set(pieces.compactMap(\.item.participant?.id))
    let silent = groups.filter { group in !group.people.contains { spoken.contains($0.id) } }.map(\.name)
    let withdrawn = Set(claim.items.filter(\.isWithdrawn).map(\.evidence.segment)).count
    return Row(
      place: claim.place, words: claim.words, pieces: pieces, withdrawn: withdrawn, silent: silent)
  }

  private struct Key: Hashable {
    var segment: ID<Segment>
    var bearing: Evidence.Bearing
  }

  /// Whether one passage lies inside another that does the same.
  private static func isInside(
    _ inner: Evidence, _ outer: Evidence, _ segments: [ID<Segment>: Segment]
  ) -> Bool {
    guard inner.segment != outer.segment, inner.bearing == outer.bearing,
      let own = segments[inner.segment], let other = segments[outer.segment]
    else { return false }
    return own.source == other.source && own.revision == other.revision && other.span.contains(own.span)
  }
}

extension EvidenceBalance.Claim {
  /// All that speaks to the configurations of a theory, those that were rejected aside.
  fileprivate init(_ theory: Theory, records: [ConfigurationTable.Record]) {
    let own = records.filter {
      $0.configuration.theory == theory.id && $0.configuration.status != .rejected
    }
    self.init(
      place: theory.key, words: theory.wording?.statement ?? "", items: own.flatMap(\.evidence.items))
  }
}

extension ConfigurationTable.Record {
  fileprivate var claim: EvidenceBalance.Claim {
    let words = configuration.title.isEmpty ? configuration.key : configuration.title
    return .init(place: "CMO\(number)", words: words, items: evidence.items)
  }

  fileprivate var elementClaims: [EvidenceBalance.Claim] {
    elements.map {
      .init(place: "CMO\(number).\($0.label)", words: $0.element.text, items: $0.evidence.items)
    }
  }

  /// The pairs that some passage speaks to together, in the order of the elements; a triad speaks to each of its pairs.
  fileprivate var dyadClaims: [EvidenceBalance.Claim] {
    elements.indices.flatMap { first in
      elements.indices[(first + 1)...].compactMap { second -> EvidenceBalance.Claim? in
        let (left, right) = (elements[first], elements[second])
        let items = evidence.items.filter {
          $0.evidence.elements.contains(left.element.id) && $0.evidence.elements.contains(right.element.id)
        }
        guard !items.isEmpty else { return nil }
        return .init(
          place: "CMO\(number).\(left.label)–\(right.label)",
          words: "\(left.element.text) → \(right.element.text)", items: items)
      }
    }
  }
}
