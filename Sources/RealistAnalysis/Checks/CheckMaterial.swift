import RealistModel

/// A study prepared for checking, and the names of its things. Unlike ``StudyLookup`` it can be made of any study, however broken.
public struct CheckMaterial: Sendable {
  /// A revision of a source.
  public struct RevisionKey: Hashable, Sendable {
    public var source: ID<Source>
    public var number: Int

    public init(source: ID<Source>, number: Int) { (self.source, self.number) = (source, number) }
  }

  public let study: Study
  /// Lengths of texts in Unicode scalars; a revision that is missing here is not measured.
  public let lengths: [RevisionKey: Int]
  /// The words of segments as they are read from the text; a segment that is missing here is not compared.
  public let words: [ID<Segment>: QuoteWords]

  let participants: [ID<Participant>: Participant]
  let sources: [ID<Source>: Source]
  let codes: [ID<Code>: Code]
  let segments: [ID<Segment>: Segment]
  let configurations: [ID<Configuration>: Configuration]
  let theories: [ID<Theory>: Theory]
  let factors: [ID<Factor>: Factor]
  private let numbers: [ID<Configuration>: Int]

  /// - Parameter lengths: without it, the newest revision of each source is measured by the length that its source states.
  public init(
    _ study: Study, lengths: [RevisionKey: Int]? = nil, words: [ID<Segment>: QuoteWords] = [:]
  ) {
    (self.study, self.words) = (study, words)
    let stated = study.sources.map { (RevisionKey(source: $0.id, number: $0.revision), $0.length) }
    self.lengths = lengths ?? Dictionary(stated, uniquingKeysWith: { first, _ in first })
    participants = Self.table(study.participants)
    sources = Self.table(study.sources)
    codes = Self.table(study.codes)
    segments = Self.table(study.segments)
    configurations = Self.table(study.configurations)
    theories = Self.table(study.theories)
    factors = Self.table(study.factors)
    numbers = Dictionary(
      study.configurations.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  private static func table<Value: Entity>(_ values: [Value]) -> [ID<Value>: Value] {
    Dictionary(values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension CheckMaterial {
  /// `CMO2`.
  func name(_ configuration: ID<Configuration>) -> String {
    numbers[configuration].map { "CMO\($0)" } ?? "CMO?"
  }

  /// `CMO2.M1-O1`; `CMO2` for a whole configuration.
  func name(_ evidence: Evidence) -> String {
    let labels = (configurations[evidence.configuration]?.labelled ?? [])
      .filter { evidence.elements.contains($0.element.id) }.map(\.label)
    let own = name(evidence.configuration)
    return labels.isEmpty ? own : "\(own).\(labels.joined(separator: "-"))"
  }

  /// `P02 120..188`.
  func name(_ segment: Segment) -> String {
    "\(sources[segment.source]?.name ?? "?") \(segment.span.start)..\(segment.span.end)"
  }

  /// `outcomes/retention`; a path that runs in a circle stops where it began.
  func path(_ id: ID<Code>) -> String {
    var (parts, seen, next) = ([String](), Set<ID<Code>>(), Optional(id))
    while let current = next, seen.insert(current).inserted, let code = codes[current] {
      parts.append(code.name)
      next = code.parent
    }
    return parts.reversed().joined(separator: "/")
  }

  /// The code and those above it, nearest first.
  func ancestry(_ id: ID<Code>) -> [ID<Code>] {
    var (result, seen, next) = ([ID<Code>](), Set<ID<Code>>(), Optional(id))
    while let current = next, seen.insert(current).inserted, let code = codes[current] {
      result.append(current)
      next = code.parent
    }
    return result
  }

  /// Configurations that were not rejected.
  var standing: [Configuration] { study.configurations.filter { $0.status != .rejected } }

  /// The topmost codes that neither a used code lies at, above or below; each stands for everything beneath it.
  func uncovered(_ candidates: [Code], used: Set<ID<Code>>) -> [Code] {
    let above = Set(used.flatMap { ancestry($0) })
    let uncovered = candidates.filter { code in
      !above.contains(code.id) && ancestry(code.id).allSatisfy { !used.contains($0) }
    }
    let ids = Set(uncovered.map(\.id))
    return uncovered.filter { code in code.parent.map { !ids.contains($0) } ?? true }
  }
}
