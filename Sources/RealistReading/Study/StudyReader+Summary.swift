import RealistAnalysis
import RealistModel
import RealistStore

extension StudyReader {
  /// The study in numbers, with the last five changes.
  public func summary() throws -> StudySummary {
    StudySummary(try header(), counts: try counts(), lastChanges: try entries(last: 5))
  }
}

extension StudySummary {
  /// What the store has counted: the same numbers as those of the whole study, without reading it.
  fileprivate init(_ header: Study, counts: StudyCounts, lastChanges: [JournalEntry]) {
    self.init(title: header.title, question: header.question, template: header.template.name)
    self.lastChanges = lastChanges
    sources = Source.Kind.allCases.compactMap { kind in
      counts.sources[kind].map { KindCount(kind: kind, count: $0) }
    }
    (words, participants) = (counts.words, counts.participants)
    (withdrawnParticipants, codes) = (counts.withdrawnParticipants, counts.codes)
    (segments, highlights, codings) = (counts.segments, counts.highlights, counts.codings)
    (coders, uncodedSources) = (counts.coders, counts.uncodedSources)
    configurations = Configuration.Status.allCases.compactMap { status in
      counts.configurations[status].map { StatusCount(status: status, count: $0) }
    }
    configurationsWithoutEvidence = counts.configurationsWithoutEvidence
    evidence = Evidence.Bearing.allCases.compactMap { bearing in
      counts.evidence[bearing].map { BearingCount(bearing: bearing, count: $0) }
    }
    (linkedCodings, responses) = (counts.linkedCodings, counts.responses)
    (theories, factors, links) = (counts.theories, counts.factors, counts.links)
    (loops, memos, recommendations) = (counts.loops, counts.memos, counts.recommendations)
  }
}
