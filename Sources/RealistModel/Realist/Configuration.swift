/// A context–mechanism–outcome configuration: elements in order, a statement, a status.
public struct Configuration: Entity {
  /// How far the team has come with it.
  public enum Status: String, Hashable, Sendable, CaseIterable { case proposed, agreed, rejected }

  public var id: ID<Configuration>
  /// A short name, e.g. `bespoke`; unique in the study.
  public var key: String
  public var title: String
  public var theory: ID<Theory>?
  public var status: Status
  /// A heading it is listed under in grouped tables; empty when there is none.
  public var group: String
  /// The statement in notation, as written: prose whose clauses end in `(C: path)`, `(M+: path)`, `(O)`. Line breaks are kept.
  public var statement: String
  /// In the order of the statement.
  public var elements: [Element]
  /// How far it can be relied on; empty until somebody has judged it.
  public var confidence: Confidence

  public init(
    id: ID<Configuration>, key: String, title: String = "", theory: ID<Theory>? = nil,
    status: Status = .proposed,
    group: String = "", statement: String = "", elements: [Element] = [],
    confidence: Confidence = Confidence()
  ) {
    (self.id, self.key, self.title, self.theory, self.status) = (id, key, title, theory, status)
    (self.group, self.statement, self.elements) = (group, statement, elements)
    self.confidence = confidence
  }

  /// The elements with their labels `C1`, `M1`, `M2`, `O1`: letter of the slot and number among its kind, in order.
  public var labelled: [(label: String, element: Element)] {
    var counts: [String: Int] = [:]
    return elements.map { element in
      counts[element.letter, default: 0] += 1
      return ("\(element.letter)\(counts[element.letter, default: 0])", element)
    }
  }

  /// The element of a label such as `M1`.
  public func element(label: String) -> Element? { labelled.first { $0.label == label }?.element }
}

/// One context, mechanism, outcome (or other slot of the template) inside a configuration.
///
/// The role belongs to this use: the same code may be a context here and a mechanism there.
public struct Element: Entity {
  /// Which way it works. Absent means that nothing was said.
  public enum Valence: String, Hashable, Sendable, CaseIterable {
    case enabling, disabling, intended, unintended
  }

  public var id: ID<Element>
  /// The slot of the template.
  public var letter: String
  /// The clause, in words.
  public var text: String
  public var code: ID<Code>?
  public var valence: Valence?
  /// E.g. individual, interpersonal, institutional; empty when nothing was said.
  public var level: String
  /// For whom, e.g. `patients`; empty when nothing was said.
  public var beneficiary: String

  public init(
    id: ID<Element>, letter: String, text: String, code: ID<Code>? = nil, valence: Valence? = nil,
    level: String = "", beneficiary: String = ""
  ) {
    (self.id, self.letter, self.text, self.code) = (id, letter, text, code)
    (self.valence, self.level, self.beneficiary) = (valence, level, beneficiary)
  }
}

/// A segment that speaks for or against a configuration or a part of it.
public struct Evidence: Entity {
  /// What the passage does to the claim.
  public enum Bearing: String, Hashable, Sendable, CaseIterable { case supports, refutes, refines }
  /// What kind of claim the passage makes (Punton, Vogel and Lloyd 2016).
  public enum Standing: String, Hashable, Sendable, CaseIterable { case observed, anticipated, implied }

  public var id: ID<Evidence>
  public var configuration: ID<Configuration>
  /// The element, the pair (dyad) or the three (triad) it speaks to; empty for the whole configuration.
  public var elements: [ID<Element>]
  public var segment: ID<Segment>
  public var bearing: Bearing
  public var standing: Standing
  public var coder: String
  public var created: Timestamp
  public var note: String

  public init(
    id: ID<Evidence>, configuration: ID<Configuration>, elements: [ID<Element>], segment: ID<Segment>,
    bearing: Bearing = .supports, standing: Standing = .observed, coder: String, created: Timestamp,
    note: String = ""
  ) {
    (self.id, self.configuration, self.elements, self.segment) = (id, configuration, elements, segment)
    (self.bearing, self.standing, self.coder, self.created, self.note) = (
      bearing, standing, coder, created, note
    )
  }
}
