import RealistModel

/// Factors in columns and the arrows between them, each with the quotes behind it: the value that every diagram is drawn from.
///
/// The theory of change, the figure of all configurations and the figure of one are all graphs of this kind. Nodes and links are in an order
/// that follows from the study's own order and never from ids, so equal studies give equal graphs.
public struct CausalGraph: Hashable, Sendable {
  public var title: String
  /// Every column that holds a node, in order.
  public var columns: [Column]
  /// Column by column, in the order of the column.
  public var nodes: [Node]
  public var links: [Link]
  public var loops: [LoopGraph]
  /// What a cut left out; a figure says so.
  public var omitted = Omitted()

  public init(
    title: String, columns: [Column], nodes: [Node], links: [Link] = [], loops: [LoopGraph] = []
  ) {
    (self.title, self.columns, self.nodes, self.links, self.loops) = (title, columns, nodes, links, loops)
  }

  /// One stage of a theory of change, or one kind of element.
  public struct Column: Hashable, Sendable {
    public var key: String
    public var name: String
    public var role: Role
    /// Whether the programme only contributes to what stands here: it is drawn beyond the ceiling of accountability.
    public var isBeyondCeiling: Bool

    public init(key: String, name: String, role: Role, isBeyondCeiling: Bool = false) {
      (self.key, self.name, self.role, self.isBeyondCeiling) = (key, name, role, isBeyondCeiling)
    }
  }

  /// What a node is in the argument; drawn by shape, line and colour.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case context, disabling, enabling
    /// A mechanism of which nobody said whether it enables or disables.
    case mechanism
    case step, outcome, impact
  }

  /// A box.
  public struct Node: Hashable, Sendable {
    /// Unique in the graph: the factor's key, else one made of the code's path or the words.
    public var key: String
    /// The key of its ``Column``.
    public var column: String
    public var role: Role
    public var text: String
    public var details: [String]
    /// A heading inside the column; empty when there is none.
    public var group: String
    public var assumptions: [String]
    public var indicators: [String]
    /// The elements it stands for, e.g. `CMO2.M1` with their clauses.
    public var uses: [Use]
    public var evidence: EvidenceTrail

    public init(
      key: String, column: String, role: Role, text: String, details: [String] = [], group: String = "",
      assumptions: [String] = [], indicators: [String] = [], uses: [Use] = [],
      evidence: EvidenceTrail = EvidenceTrail()
    ) {
      (self.key, self.column, self.role, self.text, self.details) = (key, column, role, text, details)
      (self.group, self.assumptions, self.indicators) = (group, assumptions, indicators)
      (self.uses, self.evidence) = (uses, evidence)
    }

    /// The numbers of the configurations it is used in, ascending.
    public var configurations: [Int] { Set(uses.map(\.configuration)).sorted() }
  }

  /// The use of a node as an element of a configuration.
  public struct Use: Hashable, Sendable {
    /// The number of the configuration, from 1.
    public var configuration: Int
    /// `M1`.
    public var label: String
    public var text: String

    public init(configuration: Int, label: String, text: String) {
      (self.configuration, self.label, self.text) = (configuration, label, text)
    }

    /// `CMO2.M1`.
    public var place: String { "CMO\(configuration).\(label)" }
  }

  /// An arrow, or a condition that an arrow depends on.
  public struct Link: Hashable, Sendable {
    /// What the line says.
    public enum Kind: Hashable, Sendable {
      /// The first influences the second.
      case influence(CausalLink.Polarity)
      /// In this context the mechanism works: a context qualifies an arrow, it is not a cause.
      case condition
      /// The second came about although the first stood against it: a barrier that was overcome.
      case despite
    }

    public var from: String
    public var to: String
    public var kind: Kind
    public var label: String
    /// The numbers of the configurations that explain it, ascending.
    public var configurations: [Int]
    /// The contexts in which it holds.
    public var conditions: [Use]
    /// Whether a person drew it; otherwise it follows from configurations.
    public var isWritten: Bool
    public var evidence: EvidenceTrail
    /// How many times it is said, where claims are counted one by one.
    public var citations: Int?
    /// Whether its beginning was named by the opposite of the factor that stands there.
    public var startIsFlipped = false
    public var endIsFlipped = false

    public init(
      from: String, to: String, kind: Kind = .influence(.increases), label: String = "",
      configurations: [Int] = [], conditions: [Use] = [], isWritten: Bool = true,
      evidence: EvidenceTrail = EvidenceTrail()
    ) {
      (self.from, self.to, self.kind, self.label) = (from, to, kind, label)
      (self.configurations, self.conditions, self.isWritten) = (configurations, conditions, isWritten)
      self.evidence = evidence
    }

    public var polarity: CausalLink.Polarity? {
      if case .influence(let polarity) = kind { polarity } else { nil }
    }
  }

  /// What a cut left out.
  public struct Omitted: Hashable, Sendable {
    public var nodes = 0
    public var links = 0
    /// What and why, in words: `links with fewer than 2 sources`.
    public var reasons: [String] = []
    /// What is shown, where filters say what they keep.
    public var shown: [String] = []

    public init() {}
  }

  public func node(_ key: String) -> Node? { nodes.first { $0.key == key } }

  /// The nodes that a name means: an exact key, else every key that ends in `/` and the name. One answer is a hit.
  public func nodes(matching name: String) -> [Node] {
    node(name).map { [$0] } ?? nodes.filter { $0.key.hasSuffix("/\(name)") }
  }

  /// The nodes of a column, in order.
  public func nodes(in column: Column) -> [Node] { nodes.filter { $0.column == column.key } }

  /// Whether everything in it belongs to one configuration, so that its number says nothing.
  public var isOneConfiguration: Bool {
    Set(nodes.flatMap { $0.uses.map(\.configuration) } + links.flatMap(\.configurations)).count == 1
  }

  /// Whether the figure leaves anything out of the study's graph.
  public var isWhole: Bool { omitted.reasons.isEmpty && omitted.shown.isEmpty }
}
