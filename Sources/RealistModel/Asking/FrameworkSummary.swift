/// What a case says about a theme, in the analyst's words: one cell of a framework matrix (Ritchie and Spencer 1994; Gale et al. 2013, doi
/// 10.1186/1471-2288-13-117, stage 6 "charting").
public struct FrameworkSummary: Entity {
  /// The row of the cell.
  public enum Case: Hashable, Sendable {
    case source(ID<Source>)
    case participant(ID<Participant>)
    /// Everybody, or every source, with this value of an attribute.
    case group(attribute: String, value: String)
  }

  public var id: ID<FrameworkSummary>
  public var row: Case
  /// The column.
  public var code: ID<Code>
  public var summary: String
  public var coder: String
  public var written: Timestamp

  public init(
    id: ID<FrameworkSummary>, row: Case, code: ID<Code>, summary: String, coder: String, written: Timestamp
  ) {
    (self.id, self.row, self.code) = (id, row, code)
    (self.summary, self.coder, self.written) = (summary, coder, written)
  }
}
