extension [AttributeDefinition] {
  /// The attribute of a name: as written, else in another case.
  public func named(_ name: String, of subject: AttributeDefinition.Subject) -> AttributeDefinition? {
    let own = filter { $0.subject == subject }
    return own.first { $0.name.isIdentical(to: name) }
      ?? own.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Reads a value that was typed for an attribute. An attribute that is not there is added, of the narrowest kind that the value fits.
  ///
  /// - Returns: the attribute's name as the study writes it, and the value; `nil` for the empty text, which takes the value away.
  /// - Throws: ``AttributeError`` when the attribute is of another kind.
  public mutating func read(
    _ text: String, for name: String, of subject: AttributeDefinition.Subject
  ) throws(AttributeError) -> (name: String, value: AttributeValue?) {
    let known = named(name, of: subject)
    guard !text.isEmpty else { return (known?.name ?? name, nil) }
    let definition =
      known
      ?? AttributeDefinition(name: name, subject: subject, kind: AttributeValue.kind(ofColumn: [text]))
    guard let value = AttributeValue(text, kind: definition.kind) else {
      throw AttributeError(name: definition.name, kind: definition.kind, text: text)
    }
    if known == nil { append(definition) }
    return (definition.name, value)
  }
}

/// A text that is no value of an attribute's kind.
public struct AttributeError: Error, Hashable, Sendable {
  public var name: String
  public var kind: AttributeDefinition.Kind
  public var text: String

  public init(name: String, kind: AttributeDefinition.Kind, text: String) {
    (self.name, self.kind, self.text) = (name, kind, text)
  }

  public var message: String { "'\(text)' does not fit the attribute '\(name)'" }
  public var hint: String? { "write \(kind.example)" }
}

extension AttributeDefinition.Kind {
  /// What a value looks like, for a hint.
  public var example: String {
    switch self {
    case .text: "any text"
    case .number: "a number such as 4 or 0.5"
    case .date: "a date such as 2026-03-02"
    case .boolean: "yes or no"
    }
  }
}
