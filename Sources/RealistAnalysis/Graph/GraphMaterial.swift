import RealistModel

/// A study prepared for drawing: which evidence speaks to which element, and the words.
struct GraphMaterial {
  /// A passage that speaks to something in a graph.
  struct Item: Hashable {
    var segment: ID<Segment>
    var place: String
    /// Number of the configuration and of the element, for sorting.
    var order: Int
    var bearing: Evidence.Bearing = .supports
    var standing: Evidence.Standing = .observed
    /// Whether it states the connection, not only one end of it.
    var isDirect = false
  }

  let study: Study
  let lookup: StudyLookup
  let words: [ID<Segment>: QuoteWords]
  /// Numbers from 1, in the study's order.
  let numbers: [ID<Configuration>: Int]
  private let evidence: [ID<Configuration>: [Evidence]]
  private let sourceOrder: [ID<Source>: Int]
  private let participantOrder: [ID<Participant>: Int]
  private let codings: [ID<Code>: [Coding]]
  private let tally: CodedTally?

  init(
    _ study: Study, _ lookup: StudyLookup, _ words: [ID<Segment>: QuoteWords], tally: CodedTally? = nil
  ) {
    self.tally = tally
    (self.study, self.lookup, self.words) = (study, lookup, words)
    numbers = Self.places(study.configurations.map(\.id)).mapValues { $0 + 1 }
    evidence = Dictionary(grouping: study.evidence, by: \.configuration)
    sourceOrder = Self.places(study.sources.map(\.id))
    participantOrder = Self.places(study.participants.map(\.id))
    codings = Dictionary(grouping: study.codings, by: \.code)
  }

  /// What speaks to the elements, one by one or in pairs and threes; with `whole`, also what speaks to the configuration.
  func items(
    of configuration: Configuration, elements: Set<ID<Element>>, whole: Bool = false
  ) -> [Item] {
    (evidence[configuration.id] ?? []).compactMap { piece in
      let speaks = piece.elements.isEmpty ? whole : !elements.isDisjoint(with: piece.elements)
      return speaks ? item(piece, configuration) : nil
    }
  }

  /// Everything that speaks to a configuration or a part of it.
  func items(of configuration: Configuration) -> [Item] {
    (evidence[configuration.id] ?? []).map { item($0, configuration) }
  }

  /// The passages that bear a code or one below it.
  private func coded(_ code: ID<Code>) -> [Item] {
    lookup.codes.subtree(of: code).flatMap { node in
      (codings[node.code.id] ?? []).map { Item(segment: $0.segment, place: "code", order: 0) }
    }
  }

  /// The trail of the passages that bear a code or one below it; counted only, where they were counted beforehand.
  func codedTrail(_ code: ID<Code>) -> EvidenceTrail {
    guard let tally else { return trail(coded(code)) }
    let count = tally[code]
    let names = ordered(count.sources).compactMap { lookup.sources[$0]?.name }
    return EvidenceTrail(passageCount: count.passages, sources: names)
  }

  private func item(_ piece: Evidence, _ configuration: Configuration) -> Item {
    let number = numbers[configuration.id] ?? 0
    let labels = configuration.labelled
    let spoken = labels.indices.filter { piece.elements.contains(labels[$0].element.id) }
    let parts = spoken.map { labels[$0].label }.joined(separator: "-")
    return Item(
      segment: piece.segment, place: "CMO\(number)" + (parts.isEmpty ? "" : ".\(parts)"),
      order: number * 1000 + (spoken.first.map { $0 + 1 } ?? 0),
      bearing: piece.bearing, standing: piece.standing, isDirect: spoken.count != 1)
  }

  /// The trail of items: each passage once for each place, sorted by place, bearing, source and position.
  func trail(_ items: [Item]) -> EvidenceTrail {
    let known = Set(items).filter { lookup.segments[$0.segment] != nil }
    // Keys are made once for each: a theory of change of a large study has all its quotes here.
    let sorted = known.map { (key: key($0), item: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.item)
    let supporting = sorted.filter { $0.bearing == .supports }
    return EvidenceTrail(
      quotes: sorted.compactMap(quote), passageCount: places(known), sources: sourceNames(supporting),
      participants: participantKeys(supporting), direct: sourceNames(supporting.filter(\.isDirect)),
      refuting: sourceNames(sorted.filter { $0.bearing == .refutes }))
  }

  private func key(_ item: Item) -> [Int] {
    guard let segment = lookup.segments[item.segment] else { return [] }
    let bearing = Evidence.Bearing.allCases.firstIndex(of: item.bearing) ?? 0
    let standing = Evidence.Standing.allCases.firstIndex(of: item.standing) ?? 0
    return [
      item.order, bearing, sourceOrder[segment.source] ?? Int.max, segment.span.start, segment.span.end,
      segment.revision, standing,
    ]
  }

  private func quote(_ item: Item) -> EvidenceTrail.Quote? {
    guard let segment = lookup.segments[item.segment], let spoken = words[item.segment] else { return nil }
    let source = lookup.sources[segment.source]?.name ?? ""
    let attribution = study.attribution.attribution(
      participant: spoken.participant.flatMap { lookup.participants[$0] }, speaker: spoken.speaker,
      source: source)
    return EvidenceTrail.Quote(
      words: spoken.words, attribution: attribution, source: source, start: segment.span.start,
      end: segment.span.end,
      place: item.place, bearing: item.bearing, standing: item.standing)
  }

  private func sourceNames(_ items: [Item]) -> [String] {
    let ids = Set(items.compactMap { lookup.segments[$0.segment]?.source })
    return ordered(ids).compactMap { lookup.sources[$0]?.name }
  }

  private func ordered(_ sources: Set<ID<Source>>) -> [ID<Source>] {
    sources.sorted { (sourceOrder[$0] ?? Int.max) < (sourceOrder[$1] ?? Int.max) }
  }

  /// How many passages items are about, though several may be about one.
  private func places(_ items: Set<Item>) -> Int {
    struct Place: Hashable {
      var source: ID<Source>
      var span: TextSpan
    }
    return Set(
      items.compactMap { item in
        lookup.segments[item.segment].map { Place(source: $0.source, span: $0.span) }
      }
    ).count
  }

  private func participantKeys(_ items: [Item]) -> [String] {
    let ids = Set(items.compactMap { words[$0.segment]?.participant })
    return ids.sorted { (participantOrder[$0] ?? Int.max) < (participantOrder[$1] ?? Int.max) }
      .compactMap { lookup.participants[$0]?.key }
  }

  private static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
