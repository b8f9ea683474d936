import RealistModel

extension ConfigurationTable.Record {
  /// What is not there yet, in words: never a verdict. Passages of people who withdrew count for nothing.
  ///
  /// - Parameter template: whose elements a configuration should have.
  public func gaps(template: Template) -> [String] {
    var gaps = template.slots.filter { slot in !elements.contains { $0.slot.letter == slot.letter } }
      .map { "no \($0.name.lowercased())" }
    let usable = evidence.items.filter { !$0.isWithdrawn }
    guard !usable.isEmpty else { return gaps + ["no evidence recorded"] }
    if evidence.items(.refutes).isEmpty { gaps.append("no refuting evidence recorded") }
    if usable.allSatisfy({ $0.evidence.standing != .observed }) { gaps.append("nothing observed") }
    if Set(usable.compactMap(\.source?.id)).count == 1 { gaps.append("one source only") }
    gaps += elements.filter { element in element.evidence.items.allSatisfy(\.isWithdrawn) }
      .map { "\($0.label) has no evidence" }
    return gaps
  }
}
