import RealistModel

extension Study {
  /// The study with only those linked codings that are wanted.
  ///
  /// - Parameters:
  ///   - source: whose passages they are; `nil` for all.
  ///   - code: which one of their codes is, or lies below; `nil` for any.
  ///   - links: the letters of their roles in order, `C-M`, whatever the letter case and the dash; `nil` for any.
  public func keepingLinkedCodings(
    source: ID<Source>? = nil, code: ID<Code>? = nil, in tree: CodeTree, links: String? = nil
  ) -> Study {
    var study = self
    if let source {
      let own = Set(segments.filter { $0.source == source }.map(\.id))
      study.linkedCodings.removeAll { !own.contains($0.segment) }
    }
    if let code {
      study.linkedCodings.removeAll { linked in !linked.parts.contains { tree.isWithin($0.code, code) } }
    }
    if let links {
      let letters = links.uppercased().split { "-–,".contains($0) }.map(String.init)
      study.linkedCodings.removeAll { $0.parts.map { $0.letter.uppercased() } != letters }
    }
    return study
  }
}

extension QuotedPassages {
  /// Who said some passages; those of nobody in particular are missing.
  public func speakers(of segments: some Sequence<Segment>) -> [ID<Segment>: ID<Participant>] {
    Dictionary(
      segments.compactMap { segment in self[segment.id]?.participant.map { (segment.id, $0.id) } },
      uniquingKeysWith: { first, _ in first })
  }
}
