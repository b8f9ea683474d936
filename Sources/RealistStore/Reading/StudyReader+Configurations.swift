import RealistModel

extension StudyReader {
  /// A study with its configurations and only those segments that evidence and links refer to; everything else as `parts` asks for.
  ///
  /// The cost follows the number of configurations, not that of codings.
  public func configuredStudy(_ parts: StudyParts = []) throws -> Study {
    var study = try study(parts.union([.participants, .sources, .codes, .configurations]))
    if !parts.contains(.codings) {
      let referred = study.evidence.map(\.segment) + study.links.flatMap(\.segments)
      study.segments = try segments(referred).values.sorted { $0.id < $1.id }
    }
    return study
  }

  /// The words of the segments that evidence and links of a study refer to.
  public func evidenceWords(of study: Study) throws -> [ID<Segment>: QuoteWords] {
    let referred = Set(study.evidence.map(\.segment) + study.links.flatMap(\.segments))
    return try words(of: study.segments.filter { referred.contains($0.id) })
  }

  /// The evidence of one configuration, in order.
  public func evidence(of configuration: ID<Configuration>) throws -> [Evidence] {
    try evidence().filter { $0.configuration == configuration }
  }
}
