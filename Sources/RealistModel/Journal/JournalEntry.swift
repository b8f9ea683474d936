/// One line of the audit trail: who did what when.
public struct JournalEntry: Entity {
  /// A change, or the taking back or repeating of one.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case change, undo, redo }

  public var id: ID<JournalEntry>
  /// From 1, without gaps.
  public var number: Int
  public var made: Timestamp
  public var coder: String
  public var kind: Kind
  /// The command in words, e.g. `tag P05 with outcomes/retention`. Never words of a transcript.
  public var command: String
  /// The number of the entry that was undone or redone.
  public var target: Int?
  /// Whether the change is in force now.
  public var isInForce: Bool

  public init(
    id: ID<JournalEntry>, number: Int, made: Timestamp, coder: String, kind: Kind, command: String,
    target: Int? = nil, isInForce: Bool = true
  ) {
    (self.id, self.number, self.made, self.coder) = (id, number, made, coder)
    (self.kind, self.command, self.target, self.isInForce) = (kind, command, target, isInForce)
  }
}
