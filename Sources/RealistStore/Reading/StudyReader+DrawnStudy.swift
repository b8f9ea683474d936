import RealistModel

extension StudyReader {
  /// What a theory of change is drawn from: the configured study with factors and links, and the passages that bear the factors' codes, with
  /// their words.
  public func drawnStudy() throws -> (study: Study, words: [ID<Segment>: QuoteWords]) {
    var study = try configuredStudy([.theoryOfChange, .notes])
    let tree = try CodeTree(study.codes)
    let codes = Set(study.factors.compactMap(\.code).flatMap { tree.subtree(of: $0).map(\.code.id) })
    var words = try evidenceWords(of: study)
    var known = Set(study.segments.map(\.id))
    guard !codes.isEmpty else { return (study, words) }
    try forEachCodedSource(codes: codes) { coded in
      for one in coded.segments {
        let segment = one.segment
        study.codings += one.codings
        words[segment.id] = coded.quote(segment.span)
        if known.insert(segment.id).inserted { study.segments.append(segment) }
      }
    }
    study.codings.sort { $0.id < $1.id }
    return (study, words)
  }
}
