import RealistModel

extension StudyReader {
  /// A study with its configurations and only those segments that evidence, theories and links refer to; everything else as `parts` asks for.
  ///
  /// The cost follows the number of configurations, not that of codings.
  public func configuredStudy(_ parts: StudyParts = []) throws -> Study {
    var study = try study(parts.union([.participants, .sources, .codes, .configurations]))
    if !parts.contains(.codings) {
      study.segments = try segments(study.referredSegments).values.sorted { $0.id < $1.id }
    }
    return study
  }

  /// The words of the segments that evidence, theories and links of a study refer to.
  public func evidenceWords(of study: Study) throws -> [ID<Segment>: QuoteWords] {
    let referred = Set(study.referredSegments)
    return try words(of: study.segments.filter { referred.contains($0.id) })
  }

  /// The evidence of one configuration, in order.
  public func evidence(of configuration: ID<Configuration>) throws -> [Evidence] {
    try evidence().filter { $0.configuration == configuration }
  }
}

extension Study {
  /// The segments that evidence, the histories of theories, responses to them, and links refer to.
  fileprivate var referredSegments: [ID<Segment>] {
    evidence.map(\.segment) + linkedCodings.flatMap(\.segments)
      + theories.flatMap { $0.versions.flatMap(\.passages).map(\.segment) }
      + responses.map(\.segment) + links.flatMap(\.segments)
  }
}
