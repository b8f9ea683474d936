import RealistModel

/// Something that a filter can ask about: an attribute of the study or a built-in field.
public struct FilterField: Hashable, Sendable {
  /// One way to a value.
  enum Origin: Hashable, Sendable {
    case attribute(AttributeDefinition.Subject, String)
    case builtIn(BuiltIn)
    case coding(CodingField)
  }

  /// What can be asked about a passage and its codings; only a ``Query`` does.
  enum CodingField: String, Hashable, Sendable, CaseIterable {
    /// Who coded.
    case coder
    /// On which day.
    case coded
    /// Which question of the guide the turn answers.
    case question

    var kind: AttributeDefinition.Kind { self == .coded ? .date : .text }
  }

  /// A field that every participant or source has.
  enum BuiltIn: String, Hashable, Sendable, CaseIterable {
    case participantID = "participant.id"
    case participantName = "participant.name"
    case participantWithdrawn = "participant.withdrawn"
    case sourceName = "source.name"
    case sourceTitle = "source.title"
    case sourceKind = "source.kind"
    case sourceMode = "source.mode"
    case sourceDate = "source.date"
    case sourceMinutes = "source.minutes"

    var subject: AttributeDefinition.Subject { rawValue.hasPrefix("source") ? .source : .participant }
    var name: String { String(rawValue.drop { $0 != "." }.dropFirst()) }

    var kind: AttributeDefinition.Kind {
      switch self {
      case .participantWithdrawn, .sourceDate: .date
      case .sourceMinutes: .number
      default: .text
      }
    }
  }

  public let name: String
  public let kind: AttributeDefinition.Kind
  /// Tried in order; the first one whose subject is known gives the value.
  let origins: [Origin]

  /// The built-in fields, each as `participant.NAME` or `source.NAME` and as `NAME`.
  public static let builtIn: [String] = BuiltIn.allCases.map(\.rawValue)

  /// The field of a name: an attribute, else a built-in field; by exact name, else whatever the letter case.
  public init?(_ name: String, attributes: [AttributeDefinition]) {
    self.init(name, attributes: attributes, hasCodings: false)
  }

  /// - Parameter hasCodings: whether codings can be asked about; attributes of the same name go first, `coding.coder` is never one.
  init?(_ name: String, attributes: [AttributeDefinition], hasCodings: Bool) {
    let candidates =
      attributes.map { ($0.name, $0.subject, $0.kind, Origin.attribute($0.subject, $0.name)) }
      + BuiltIn.allCases.map { ($0.name, $0.subject, $0.kind, Origin.builtIn($0)) }
    let isNamed = {
      (candidate: (String, AttributeDefinition.Subject, AttributeDefinition.Kind, Origin), name: String) in
      candidate.0 == name || "\(candidate.1.rawValue).\(candidate.0)" == name
    }
    var found = candidates.filter { isNamed($0, name) }
    if found.isEmpty {
      found = candidates.filter { isNamed(($0.0.lowercased(), $0.1, $0.2, $0.3), name.lowercased()) }
    }
    guard let first = found.first(where: { $0.1 == .participant }) ?? found.first else {
      let own = name.lowercased()
      let coding = CodingField.allCases.first { $0.rawValue == own || "coding.\($0.rawValue)" == own }
      guard let coding, hasCodings else { return nil }
      (self.name, kind, origins) = (coding.rawValue, coding.kind, [.coding(coding)])
      return
    }
    // The same name may be a field of participants and of sources; a value is of one kind only.
    var origins: [Origin] = []
    for subject in [AttributeDefinition.Subject.participant, .source] {
      if let one = found.first(where: { $0.1 == subject && $0.2 == first.2 }) { origins.append(one.3) }
    }
    (self.name, kind, self.origins) = (first.0, first.2, origins)
  }

  /// Whose values it gives.
  public var subjects: Set<AttributeDefinition.Subject> { Set(origins.compactMap(\.subject)) }

  /// What it asks about codings, when that is what it asks about.
  var coding: CodingField? {
    if case .coding(let field)? = origins.first { field } else { nil }
  }

  /// The value that a participant or a source has; either may be unknown.
  public func value(participant: Participant?, source: Source?) -> AttributeValue? {
    for origin in origins {
      switch origin.subject {
      case .participant: if let participant { return origin.value(of: participant) }
      case .source: if let source { return origin.value(of: source) }
      case nil: break
      }
    }
    return nil
  }
}

extension FilterField.Origin {
  /// `nil` for a field of codings.
  var subject: AttributeDefinition.Subject? {
    switch self {
    case .attribute(let subject, _): subject
    case .builtIn(let field): field.subject
    case .coding: nil
    }
  }

  func value(of participant: Participant) -> AttributeValue? {
    switch self {
    case .attribute(_, let name): participant.attributes[name]
    case .builtIn(.participantID): .text(participant.key)
    case .builtIn(.participantName): .text(participant.name)
    case .builtIn(.participantWithdrawn): participant.withdrawn.map(AttributeValue.date)
    case .builtIn, .coding: nil
    }
  }

  func value(of source: Source) -> AttributeValue? {
    switch self {
    case .attribute(_, let name): source.attributes[name]
    case .builtIn(.sourceName): .text(source.name)
    case .builtIn(.sourceTitle): .text(source.title)
    case .builtIn(.sourceKind): .text(source.kind.rawValue)
    case .builtIn(.sourceMode): .text(source.mode)
    case .builtIn(.sourceDate): source.date.map(AttributeValue.date)
    case .builtIn(.sourceMinutes): source.minutes.map(AttributeValue.number)
    case .builtIn, .coding: nil
    }
  }
}
