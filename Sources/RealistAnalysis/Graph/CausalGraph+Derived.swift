import RealistModel

extension CausalGraph {
  /// A theory of change made of nothing but configurations, for a study that has no factors of its own.
  ///
  /// Contexts are contextual factors, disabling mechanisms are barriers, interventions, strategies and resources are inputs. Mechanisms that
  /// enable, or say neither, keep a column of their own: they are responses of people and not activities of the programme. Outcomes
  /// are grouped by beneficiary, else by level. Mechanisms lead to outcomes; a context is drawn as the condition of the mechanism that works
  /// in it. A code that is the outcome of one configuration and a context of another is one box: the ripple shows as a condition that starts
  /// at the outcome. Rejected configurations are left out.
  public static func derivedFromConfigurations(
    _ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]
  ) -> CausalGraph {
    let material = GraphMaterial(study, lookup, words)
    var builder = DerivedGraphBuilder(material)
    var graph = builder.graph()
    graph.noteRejected(in: study)
    return graph
  }
}

private struct DerivedGraphBuilder {
  private static let columns = [
    CausalGraph.Column(key: "context", name: "Contextual factors", role: .context),
    CausalGraph.Column(key: "inputs", name: "Inputs", role: .step),
    CausalGraph.Column(key: "barriers", name: "Barriers", role: .disabling),
    CausalGraph.Column(key: "mechanisms", name: "Mechanisms", role: .enabling),
    CausalGraph.Column(key: "outcomes", name: "Outcomes", role: .outcome),
  ]

  let material: GraphMaterial
  private var elements: ElementNodes
  private var links = LinkBuilder()
  private let outcomeCodes: Set<ID<Code>>
  private var keys: [ID<Element>: String] = [:]

  init(_ material: GraphMaterial) {
    self.material = material
    elements = ElementNodes(material)
    let template = material.study.template
    outcomeCodes = Set(
      material.study.configurations.filter { $0.status != .rejected }
        .flatMap { ConfigurationArgument($0, template: template).outcomes }.compactMap(\.code))
  }

  mutating func graph() -> CausalGraph {
    let configurations = material.study.configurations.filter { $0.status != .rejected }
    for configuration in configurations { place(configuration) }
    for configuration in configurations { connect(configuration) }
    let used = Set(elements.nodes.map(\.column))
    let columns = Self.columns.filter { used.contains($0.key) }
    return CausalGraph(
      title: material.study.title, columns: columns, nodes: elements.finished(columns: columns),
      links: links.finished(material))
  }

  private mutating func place(_ configuration: Configuration) {
    for (label, element, role) in ConfigurationArgument(configuration, template: material.study.template)
      .elements
    {
      guard let column = column(of: element, role) else { continue }
      keys[element.id] = elements.add(
        element, label: label, of: configuration, column: column.key,
        role: column.key == "mechanisms" && element.valence != .enabling ? .mechanism : column.role,
        group: column.role == .outcome ? heading(of: element) : "")
    }
  }

  /// Actors and slots of the study's own have no place in the chain.
  private func column(of element: Element, _ role: Template.Role) -> CausalGraph.Column? {
    let key: String
    switch role {
    case .context: key = element.code.map { outcomeCodes.contains($0) } == true ? "outcomes" : "context"
    case .intervention, .strategy, .resource: key = "inputs"
    case .mechanism, .reasoning: key = element.valence == .disabling ? "barriers" : "mechanisms"
    case .outcome: key = "outcomes"
    case .actor, .other: return nil
    }
    return Self.columns.first { $0.key == key }
  }

  private func heading(of element: Element) -> String {
    (element.beneficiary.isEmpty ? element.level : element.beneficiary).asPhrase
  }

  private mutating func connect(_ configuration: Configuration) {
    let argument = ConfigurationArgument(configuration, template: material.study.template)
    let number = material.numbers[configuration.id] ?? 0
    let conditions = argument.elements.filter { $0.role == .context }
      .map { material.use(configuration, $0.label, $0.element) }
    for step in argument.steps {
      link(
        step.mechanism, step.outcome, .influence(step.polarity), number, conditions,
        material.items(of: configuration, elements: [step.mechanism.id, step.outcome.id], whole: true))
    }
    for mechanism in argument.mechanisms {
      for context in argument.contexts {
        link(
          context, mechanism, .condition, number, [],
          material.items(of: configuration, elements: [context.id]))
      }
      for input in argument.all(.intervention, .strategy, .resource) {
        link(
          input, mechanism, .influence(.increases), number, [],
          material.items(of: configuration, elements: [input.id]))
      }
    }
  }

  private mutating func link(
    _ from: Element, _ to: Element, _ kind: CausalGraph.Link.Kind, _ configuration: Int,
    _ conditions: [CausalGraph.Use], _ items: [GraphMaterial.Item]
  ) {
    guard let from = keys[from.id], let to = keys[to.id], from != to else { return }
    links.add(
      CausalGraph.Link(
        from: from, to: to, kind: kind, configurations: [configuration], conditions: conditions,
        isWritten: false),
      items: items)
  }
}

extension CausalGraph {
  /// Says how many configurations a figure leaves out because they were rejected.
  mutating func noteRejected(in study: Study) {
    let rejected = study.configurations.count { $0.status == .rejected }
    guard rejected > 0 else { return }
    omitted.reasons.append("\(rejected) rejected configuration\(rejected == 1 ? "" : "s")")
  }
}
