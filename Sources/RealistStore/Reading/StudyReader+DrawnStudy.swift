import RealistModel

extension StudyReader {
  /// What a theory of change is drawn from: the configured study with factors and links, and the passages that bear the factors' codes, with
  /// their words.
  ///
  /// - Parameter readingWords: without it, who said them is all that is told of passages, and no text is read.
  public func drawnStudy(
    readingWords: Bool = true
  ) throws -> (study: Study, words: [ID<Segment>: QuoteWords]) {
    var study = try configuredStudy([.theoryOfChange, .notes])
    var words = try readingWords ? evidenceWords(of: study) : speakers(of: study.segments)
    let codes = try study.factorCodes
    var known = Set(study.segments.map(\.id))
    func add(_ segments: [CodedSegment], _ quote: (TextSpan) -> QuoteWords) {
      for one in segments {
        study.codings += one.codings
        words[one.segment.id] = quote(one.segment.span)
        if known.insert(one.segment.id).inserted { study.segments.append(one.segment) }
      }
    }
    guard !codes.isEmpty else { return (study, words) }
    if readingWords {
      try forEachCodedSource(codes: codes) { coded in add(coded.segments, coded.quote) }
    } else {
      try forEachCodedRevision(codes: codes) { source, revision, segments in
        let turns = try turns(of: source, revision: revision)
        add(segments) { span in
          let spoken = turns.speaking(span)
          return QuoteWords(words: "", participant: spoken.participant, speaker: spoken.speaker)
        }
      }
    }
    study.codings.sort { $0.id < $1.id }
    return (study, words)
  }
}

extension Study {
  /// The codes that factors are tied to, with those below them.
  fileprivate var factorCodes: Set<ID<Code>> {
    get throws {
      let tree = try CodeTree(codes)
      return Set(factors.compactMap(\.code).flatMap { tree.subtree(of: $0).map(\.code.id) })
    }
  }
}
