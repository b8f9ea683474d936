import RealistModel

extension CodingTable {
  /// The passages whose speaker and source a filter holds for. A passage that nobody is named for has no participant.
  public func filtered(by filter: Filter) -> CodingTable {
    var known: [UInt64: Bool] = [:]
    return filtered(passages: { passage in
      let key =
        UInt64(UInt32(bitPattern: passage.participant)) << 32 | UInt64(UInt32(bitPattern: passage.source))
      if let answer = known[key] { return answer }
      let answer = filter.matches(
        participant: passage.participant < 0 ? nil : participants[Int(passage.participant)],
        source: sources[Int(passage.source)])
      known[key] = answer
      return answer
    })
  }
}
