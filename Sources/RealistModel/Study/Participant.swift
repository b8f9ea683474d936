/// A pseudonymous person.
public struct Participant: Entity {
  public var id: ID<Participant>
  /// The pseudonym people use, e.g. `P05`; unique in the study.
  public var key: String
  /// A display pseudonym; empty when there is none.
  public var name: String
  /// Values by attribute name.
  public var attributes: [String: AttributeValue]
  /// What was consented to, e.g. `["record", "quote"]`.
  public var consent: [String]
  /// The day the participant withdrew.
  public var withdrawn: CalendarDate?

  public init(
    id: ID<Participant>, key: String, name: String = "", attributes: [String: AttributeValue] = [:],
    consent: [String] = [], withdrawn: CalendarDate? = nil
  ) {
    (self.id, self.key, self.name, self.attributes) = (id, key, name, attributes)
    (self.consent, self.withdrawn) = (consent, withdrawn)
  }

  /// The number in the pseudonym, `5` for `P05`, as `(Participant 5)` prints it; `nil` when it has no digits.
  public var number: Int? {
    let digits = key.unicodeScalars.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    return Int(String(String.UnicodeScalarView(digits)))
  }
}
