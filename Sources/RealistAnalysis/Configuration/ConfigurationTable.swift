import RealistModel

/// Everything a table of configurations prints, looked up and counted, independent of columns and layout.
///
/// Linear in configurations and evidence, but for the ripples, which compare every outcome with every context.
public struct ConfigurationTable: Sendable {
  /// A configuration with all that belongs to it.
  public struct Record: Sendable {
    /// From 1, in the study's order.
    public var number: Int
    public var configuration: Configuration
    public var theory: Theory?
    /// The place of the theory among the study's theories, from 1.
    public var theoryNumber: Int?
    public var elements: [ElementRecord]
    /// Every passage that speaks to the configuration or any of its parts.
    public var evidence: EvidenceBase
    public var ripples: [Ripple]
    /// Of the factors of the theory of change that carry its codes or whose links it explains.
    public var assumptions: [String]
    /// The memos on it, oldest first.
    public var comments: [String]

    /// The elements of one slot of the template.
    public func elements(letter: String) -> [ElementRecord] { elements.filter { $0.slot.letter == letter } }
  }

  /// An element with the passages that speak to it, alone or with others.
  public struct ElementRecord: Sendable {
    /// `M1`.
    public var label: String
    /// Its number among the elements of its slot, from 1.
    public var number: Int
    public var element: Element
    public var slot: Template.Slot
    /// `enabling/skills`; `nil` when it has no code.
    public var path: String?
    public var evidence: EvidenceBase
  }

  public var template: Template
  public var attribution: AttributionPattern
  public var records: [Record]
  /// The numbers of all configurations of the study, those left out of ``records`` included.
  public let numbers: [ID<Configuration>: Int]

  /// - Parameter words: the words of the segments that evidence refers to; what is missing is listed without its words.
  public init(_ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]) {
    let builder = Builder(study, lookup, words)
    (template, attribution) = (study.template, study.attribution)
    numbers = builder.numbers
    records = study.configurations.map(builder.record)
  }
}

extension ConfigurationTable {
  private struct Builder {
    let study: Study
    let lookup: StudyLookup
    let words: [ID<Segment>: QuoteWords]
    let numbers: [ID<Configuration>: Int]
    private let evidence: [ID<Configuration>: [Evidence]]
    private let ripples: [ID<Configuration>: [Ripple]]

    init(_ study: Study, _ lookup: StudyLookup, _ words: [ID<Segment>: QuoteWords]) {
      (self.study, self.lookup, self.words) = (study, lookup, words)
      numbers = Dictionary(
        study.configurations.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
      evidence = Dictionary(grouping: study.evidence, by: \.configuration)
      ripples = Dictionary(grouping: study.ripples, by: \.from)
    }

    func record(_ configuration: Configuration) -> Record {
      let labels = configuration.labelled
      let items = (evidence[configuration.id] ?? []).map { item($0, labels: labels) }
      return Record(
        number: numbers[configuration.id] ?? 0, configuration: configuration,
        theory: configuration.theory.flatMap { lookup.theories[$0] },
        theoryNumber: study.theories.firstIndex { $0.id == configuration.theory }.map { $0 + 1 },
        elements: elements(labels, items: items), evidence: EvidenceBase(items: items),
        ripples: ripples[configuration.id] ?? [], assumptions: assumptions(of: configuration),
        comments: comments(on: configuration))
    }

    private func elements(
      _ labels: [(label: String, element: Element)], items: [EvidenceBase.Item]
    ) -> [ElementRecord] {
      var counts: [String: Int] = [:]
      return labels.map { label, element in
        counts[element.letter, default: 0] += 1
        let slot =
          study.template.slot(letter: element.letter)
          ?? Template.Slot(letter: element.letter, name: element.letter, plural: element.letter, role: .other)
        return ElementRecord(
          label: label, number: counts[element.letter] ?? 1, element: element, slot: slot,
          path: element.code.flatMap { lookup.codes[$0]?.path },
          evidence: EvidenceBase(items: items.filter { $0.evidence.elements.contains(element.id) }))
      }
    }

    private func item(_ evidence: Evidence, labels: [(label: String, element: Element)]) -> EvidenceBase.Item
    {
      let segment = lookup.segments[evidence.segment]
      let spoken = words[evidence.segment]
      let source = segment.flatMap { lookup.sources[$0.source] }
      let participant = spoken?.participant.flatMap { lookup.participants[$0] }
      return EvidenceBase.Item(
        evidence: evidence, source: source, participant: participant, words: spoken?.words ?? "",
        attribution: study.attribution.attribution(
          participant: participant, speaker: spoken?.speaker, source: source?.name ?? ""),
        labels: labels.filter { evidence.elements.contains($0.element.id) }.map(\.label),
        isWithdrawn: isWithdrawn(participant, source: source))
    }

    private func isWithdrawn(_ participant: Participant?, source: Source?) -> Bool {
      if let participant { return participant.withdrawn != nil }
      let present = (source?.participants ?? []).compactMap { lookup.participants[$0] }
      return !present.isEmpty && present.allSatisfy { $0.withdrawn != nil }
    }

    private func assumptions(of configuration: Configuration) -> [String] {
      let codes = Set(configuration.elements.compactMap(\.code))
      let linked = Set(
        study.links.filter { $0.configurations.contains(configuration.id) }.flatMap { [$0.from, $0.to] })
      return study.factors.filter { factor in
        linked.contains(factor.id) || factor.code.map(codes.contains) ?? false
      }.flatMap(\.assumptions).distinct
    }

    private func comments(on configuration: Configuration) -> [String] {
      study.memos.filter { $0.subject == .configuration(configuration.id) }
        .sorted { ($0.written, $0.id) < ($1.written, $1.id) }.map(\.body)
    }
  }
}
