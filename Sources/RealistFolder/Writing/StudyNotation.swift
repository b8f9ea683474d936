import RealistModel
import RealistNotation

/// A study's configurations, theory of change and memos in notation: ids become names and segments become quotes.
///
/// An id that nothing in the study has is written as it is, so that reading the text complains about it instead of losing it.
public struct StudyNotation {
  private let study: Study
  private let tree: CodeTree
  private let textOf: (ID<Source>, Int) -> TextWithTurns?
  private let sources: [ID<Source>: Source]
  private let segments: [ID<Segment>: Segment]
  private let factors: [ID<Factor>: String]
  private let places: [ID<Configuration>: Int]
  private var locators: [StudyBuilder.RevisionKey: QuoteLocator] = [:]
  /// Whether every quote says its span beside its words: for programs to read, at once and without searching.
  package var givesSpans = false

  /// - Parameter text: the text of a revision of a source, with its turns.
  /// - Throws: ``CodeTreeError`` when the study's codes are no tree.
  public init(
    _ study: Study, text: @escaping (ID<Source>, Int) -> TextWithTurns?
  ) throws(CodeTreeError) {
    (self.study, textOf) = (study, text)
    tree = try CodeTree(study.codes)
    sources = Dictionary(study.sources.map { ($0.id, $0) }) { first, _ in first }
    segments = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
    factors = Dictionary(study.factors.map { ($0.id, $0.key) }) { first, _ in first }
    places = Dictionary(study.configurations.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  // MARK: - Quotes

  /// The quote that leads back to a segment: its words alone when they are found there only, else with the occurrence, else with the span.
  public mutating func quote(_ id: ID<Segment>) -> NotatedQuote {
    guard let segment = segments[id] else { return NotatedQuote(source: id.description, words: "") }
    let source = sources[segment.source]
    let revision = segment.revision == source?.revision ? nil : segment.revision
    var quote = NotatedQuote(source: source?.name ?? segment.source.description, words: "")
    guard let (text, turns) = textOf(segment.source, segment.revision), segment.span.end <= text.length else {
      quote.span = segment.span
      quote.revision = revision
      return quote
    }
    quote.words = String(text[segment.span])
    if revision == nil, !givesSpans, quote.words.onOneLine == quote.words {
      let key = StudyBuilder.RevisionKey(source: segment.source, revision: segment.revision)
      let locator = locators[key] ?? QuoteLocator(text: text, turns: turns)
      locators[key] = locator
      let found = (try? locator.matches(for: quote.words))?.map(\.span) ?? []
      if found == [segment.span] { return quote }
      if found.count > 1, let place = found.firstIndex(of: segment.span) {
        quote.occurrence = place + 1
        return quote
      }
    }
    (quote.span, quote.revision) = (segment.span, revision)
    return quote
  }

  // MARK: - Configurations

  /// The configurations in the study's order.
  ///
  /// A statement whose tags say something else than the elements (a code was renamed, a valence changed) gets other tags; one whose clauses
  /// are others is written anew from the elements.
  public mutating func configurations() -> [NotatedConfiguration] {
    let evidence = Dictionary(grouping: study.evidence, by: \.configuration)
    var result: [NotatedConfiguration] = []
    for (position, configuration) in study.configurations.enumerated() {
      var notated = NotatedConfiguration(
        number: position + 1, key: configuration.key, title: configuration.title,
        theory: configuration.theory.map(name), status: configuration.status, group: configuration.group,
        confidence: configuration.confidence)
      notated.elements = configuration.elements.map(notated(_:))
      notated.statement = statement(configuration.statement, notated.elements)
      notated.evidence = (evidence[configuration.id] ?? []).map { self.notated($0, configuration) }
      result.append(notated)
    }
    return result
  }

  private func notated(_ element: Element) -> NotatedElement {
    NotatedElement(
      letter: element.letter, text: element.text, code: element.code.map(path), valence: element.valence,
      level: element.level, beneficiary: element.beneficiary)
  }

  private mutating func notated(_ evidence: Evidence, _ configuration: Configuration) -> NotatedEvidence {
    let labels = evidence.elements.map { id in
      configuration.labelled.first { $0.element.id == id }?.label ?? id.description
    }
    let isSigned = !evidence.coder.isEmpty
    return NotatedEvidence(
      labels: labels, bearing: evidence.bearing, quote: quote(evidence.segment), standing: evidence.standing,
      coder: evidence.coder, created: isSigned ? evidence.created : nil, note: evidence.note)
  }

  private func statement(_ statement: String, _ elements: [NotatedElement]) -> String {
    var wanted = elements
    if let read = try? ConfigurationNotation.elements(of: statement, template: study.template) {
      // A tag may name a code by a part of its path.
      for (place, element) in read.enumerated() where place < wanted.count {
        guard let code = element.code, code != wanted[place].code else { continue }
        let matches = tree.matches(code)
        if matches.count == 1, matches[0].path == wanted[place].code { wanted[place].code = code }
      }
    }
    return ConfigurationNotation.retagged(statement, elements: wanted, template: study.template)
      ?? ConfigurationNotation.statement(of: elements)
  }

  // MARK: - Theories

  /// The programme theories in the study's order, with the responses to each wording.
  public mutating func theories() -> [NotatedTheory] {
    let responses = Dictionary(grouping: study.responses, by: \.theory)
    var result: [NotatedTheory] = []
    for theory in study.theories {
      var notated = NotatedTheory(key: theory.key, title: theory.title, origin: theory.origin)
      for (index, version) in theory.versions.enumerated() {
        let own = (responses[theory.id] ?? []).filter { $0.version == index + 1 }
        notated.versions.append(self.notated(version, own))
      }
      result.append(notated)
    }
    return result
  }

  private mutating func notated(
    _ version: Theory.Version, _ responses: [TheoryResponse]
  ) -> NotatedVersion {
    var notated = NotatedVersion(
      label: version.label, step: version.step, date: version.date, statement: version.statement,
      reason: version.reason, into: version.into.map(name))
    notated.passages = version.passages.map {
      NotatedPassage(bearing: $0.bearing, quote: quote($0.segment), note: $0.note)
    }
    notated.responses = responses.map { response in
      let isSigned = !response.coder.isEmpty
      return NotatedResponse(
        kind: response.kind, quote: quote(response.segment), coder: response.coder,
        created: isSigned ? response.created : nil, note: response.note)
    }
    return notated
  }

  // MARK: - Theory of change

  public mutating func theoryOfChange() -> NotatedTheoryOfChange {
    let links = Dictionary(grouping: study.links, by: \.from)
    var notated = NotatedTheoryOfChange()
    for factor in study.factors {
      var one = NotatedFactor(key: factor.key, stage: factor.stage, text: factor.text)
      (one.details, one.group, one.code) = (factor.details, factor.group, factor.code.map(path))
      (one.assumptions, one.indicators) = (factor.assumptions, factor.indicators)
      one.opposite = factor.opposite.map(name)
      one.links = (links[factor.id] ?? []).map { self.notated($0) }
      notated.factors.append(one)
    }
    for loop in study.loops {
      var one = NotatedLoop(
        key: loop.key, title: loop.title, valence: loop.valence, factors: loop.factors.map(name))
      one.breaks = loop.breaks.map { step in
        NotatedLoop.Break(
          from: name(step.from), to: name(step.to), recommendation: step.recommendation.map(name))
      }
      one.before = loop.before.map(name)
      notated.loops.append(one)
    }
    let places = elementPlaces
    notated.ripples = study.confirmedRipples.map { ripple in
      NotatedRipple(
        outcome: places[ripple.outcome] ?? ripple.outcome.description,
        context: places[ripple.context] ?? ripple.context.description, note: ripple.note)
    }
    return notated
  }

  /// `CMO2.M1` for each element.
  private var elementPlaces: [ID<Element>: String] {
    if study.confirmedRipples.isEmpty { return [:] }
    var places: [ID<Element>: String] = [:]
    for (position, configuration) in study.configurations.enumerated() {
      for (label, element) in configuration.labelled {
        places[element.id] = "CMO\(position + 1).\(label)"
      }
    }
    return places
  }

  private mutating func notated(_ link: CausalLink) -> NotatedLink {
    var notated = NotatedLink(to: name(link.to), polarity: link.polarity)
    notated.label = link.label
    (notated.isDespite, notated.contexts) = (link.isDespite, link.contexts)
    notated.configurations = link.configurations.map { id in
      places[id].map { "CMO\($0 + 1)" } ?? id.description
    }
    notated.quotes = link.segments.map { quote($0) }
    return notated
  }

  // MARK: - Memos

  public func memos() -> [NotatedMemo] {
    study.memos.map { memo in
      NotatedMemo(written: memo.written, coder: memo.coder, subject: subject(memo.subject), body: memo.body)
    }
  }

  private func subject(_ subject: Memo.Subject) -> NotatedMemo.Subject {
    switch subject {
    case .study: return .study
    case .participant(let id): return .participant(name(id))
    case .source(let id): return .source(sources[id]?.name ?? id.description)
    case .code(let id): return .code(path(id))
    case .configuration(let id): return .configuration(name(id))
    case .theory(let id): return .theory(name(id))
    case .factor(let id): return .factor(name(id))
    case .segment(let id):
      guard let segment = segments[id], let source = sources[segment.source] else {
        return .source(id.description)
      }
      let revision = segment.revision == source.revision ? nil : segment.revision
      return .segment(source: source.name, span: segment.span, revision: revision)
    }
  }

  // MARK: - Names

  func path(_ id: ID<Code>) -> String { tree[id]?.path ?? id.description }
  func name(_ id: ID<Factor>) -> String { factors[id] ?? id.description }
  func name(_ id: ID<Participant>) -> String {
    study.participants.first { $0.id == id }?.key ?? id.description
  }
  func name(_ id: ID<Theory>) -> String { study.theories.first { $0.id == id }?.key ?? id.description }
  func name(_ id: ID<Loop>) -> String { study.loops.first { $0.id == id }?.key ?? id.description }
  func name(_ id: ID<Configuration>) -> String {
    places[id].map { study.configurations[$0].key } ?? id.description
  }
  func name(_ id: ID<Recommendation>) -> String {
    study.recommendations.first { $0.id == id }?.key ?? id.description
  }
  var codes: CodeTree { tree }
}
