/// The way from an id to its value in one study; built once, each answer is constant time.
public struct StudyLookup: Sendable {
  public let participants: [ID<Participant>: Participant]
  public let sources: [ID<Source>: Source]
  public let codes: CodeTree
  public let segments: [ID<Segment>: Segment]
  public let configurations: [ID<Configuration>: Configuration]
  public let factors: [ID<Factor>: Factor]
  public let theories: [ID<Theory>: Theory]

  /// - Throws: ``CodeTreeError`` when the codes are no tree.
  public init(_ study: Study) throws(CodeTreeError) {
    participants = Self.table(study.participants)
    sources = Self.table(study.sources)
    codes = try CodeTree(study.codes)
    segments = Self.table(study.segments)
    configurations = Self.table(study.configurations)
    factors = Self.table(study.factors)
    theories = Self.table(study.theories)
  }

  private static func table<Value: Entity>(_ values: [Value]) -> [ID<Value>: Value] {
    Dictionary(values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
