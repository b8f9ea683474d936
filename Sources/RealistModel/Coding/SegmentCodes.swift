/// The codes that a segment bears and whose words it is: what counting needs of it.
public struct SegmentCodes: Hashable, Sendable {
  public var source: ID<Source>
  /// Who said the words; `nil` where they cross participants or nobody is named.
  public var participant: ID<Participant>?
  /// A code for each coding: one that two coders have put there comes twice.
  public var codes: [ID<Code>]

  public init(source: ID<Source>, participant: ID<Participant>? = nil, codes: [ID<Code>] = []) {
    (self.source, self.participant, self.codes) = (source, participant, codes)
  }
}
