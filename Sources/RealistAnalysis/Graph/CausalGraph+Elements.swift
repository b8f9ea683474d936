import RealistModel

/// Collects the elements of configurations into nodes: one node for each code in each column, one for each wording where there is no code.
struct ElementNodes {
  private(set) var nodes: [CausalGraph.Node] = []
  private var places: [String: Int] = [:]
  private var items: [String: [GraphMaterial.Item]] = [:]
  let material: GraphMaterial

  init(_ material: GraphMaterial) { self.material = material }

  /// Puts an element into a column and answers the key of its node.
  mutating func add(
    _ element: Element, label: String, of configuration: Configuration, column: String,
    role: CausalGraph.Role, group: String = ""
  ) -> String {
    let subject = element.code.flatMap { material.lookup.codes[$0] }
    let identity = subject?.path ?? element.text.trimmed
    let key =
      "\(column)/\(identity.isEmpty ? "CMO\(material.numbers[configuration.id] ?? 0).\(label)" : identity)"
    if places[key] == nil {
      places[key] = nodes.count
      nodes.append(
        CausalGraph.Node(
          key: key, column: column, role: role,
          text: subject.map { $0.code.name.asPhrase } ?? element.text.trimmed.capitalisedFirst, group: group))
    }
    if let place = places[key] { nodes[place].uses.append(material.use(configuration, label, element)) }
    items[key, default: []] += material.items(of: configuration, elements: [element.id])
    return key
  }

  /// The nodes with their evidence, column by column, each column by group and in the order of first use: configurations that follow each
  /// other lie beside each other, and fewer arrows cross.
  func finished(columns: [CausalGraph.Column]) -> [CausalGraph.Node] {
    columns.flatMap { column in
      var own = nodes.filter { $0.column == column.key }
      for place in own.indices { own[place].evidence = material.trail(items[own[place].key] ?? []) }
      var groups: [String] = []
      for node in own where !groups.contains(node.group) { groups.append(node.group) }
      return groups.flatMap { group in own.filter { $0.group == group } }
    }
  }
}

extension String {
  /// A code's name as words for a box: `bespoke-competencies` → `Bespoke competencies`.
  package var asPhrase: String {
    String(map { $0 == "-" || $0 == "_" ? " " : $0 }).capitalisedFirst
  }

  /// With a capital letter at its beginning.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
