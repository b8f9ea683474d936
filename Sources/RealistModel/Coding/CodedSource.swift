/// One revision of a source with its words and the passages marked in it: what quotes are read from, one source at a time.
public struct CodedSource: Sendable {
  public var source: Source
  /// The revision that text, turns and segments belong to.
  public var revision: Int
  public var text: SourceText
  public var turns: [Turn]
  /// By place; the longer one first where two begin together.
  public var segments: [CodedSegment]

  public init(
    source: Source, revision: Int, text: SourceText, turns: [Turn], segments: [CodedSegment]
  ) {
    (self.source, self.revision, self.text, self.turns) = (source, revision, text, turns)
    self.segments = segments
  }

  /// The words of a span and who said them.
  public func quote(_ span: TextSpan) -> QuoteWords { text.quote(span, turns: turns) }
}

/// A segment with what was put on it.
public struct CodedSegment: Sendable {
  public var segment: Segment
  /// In the order they were made; a segment without any is a highlight.
  public var codings: [Coding]

  public init(_ segment: Segment, codings: [Coding] = []) {
    (self.segment, self.codings) = (segment, codings)
  }
}

extension SourceText {
  /// The words of a span and who said them: the speaker of the turns it touches, nobody when they differ. Turns are in order of place;
  /// logarithmic in their number.
  public func quote(_ span: TextSpan, turns: [Turn]) -> QuoteWords {
    let spoken = turns.speaking(span)
    return QuoteWords(words: String(self[span]), participant: spoken.participant, speaker: spoken.speaker)
  }
}

extension [Turn] {
  /// Who said the words of a span: the speaker of the turns it touches, nobody when they differ. The array is in order of place.
  public func speaking(_ span: TextSpan) -> (participant: ID<Participant>?, speaker: String?) {
    let touched = touched(by: span)
    guard let first = touched.first else { return (nil, nil) }
    let isOnePerson = touched.allSatisfy { $0.participant == first.participant }
    let isOneName = touched.allSatisfy { $0.speaker == first.speaker }
    return (isOnePerson ? first.participant : nil, isOneName ? first.speaker : nil)
  }

  /// Who said the words of a span; `nil` when they cross participants or nobody is named. The array is in order of place.
  public func participant(of span: TextSpan) -> ID<Participant>? {
    let touched = touched(by: span)
    guard let first = touched.first?.participant, touched.allSatisfy({ $0.participant == first }) else {
      return nil
    }
    return first
  }

  /// The turns that a span overlaps; the array is in order of place.
  public func touched(by span: TextSpan) -> ArraySlice<Turn> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].span.start < span.end { end += 1 }
    return self[low..<end]
  }
}
