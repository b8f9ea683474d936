import RealistModel

/// Why the store refused.
public enum StoreError: Error, Hashable, Sendable {
  /// What a name in an error stands for.
  public enum Kind: String, Hashable, Sendable {
    case participant, source, code, segment, coding, configuration, element, evidence, theory, factor, stage,
      link
    case loop, memo, recommendation, attribute, revision, response, query
    /// A kind of element in the study's template.
    case slot
    case linkedCoding = "linked coding"
    /// A written cell of a framework matrix.
    case summary
    case contextTable = "context table"
  }

  // The file.
  case noFile(path: String)
  case fileExists(path: String)
  case notAStudy(path: String)
  case newer(path: String, found: Int, known: Int)
  /// An older file that may only be read, so that it cannot be brought up to date.
  case older(path: String, found: Int, known: Int)
  case locked(path: String)
  case readOnly(path: String)
  case damaged(path: String)
  case cannotOpen(path: String)
  case diskFull(path: String)
  /// The file was moved, deleted or replaced since it was opened: what is written would be lost.
  case fileMoved(path: String)
  case inputOutput(path: String)
  /// Stopped from outside, e.g. by Ctrl-C.
  case interrupted

  // The content.
  /// A name that nothing has; the nearest ones are suggested.
  case unknown(Kind, name: String, nearest: [String])
  /// A name that several things have.
  case ambiguous(Kind, name: String, candidates: [String])
  /// A name that is taken.
  case taken(Kind, name: String)
  case invalidName(Kind, name: String, reason: String)
  /// A code cannot move below itself.
  case cycle(code: String, into: String)
  /// Other things depend on it, and the caller has not agreed to lose them.
  case inUse(Kind, name: String, by: [Dependents])
  /// The span does not fit its text.
  case span(source: String, SpanError)
  /// The stored text of a source does not have the hash it is filed under.
  case contentDamaged(source: String)
  /// A search that full text cannot read; `reason` is SQLite's.
  case badSearch(reason: String)
  case nothingToUndo
  case nothingToRedo
  /// The change that would be undone or redone is this one, and another one was meant.
  case moved(JournalEntry)
  /// The change cannot be taken back because later data contradicts it; `table` says where.
  case conflict(entry: Int, table: String)
  /// SQLite refused for a reason that is a defect of ours.
  case database(code: Int32, message: String)

  /// A number of things of a kind that stand in the way.
  public struct Dependents: Hashable, Sendable {
    public var count: Int
    public var kind: Kind

    public init(count: Int, kind: Kind) { (self.count, self.kind) = (count, kind) }
  }
}
