/// Everything in one study but the texts: the values that analyses and reports are pure functions of.
///
/// Order in each array is the study's own order (position, or order of import) and is deterministic. Relations are by id;
/// ``StudyLookup`` gives the way from an id to the value.
public struct Study: Hashable, Sendable {
  public var id: ID<Study>
  public var title: String
  /// What works for whom, in what circumstances and in what respects.
  public var question: String
  public var summary: String
  public var ethics: String
  public var created: Timestamp
  public var template: Template
  /// The stages of the theory of change, in order.
  public var stages: [Stage]
  /// How a quote names who said it, e.g. `(Participant {number})`.
  public var attribution: AttributionPattern
  /// The attributes that participants and sources have, in column order.
  public var attributes: [AttributeDefinition]
  /// The interview guide, Markdown.
  public var guide: String
  /// What the study folder's README says, Markdown; empty for one that is written from the study's values.
  public var readme: String

  public var participants: [Participant] = []
  public var sources: [Source] = []
  public var codes: [Code] = []
  public var segments: [Segment] = []
  public var codings: [Coding] = []
  public var linkedCodings: [LinkedCoding] = []
  public var configurations: [Configuration] = []
  public var evidence: [Evidence] = []
  public var theories: [Theory] = []
  public var responses: [TheoryResponse] = []
  public var factors: [Factor] = []
  public var links: [CausalLink] = []
  public var loops: [Loop] = []
  public var confirmedRipples: [ConfirmedRipple] = []
  public var memos: [Memo] = []
  public var recommendations: [Recommendation] = []
  /// Saved queries.
  public var queries: [SavedQuery] = []
  /// The written cells of framework matrices.
  public var framework: [FrameworkSummary] = []
  /// Numbers from elsewhere, to stand beside the words.
  public var contextTables: [ContextTable] = []

  public init(
    id: ID<Study>, title: String, question: String = "", summary: String = "", ethics: String = "",
    created: Timestamp, template: Template = .cmo, stages: [Stage] = Stage.usual,
    attribution: AttributionPattern = .usual, attributes: [AttributeDefinition] = [], guide: String = "",
    readme: String = ""
  ) {
    (self.id, self.title, self.question, self.summary, self.ethics) = (id, title, question, summary, ethics)
    (self.created, self.template, self.stages) = (created, template, stages)
    (self.attribution, self.attributes, self.guide, self.readme) = (attribution, attributes, guide, readme)
  }
}

/// A study with the words: what a study folder or a generated sample holds, and what a study file is built from.
public struct StudyContents: Sendable {
  public var study: Study
  /// Every revision of every source; the newest is the one `Source.revision` names.
  public var revisions: [Revision]

  public init(study: Study, revisions: [Revision]) { (self.study, self.revisions) = (study, revisions) }
}
