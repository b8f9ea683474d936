import RealistModel

extension CodedSource {
  /// The quotes of the source's segments, in order of place.
  ///
  /// - Parameters:
  ///   - maker: made once for the study.
  ///   - context: how many turns around each quote; see ``QuoteContext/around(_:in:turns:count:)``.
  ///   - body: is handed one quote after the other.
  public func forEachQuote(_ maker: QuoteMaker, context: Int = 0, _ body: (Quote) throws -> Void) rethrows {
    for coded in segments {
      let segment = coded.segment
      let around = QuoteContext.around(segment.span, in: text, turns: turns, count: context)
      try body(
        maker.quote(
          segment, codings: coded.codings, words: quote(segment.span), source: source,
          before: around.before, after: around.after))
    }
  }
}
