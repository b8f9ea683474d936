import RealistModel

extension CausalGraph {
  /// The figure of all configurations: contexts, disabling mechanisms, enabling mechanisms, outcomes, a box for each code (or wording) with the
  /// numbers of the configurations that use it.
  ///
  /// Other templates give their own columns in the order of their slots, the mechanisms divided in the same way. Mechanisms that say neither
  /// stand in a column of their own, and elements whose letter the template does not know in a last one. Rejected configurations are left out
  /// unless asked for.
  public static func configurationFigure(
    _ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords], rejected: Bool = false
  ) -> CausalGraph {
    let material = GraphMaterial(study, lookup, words)
    var builder = ConfigurationGraphBuilder(material, merges: true)
    for configuration in study.configurations where rejected || configuration.status != .rejected {
      builder.add(configuration)
    }
    var graph = builder.graph(title: study.title)
    if !rejected { graph.noteRejected(in: study) }
    return graph
  }

  /// One configuration: its elements in the columns of the template and the arrows that its statement claims, `nil` for an unknown id.
  ///
  /// Contexts qualify mechanisms and mechanisms lead to outcomes; in the resource–reasoning template the resource is introduced into
  /// the context and works on the reasoning (Dalkin et al. 2015).
  public static func configuration(
    _ id: ID<Configuration>, _ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]
  ) -> CausalGraph? {
    guard let configuration = lookup.configurations[id] else { return nil }
    let material = GraphMaterial(study, lookup, words)
    var builder = ConfigurationGraphBuilder(material, merges: false)
    builder.add(configuration)
    let number = "CMO \(material.numbers[id] ?? 0)"
    return builder.graph(title: configuration.title.isEmpty ? number : "\(number): \(configuration.title)")
  }
}

private struct ConfigurationGraphBuilder {
  let material: GraphMaterial
  /// Whether elements of one code share a box; otherwise each element has its own.
  let merges: Bool
  private var elements: ElementNodes
  private var links = LinkBuilder()

  init(_ material: GraphMaterial, merges: Bool) {
    (self.material, self.merges) = (material, merges)
    elements = ElementNodes(material)
  }

  mutating func add(_ configuration: Configuration) {
    let argument = ConfigurationArgument(configuration, template: material.study.template)
    var keys: [ID<Element>: String] = [:]
    for (label, element, _) in argument.elements {
      let column = column(of: element)
      keys[element.id] =
        merges
        ? elements.add(element, label: label, of: configuration, column: column.key, role: column.role)
        : elements.addAlone(element, label: label, of: configuration, column: column.key, role: column.role)
    }
    let number = material.numbers[configuration.id] ?? 0
    for arrow in argument.arrows {
      guard let from = keys[arrow.from.id], let to = keys[arrow.to.id], from != to else { continue }
      links.add(
        CausalGraph.Link(
          from: from, to: to, kind: arrow.kind, configurations: [number], isWritten: false),
        items: arrow.kind == .condition
          ? material.items(of: configuration, elements: [arrow.from.id])
          : material.items(of: configuration, elements: [arrow.from.id, arrow.to.id], whole: true))
    }
  }

  func graph(title: String) -> CausalGraph {
    let used = Set(elements.nodes.map(\.column))
    var columns = columns.filter { used.contains($0.key) }
    for place in columns.indices.dropFirst() where columns[place].role == .mechanism {
      let isDivided = columns[place - 1].role == .enabling || columns[place - 1].role == .disabling
      if isDivided { columns[place].name += ", valence not said" }
    }
    return CausalGraph(
      title: title, columns: columns, nodes: elements.finished(columns: columns),
      links: links.finished(material))
  }

  private var columns: [CausalGraph.Column] {
    material.study.template.slots.flatMap { slot -> [CausalGraph.Column] in
      guard slot.role == .mechanism || slot.role == .reasoning else {
        return [CausalGraph.Column(key: slot.letter, name: slot.plural, role: slot.role.drawn)]
      }
      let name = slot.plural.prefix(1).lowercased() + slot.plural.dropFirst()
      return [
        CausalGraph.Column(key: "\(slot.letter)-", name: "Disabling \(name)", role: .disabling),
        CausalGraph.Column(key: "\(slot.letter)+", name: "Enabling \(name)", role: .enabling),
        CausalGraph.Column(key: slot.letter, name: slot.plural, role: .mechanism),
      ]
    } + [CausalGraph.Column(key: "other", name: "Other elements", role: .step)]
  }

  private func column(of element: Element) -> CausalGraph.Column {
    let role = material.study.template.slot(letter: element.letter)?.role
    var key = role == nil ? "other" : element.letter
    if role == .mechanism || role == .reasoning {
      key += element.valence == .disabling ? "-" : element.valence == .enabling ? "+" : ""
    }
    return columns.first { $0.key == key } ?? CausalGraph.Column(key: key, name: key, role: .step)
  }
}

extension ConfigurationArgument {
  struct Arrow {
    var from: Element
    var to: Element
    var kind: CausalGraph.Link.Kind
  }

  /// Interventions and resources work on mechanisms, contexts qualify mechanisms, mechanisms lead to outcomes. Without a mechanism the
  /// contexts qualify the outcomes.
  var arrows: [Arrow] {
    let inputs = all(.intervention, .strategy, .resource)
    let targets = mechanisms.isEmpty ? outcomes : mechanisms
    let conditions = contexts.flatMap { from in
      targets.map { Arrow(from: from, to: $0, kind: .condition) }
    }
    let offers = inputs.flatMap { from in
      targets.map { Arrow(from: from, to: $0, kind: .influence(.increases)) }
    }
    return conditions + offers
      + steps.map { Arrow(from: $0.mechanism, to: $0.outcome, kind: .influence($0.polarity)) }
  }
}

extension ElementNodes {
  /// Puts an element into a column as a box of its own, with its clause.
  mutating func addAlone(
    _ element: Element, label: String, of configuration: Configuration, column: String,
    role: CausalGraph.Role
  ) -> String {
    var single = element
    single.code = nil
    single.text = "\(label): \(element.text.trimmed)"
    return add(single, label: label, of: configuration, column: column, role: role)
  }
}

extension Template.Role {
  /// How an element of the role is drawn when its valence says nothing.
  package var drawn: CausalGraph.Role {
    switch self {
    case .context: .context
    case .mechanism, .reasoning: .mechanism
    case .outcome: .outcome
    case .intervention, .actor, .strategy, .resource, .other: .step
    }
  }
}
