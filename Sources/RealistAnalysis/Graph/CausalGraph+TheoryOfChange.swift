import RealistModel

extension CausalGraph {
  /// The theory of change of a study: its factors by stage, the links that people wrote, and the links that follow from configurations.
  ///
  /// A factor tied to a code stands for the elements with that code, or with one below it that no nearer factor stands for. Where both a
  /// mechanism and an outcome of a configuration have a factor, the configuration claims an arrow between the two; its contexts become
  /// conditions of that arrow, and are drawn as such where they have a factor. No arrow is invented where there is no factor. A study
  /// without factors has an empty graph unless `derive` asks for ``derivedFromConfigurations(_:_:words:)``.
  ///
  /// - Parameters:
  ///   - words: the words of each segment; a passage without words counts as a source but shows no quote.
  ///   - tally: the passages that bear the factors' codes, already counted; else those of the study's codings are taken one by one.
  public static func theoryOfChange(
    _ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords], derive: Bool = false,
    tally: CodedTally? = nil
  ) -> CausalGraph {
    if derive, study.factors.isEmpty { return derivedFromConfigurations(study, lookup, words: words) }
    return TheoryOfChangeBuilder(GraphMaterial(study, lookup, words, tally: tally)).graph
  }
}

/// Builds the graph of a study's own factors.
private struct TheoryOfChangeBuilder {
  let material: GraphMaterial
  let factors: FactorIndex
  /// The elements that each factor stands for.
  private let uses: [ID<Factor>: [(configuration: Configuration, label: String, element: Element)]]

  init(_ material: GraphMaterial) {
    self.material = material
    factors = FactorIndex(material.study, material.lookup)
    var uses: [ID<Factor>: [(configuration: Configuration, label: String, element: Element)]] = [:]
    for configuration in material.study.configurations {
      for (label, element) in configuration.labelled {
        for factor in factors.factors(for: element, template: material.study.template) {
          uses[factor.id, default: []].append((configuration, label, element))
        }
      }
    }
    self.uses = uses
  }

  var graph: CausalGraph {
    let stages = self.stages
    let nodes = stages.flatMap { stage in grouped(material.study.factors.filter { $0.stage == stage.key }) }
    var builder = LinkBuilder()
    addWritten(to: &builder)
    addDerived(to: &builder)
    let links = builder.finished(material)
    let used = Set(nodes.map(\.column))
    let columns = stages.filter { used.contains($0.key) }.map { stage in
      CausalGraph.Column(
        key: stage.key, name: stage.name, role: role(ofStage: stage.key),
        isBeyondCeiling: stage.kind == .impacts)
    }
    var graph = CausalGraph(
      title: material.study.title, columns: columns, nodes: nodes, links: links,
      loops: material.loops(nodes: nodes, links: links))
    graph.keepLinksWithEnds()
    return graph
  }

  /// The study's stages, and at the end the ones that factors name but the study does not know: nothing is left out of the figure.
  private var stages: [Stage] {
    var stages = material.study.stages
    for factor in material.study.factors where !stages.contains(where: { $0.key == factor.stage }) {
      stages.append(Stage(key: factor.stage, name: factor.stage, kind: .activities))
    }
    return stages
  }

  private func role(ofStage key: String) -> CausalGraph.Role {
    material.study.stages.first { $0.key == key }?.kind.role ?? .step
  }

  /// Factors of one heading stand together, headings in the order of their first mention.
  private func grouped(_ factors: [Factor]) -> [CausalGraph.Node] {
    var headings: [String] = []
    for factor in factors where !headings.contains(factor.group) { headings.append(factor.group) }
    return headings.flatMap { heading in factors.filter { $0.group == heading }.map(node) }
  }

  private func node(_ factor: Factor) -> CausalGraph.Node {
    let own = uses[factor.id] ?? []
    let items = own.flatMap { material.items(of: $0.configuration, elements: [$0.element.id]) }
    let trail =
      if items.isEmpty, let code = factor.code {
        material.codedTrail(code)
      } else {
        material.trail(items)
      }
    return CausalGraph.Node(
      key: factor.key, column: factor.stage, role: role(ofStage: factor.stage), text: factor.text,
      details: factor.details,
      group: factor.group, assumptions: factor.assumptions, indicators: factor.indicators,
      uses: own.map { material.use($0.configuration, $0.label, $0.element) },
      evidence: trail)
  }

  private func addWritten(to builder: inout LinkBuilder) {
    for link in material.study.links {
      guard let from = material.lookup.factors[link.from], let to = material.lookup.factors[link.to] else {
        continue
      }
      var items = link.segments.map {
        GraphMaterial.Item(segment: $0, place: "link", order: 0, isDirect: true)
      }
      var conditions: [CausalGraph.Use] = []
      let configurations = link.configurations.compactMap { material.lookup.configurations[$0] }
      for configuration in configurations {
        items += evidence(of: configuration, from: from, to: to)
        conditions += self.conditions(of: configuration, except: [from, to])
      }
      builder.add(
        CausalGraph.Link(
          from: from.key, to: to.key, kind: link.isDespite ? .despite : .influence(link.polarity),
          label: ([link.label] + link.contexts.map { "#\($0)" }).filter { !$0.isEmpty }.joined(
            separator: " "),
          configurations: configurations.compactMap { material.numbers[$0.id] }.sorted(),
          conditions: conditions),
        items: items)
    }
  }

  /// What a configuration brings to a link: the evidence for its two ends and for the whole; all of its evidence when neither end stands
  /// for one of its elements.
  private func evidence(
    of configuration: Configuration, from: Factor, to: Factor
  ) -> [GraphMaterial.Item] {
    let ends = [from, to].flatMap { uses[$0.id] ?? [] }.filter { $0.configuration.id == configuration.id }
    if ends.isEmpty { return material.items(of: configuration) }
    return material.items(of: configuration, elements: Set(ends.map(\.element.id)), whole: true)
  }

  private func conditions(of configuration: Configuration, except ends: [Factor]) -> [CausalGraph.Use] {
    let template = material.study.template
    let keys = Set(ends.map(\.key))
    return configuration.labelled.filter { _, element in
      template.slot(letter: element.letter)?.role == .context
        && factors.factors(for: element, template: template).allSatisfy { !keys.contains($0.key) }
    }.map { material.use(configuration, $0.label, $0.element) }
  }

  private func addDerived(to builder: inout LinkBuilder) {
    let template = material.study.template
    for configuration in material.study.configurations where configuration.status != .rejected {
      let argument = ConfigurationArgument(configuration, template: template)
      let number = material.numbers[configuration.id] ?? 0
      for step in argument.steps {
        for from in factors.factors(for: step.mechanism, template: template) {
          for to in factors.factors(for: step.outcome, template: template) where to.id != from.id {
            builder.add(
              CausalGraph.Link(
                from: from.key, to: to.key, kind: .influence(step.polarity), configurations: [number],
                conditions: conditions(of: configuration, except: [from, to]), isWritten: false),
              items: material.items(
                of: configuration, elements: [step.mechanism.id, step.outcome.id], whole: true))
          }
        }
      }
      addConditions(argument, configuration, to: &builder)
    }
  }

  private func addConditions(
    _ argument: ConfigurationArgument, _ configuration: Configuration, to builder: inout LinkBuilder
  ) {
    let template = material.study.template
    for context in argument.contexts {
      for from in factors.factors(for: context, template: template) {
        for mechanism in argument.mechanisms {
          for to in factors.factors(for: mechanism, template: template) where to.id != from.id {
            builder.add(
              CausalGraph.Link(
                from: from.key, to: to.key, kind: .condition,
                configurations: [material.numbers[configuration.id] ?? 0], isWritten: false),
              items: material.items(of: configuration, elements: [context.id]))
          }
        }
      }
    }
  }
}

extension GraphMaterial {
  func use(_ configuration: Configuration, _ label: String, _ element: Element) -> CausalGraph.Use {
    CausalGraph.Use(configuration: numbers[configuration.id] ?? 0, label: label, text: element.text)
  }
}

extension CausalGraph {
  /// Drops links whose ends are not in the graph.
  mutating func keepLinksWithEnds() {
    let keys = Set(nodes.map(\.key))
    links.removeAll { !keys.contains($0.from) || !keys.contains($0.to) }
  }
}

extension Stage.Kind {
  /// How the factors of a stage are drawn.
  package var role: CausalGraph.Role {
    switch self {
    case .contextualFactors: .context
    case .barriers: .disabling
    case .inputs, .activities, .outputs: .step
    case .outcomes: .outcome
    case .impacts: .impact
    }
  }
}
