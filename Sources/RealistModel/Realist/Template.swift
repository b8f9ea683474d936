/// The elements that configurations of a study are made of, in order (de Weger et al. 2020, doi 10.1177/1609406920938577: be transparent
/// about the choice).
public struct Template: Hashable, Sendable {
  /// One kind of element.
  public struct Slot: Hashable, Sendable {
    /// What it is called in tags and labels: `C`, `M`, `O`, `I`, `A`, `S`, `R`.
    public var letter: String
    public var name: String
    public var plural: String
    public var role: Role
    public var definition: String
    /// The coding rule: when to use it. Empty when there is none (Bosongo et al. 2024, table 2, prints one for each element).
    public var rule: String

    public init(
      letter: String, name: String, plural: String, role: Role, definition: String = "", rule: String = ""
    ) {
      (self.letter, self.name, self.plural, self.role) = (letter, name, plural, role)
      (self.definition, self.rule) = (definition, rule)
    }
  }

  /// What an element does in a configuration. A study's own slot that is none of these is `other`.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case context, mechanism, outcome, intervention, actor, strategy, resource, reasoning, other
  }

  public var key: String
  public var name: String
  public var slots: [Slot]
  /// The columns of a table of configurations, by name, where a study does not want the usual ones; empty for those.
  public var columns: [String]

  public init(key: String, name: String, slots: [Slot], columns: [String] = []) {
    (self.key, self.name, self.slots, self.columns) = (key, name, slots, columns)
  }

  public func slot(letter: String) -> Slot? { slots.first { $0.letter == letter } }

  /// The first slot of a role.
  public func slot(role: Role) -> Slot? { slots.first { $0.role == role } }

  /// The place of a letter among the slots; those that it lacks come last.
  public func position(of letter: String) -> Int {
    slots.firstIndex { $0.letter == letter } ?? slots.count
  }

  /// The templates that `init --template` knows.
  public static let known: [Template] = [cmo, icamo, scmo, cimo, resourceReasoning]

  /// Context, mechanism, outcome (Pawson and Tilley 1997).
  public static let cmo = Template(
    key: "cmo", name: "Context–mechanism–outcome", slots: [.context, .mechanism, .outcome])
  /// Intervention, context, actor, mechanism, outcome (Mukumbang et al.; Bosongo et al. 2024).
  public static let icamo = Template(
    key: "icamo", name: "Intervention–context–actor–mechanism–outcome",
    slots: [.intervention, .context, .actor, .mechanism, .outcome])
  /// Strategy, context, mechanism, outcome.
  public static let scmo = Template(
    key: "scmo", name: "Strategy–context–mechanism–outcome",
    slots: [.strategy, .context, .mechanism, .outcome])
  /// Context, intervention, mechanism, outcome (Punton and Vogel: C + I + M = O).
  public static let cimo = Template(
    key: "cimo", name: "Context–intervention–mechanism–outcome",
    slots: [.context, .intervention, .mechanism, .outcome])
  /// The mechanism split into resource and reasoning (Dalkin et al. 2015, doi 10.1186/s13012-015-0237-x).
  public static let resourceReasoning = Template(
    key: "resource-reasoning", name: "Resource–context–reasoning–outcome",
    slots: [.resource, .context, .reasoning, .outcome])
}

extension Template.Slot {
  public static let context = Template.Slot(
    letter: "C", name: "Context", plural: "Contexts", role: .context,
    definition: "Pre-existing conditions in which a mechanism fires or does not.")
  public static let mechanism = Template.Slot(
    letter: "M", name: "Mechanism", plural: "Mechanisms", role: .mechanism,
    definition: "How people respond, in mind and action, to what the programme offers.")
  public static let outcome = Template.Slot(
    letter: "O", name: "Outcome", plural: "Outcomes", role: .outcome,
    definition: "What follows, intended or not, observed or anticipated.")
  public static let intervention = Template.Slot(
    letter: "I", name: "Intervention", plural: "Interventions", role: .intervention,
    definition: "What the programme does.")
  public static let actor = Template.Slot(
    letter: "A", name: "Actor", plural: "Actors", role: .actor, definition: "Whose response it is.")
  public static let strategy = Template.Slot(
    letter: "S", name: "Strategy", plural: "Strategies", role: .strategy, definition: "The approach taken.")
  public static let resource = Template.Slot(
    letter: "R", name: "Mechanism (resource)", plural: "Mechanisms (resource)", role: .resource,
    definition: "What the programme brings into the context.")
  public static let reasoning = Template.Slot(
    letter: "M", name: "Mechanism (reasoning)", plural: "Mechanisms (reasoning)", role: .reasoning,
    definition: "What the resource changes in people's reasoning.")
}
