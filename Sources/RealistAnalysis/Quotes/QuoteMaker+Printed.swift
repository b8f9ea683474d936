import RealistModel

extension QuoteMaker {
  /// What is printed of some segments: their words and who said them; a segment without words, or of no known source, is not in it.
  public func printed(
    _ segments: some Sequence<Segment>, words: [ID<Segment>: QuoteWords], sources: [Source]
  ) -> [ID<Segment>: (words: String, attribution: String)] {
    let sources = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var printed: [ID<Segment>: (words: String, attribution: String)] = [:]
    for segment in segments {
      guard let said = words[segment.id], let source = sources[segment.source] else { continue }
      let quote = quote(segment, codings: [], words: said, source: source)
      printed[segment.id] = (quote.words, quote.attribution)
    }
    return printed
  }
}
