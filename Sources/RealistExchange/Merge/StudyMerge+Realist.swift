import RealistModel

/// Theories, configurations, the theory of change and what hangs on them. Whatever has a key of its own is joined with what the study has by that
/// key when both say the same, and gets another key when they do not.
extension StudyMerge {
  mutating func mergeRealist() {
    mergeTheories()
    mergeConfigurations()
    mergeEvidence()
    mergeLinkedCodings()
    mergeTheoryOfChange()
    mergeRecommendations()
    mergeAsking()
  }

  /// A key that neither the study nor the import has.
  private func free(_ key: String, among taken: inout Set<String>) -> String {
    var (result, number) = (key, 2)
    while !taken.insert(result).inserted {
      result = "\(key)-\(number)"
      number += 1
    }
    return result
  }

  private mutating func tellRenamed(_ element: String, _ key: String, _ new: String) {
    if key != new { report.add("Key", .changed, "the study has another \(element) of the key", item: new) }
  }

  // MARK: - Theories

  private mutating func mergeTheories() {
    var keys = Set(own.theories.map(\.key))
    let taken = Set(own.theories.map(\.id))
    var added: [(Theory, Theory)] = []
    for theory in imported.theories {
      let mine = own.theories.first { $0.key == theory.key }
      if let mine, mine.versions.map(\.statement) == theory.versions.map(\.statement) {
        map[theory.id] = mine.id
        continue
      }
      var new = theory
      (new.id, new.key) = (free(theory.id, among: taken), free(theory.key, among: &keys))
      tellRenamed("theory", theory.key, new.key)
      map[theory.id] = new.id
      added.append((theory, new))
    }
    for (theory, new) in added {
      var new = new
      for place in theory.versions.indices {
        new.versions[place].into = theory.versions[place].into.compactMap { map[$0] }
        new.versions[place].passages = theory.versions[place].passages.compactMap { passage in
          map[passage.segment].map {
            Theory.Passage(segment: $0, bearing: passage.bearing, note: passage.note)
          }
        }
      }
      add { $0.theories.append(new) }
    }
    let knownResponses = Set(own.responses.map { "\($0.theory) \($0.version) \($0.segment) \($0.coder)" })
    let takenResponses = Set(own.responses.map(\.id))
    for response in imported.responses {
      guard let theory = map[response.theory], let segment = map[response.segment],
        !knownResponses.contains("\(theory) \(response.version) \(segment) \(response.coder)")
      else { continue }
      var new = response
      (new.id, new.theory, new.segment) = (free(response.id, among: takenResponses), theory, segment)
      add { $0.responses.append(new) }
    }
  }

  // MARK: - Configurations

  private mutating func mergeConfigurations() {
    var keys = Set(own.configurations.map(\.key))
    let taken = Set(own.configurations.map(\.id))
    let takenElements = Set(own.configurations.flatMap { $0.elements.map(\.id) })
    let letters = Set(own.template.slots.map(\.letter))
    for configuration in imported.configurations {
      if let mine = own.configurations.first(where: { $0.key == configuration.key }),
        mine.statement == configuration.statement,
        mine.elements.map(\.letter) == configuration.elements.map(\.letter)
      {
        map[configuration.id] = mine.id
        for (one, other) in zip(configuration.elements, mine.elements) { map[one.id] = other.id }
        continue
      }
      guard configuration.elements.allSatisfy({ letters.contains($0.letter) }) else {
        report.add(
          "Configuration", .leftOut, "the study's template has no such element", item: configuration.key)
        continue
      }
      var new = configuration
      (new.id, new.key) = (free(configuration.id, among: taken), free(configuration.key, among: &keys))
      tellRenamed("configuration", configuration.key, new.key)
      new.theory = configuration.theory.flatMap { map[$0] }
      for place in new.elements.indices {
        new.elements[place].id = free(configuration.elements[place].id, among: takenElements)
        map[configuration.elements[place].id] = new.elements[place].id
        new.elements[place].code = configuration.elements[place].code.flatMap { map[$0] }
      }
      map[configuration.id] = new.id
      add { $0.configurations.append(new) }
    }
  }

  private mutating func mergeEvidence() {
    let known = Set(own.evidence.map { "\($0.configuration) \($0.elements) \($0.segment) \($0.bearing)" })
    let taken = Set(own.evidence.map(\.id))
    for evidence in imported.evidence {
      let elements = evidence.elements.compactMap { map[$0] }
      guard let configuration = map[evidence.configuration], let segment = map[evidence.segment],
        elements.count == evidence.elements.count,
        !known.contains("\(configuration) \(elements) \(segment) \(evidence.bearing)")
      else { continue }
      var new = evidence
      (new.id, new.configuration, new.elements, new.segment) = (
        free(evidence.id, among: taken), configuration, elements, segment
      )
      add { $0.evidence.append(new) }
    }
  }

  private mutating func mergeLinkedCodings() {
    var keys = Set(own.linkedCodings.map(\.key))
    let taken = Set(own.linkedCodings.map(\.id))
    let letters = Set(own.template.slots.map(\.letter))
    for linked in imported.linkedCodings {
      let parts = linked.parts.compactMap { part -> LinkedCoding.Part? in
        guard letters.contains(part.letter), let code = map[part.code] else { return nil }
        return LinkedCoding.Part(letter: part.letter, code: code, segment: part.segment.flatMap { map[$0] })
      }
      guard let segment = map[linked.segment], parts.count == linked.parts.count,
        !own.linkedCodings.contains(where: {
          $0.segment == segment && $0.parts == parts && $0.coder == linked.coder
        })
      else { continue }
      var new = linked
      (new.id, new.segment, new.parts) = (free(linked.id, among: taken), segment, parts)
      new.key = free(linked.key, among: &keys)
      add { $0.linkedCodings.append(new) }
    }
  }

  // MARK: - Theory of change

  private mutating func mergeTheoryOfChange() {
    for stage in imported.stages where !additions.study.stages.contains(where: { $0.key == stage.key }) {
      if imported.factors.contains(where: { $0.stage == stage.key }) { add { $0.stages.append(stage) } }
    }
    let takenFactors = Set(own.factors.map(\.id))
    for factor in imported.factors {
      let mine = own.factors.first { $0.key == factor.key }
      map[factor.id] = mine?.id ?? free(factor.id, among: takenFactors)
    }
    for factor in imported.factors where !own.factors.contains(where: { $0.key == factor.key }) {
      var new = factor
      new.id = map[factor.id] ?? factor.id
      (new.code, new.opposite) = (factor.code.flatMap { map[$0] }, factor.opposite.flatMap { map[$0] })
      add { $0.factors.append(new) }
    }
    let known = Set(own.links.map { "\($0.from) \($0.to) \($0.polarity) \($0.isDespite)" })
    let takenLinks = Set(own.links.map(\.id))
    for link in imported.links {
      guard let from = map[link.from], let to = map[link.to],
        !known.contains("\(from) \(to) \(link.polarity) \(link.isDespite)")
      else { continue }
      var new = link
      (new.id, new.from, new.to) = (free(link.id, among: takenLinks), from, to)
      new.configurations = link.configurations.compactMap { map[$0] }
      new.segments = link.segments.compactMap { map[$0] }
      add { $0.links.append(new) }
    }
    mergeLoops()
    let takenRipples = Set(own.confirmedRipples.map(\.id))
    for ripple in imported.confirmedRipples {
      guard let outcome = map[ripple.outcome], let context = map[ripple.context],
        !own.confirmedRipples.contains(where: { $0.outcome == outcome && $0.context == context })
      else { continue }
      var new = ripple
      (new.id, new.outcome, new.context) = (free(ripple.id, among: takenRipples), outcome, context)
      add { $0.confirmedRipples.append(new) }
    }
  }

  private mutating func mergeLoops() {
    let taken = Set(own.loops.map(\.id))
    for loop in imported.loops {
      map[loop.id] = own.loops.first { $0.key == loop.key }?.id ?? free(loop.id, among: taken)
    }
    for recommendation in imported.recommendations {
      let mine = own.recommendations.first { $0.key == recommendation.key }
      map[recommendation.id] = mine?.id ?? free(recommendation.id, among: Set(own.recommendations.map(\.id)))
    }
    for loop in imported.loops where !own.loops.contains(where: { $0.key == loop.key }) {
      var new = loop
      new.id = map[loop.id] ?? loop.id
      new.factors = loop.factors.compactMap { map[$0] }
      new.before = loop.before.flatMap { map[$0] }
      new.breaks = loop.breaks.compactMap { step in
        guard let from = map[step.from], let to = map[step.to] else { return nil }
        return Loop.Break(from: from, to: to, recommendation: step.recommendation.flatMap { map[$0] })
      }
      add { $0.loops.append(new) }
    }
  }

  private mutating func mergeRecommendations() {
    for recommendation in imported.recommendations
    where !own.recommendations.contains(where: { $0.key == recommendation.key }) {
      var new = recommendation
      new.id = map[recommendation.id] ?? recommendation.id
      new.configurations = recommendation.configurations.compactMap { map[$0] }
      new.loops = recommendation.loops.compactMap { map[$0] }
      add { $0.recommendations.append(new) }
    }
  }

  private mutating func mergeAsking() {
    for query in imported.queries where !own.queries.contains(where: { $0.name == query.name }) {
      var new = query
      new.id = free(query.id, among: Set(own.queries.map(\.id)))
      add { $0.queries.append(new) }
    }
    for table in imported.contextTables where !own.contextTables.contains(where: { $0.key == table.key }) {
      var new = table
      new.id = free(table.id, among: Set(own.contextTables.map(\.id)))
      add { $0.contextTables.append(new) }
    }
    let taken = Set(own.framework.map(\.id))
    for summary in imported.framework {
      guard let code = map[summary.code] else { continue }
      let row: FrameworkSummary.Case? =
        switch summary.row {
        case .source(let id): map[id].map { .source($0) }
        case .participant(let id): map[id].map { .participant($0) }
        case .group: summary.row
        }
      guard let row, !own.framework.contains(where: { $0.row == row && $0.code == code }) else { continue }
      var new = summary
      (new.id, new.row, new.code) = (free(summary.id, among: taken), row, code)
      add { $0.framework.append(new) }
    }
  }

  // MARK: - Memos

  mutating func mergeMemos() {
    let taken = Set(own.memos.map(\.id))
    if !imported.summary.trimmed.isEmpty, imported.id != own.id {
      let memo = Memo(
        id: free(GUID(naming: "summary \(imported.id)").id(), among: taken), subject: .study, coder: "",
        written: imported.created, body: "# \(imported.title)\n\n\(imported.summary)")
      if !own.memos.contains(where: { $0.body == memo.body }) { add { $0.memos.append(memo) } }
    }
    for memo in imported.memos {
      let subject: Memo.Subject? =
        switch memo.subject {
        case .study: .study
        case .participant(let id): map[id].map { .participant($0) }
        case .source(let id): map[id].map { .source($0) }
        case .code(let id): map[id].map { .code($0) }
        case .segment(let id): map[id].map { .segment($0) }
        case .configuration(let id): map[id].map { .configuration($0) }
        case .theory(let id): map[id].map { .theory($0) }
        case .factor(let id): map[id].map { .factor($0) }
        }
      let new = subject ?? .study
      guard !own.memos.contains(where: { $0.subject == new && $0.body == memo.body }) else { continue }
      var added = memo
      (added.id, added.subject) = (free(memo.id, among: taken), new)
      add { $0.memos.append(added) }
    }
  }
}
