/// A dated note on anything.
public struct Memo: Entity {
  /// What a memo is about.
  public enum Subject: Hashable, Sendable {
    case study
    case participant(ID<Participant>)
    case source(ID<Source>)
    case code(ID<Code>)
    case segment(ID<Segment>)
    case configuration(ID<Configuration>)
    case theory(ID<Theory>)
    case factor(ID<Factor>)
  }

  public var id: ID<Memo>
  public var subject: Subject
  public var coder: String
  public var written: Timestamp
  /// Markdown.
  public var body: String

  public init(id: ID<Memo>, subject: Subject, coder: String, written: Timestamp, body: String) {
    (self.id, self.subject, self.coder, self.written, self.body) = (id, subject, coder, written, body)
  }
}
