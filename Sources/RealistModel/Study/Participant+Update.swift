extension Participant {
  /// This participant with what a newer account of the same person says: what it gives replaces, what it leaves open stays.
  public func updated(from newer: Participant) -> Participant {
    var result = self
    if !newer.name.isEmpty { result.name = newer.name }
    if !newer.consent.isEmpty { result.consent = newer.consent }
    if newer.withdrawn != nil { result.withdrawn = newer.withdrawn }
    result.attributes.merge(newer.attributes) { _, new in new }
    return result
  }
}
