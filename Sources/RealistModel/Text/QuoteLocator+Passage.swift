extension SourceText {
  /// The one place of a quote inside a passage: what is said elsewhere in the text does not count, so a word or two are often enough.
  ///
  /// - Parameter turns: of this text.
  /// - Throws: ``QuoteError``; its places are those of the whole text.
  public func locate(
    _ quote: String, within passage: TextSpan, turns: [Turn]
  ) throws(QuoteError) -> (span: TextSpan, isExact: Bool) {
    guard let part = try? SourceText(String(self[passage])) else { throw .notFound(closest: []) }
    let inside = turns.compactMap { turn -> Turn? in
      guard let common = turn.span.intersection(passage) else { return nil }
      var turn = turn
      turn.span = TextSpan(valid: common.start - passage.start..<common.end - passage.start)
      return turn
    }
    func whole(_ span: TextSpan) -> TextSpan {
      TextSpan(valid: span.start + passage.start..<span.end + passage.start)
    }
    do throws(QuoteError) {
      let match = try QuoteLocator(text: part, turns: inside).locate(quote)
      return (whole(match.span), match.isExact)
    } catch {
      switch error {
      case .notFound(let closest):
        throw .notFound(
          closest: closest.map {
            Passage(span: whole($0.span), words: $0.words, similarity: $0.similarity)
          })
      case .ambiguous(let count, let places):
        throw .ambiguous(
          count: count,
          places: places.map {
            let span = whole($0.span)
            return QuotePlace(span: span, line: place(ofScalar: span.start).line)
          })
      default: throw error
      }
    }
  }
}
