/// A stretch of a text in Unicode scalar offsets, 0-based and half-open: `start..<end`.
///
/// The unit is that of SQLite's `substr`, Python slices, REFI-QDA 1.5 (section 10.2) and the W3C annotation model. A span is never
/// empty; whether it lies within a given text is checked by ``SourceText/checked(_:)``.
public struct TextSpan: Hashable, Sendable, Comparable {
  public let start: Int
  public let end: Int

  /// Refuses a negative start and an empty or reversed span.
  public init(start: Int, end: Int) throws(SpanError) {
    guard start >= 0 else { throw .outOfBounds(start: start, end: end, length: nil) }
    guard start < end else { throw .empty(at: start) }
    (self.start, self.end) = (start, end)
  }

  /// For code that has just computed a valid, non-empty range.
  package init(valid range: Range<Int>) {
    precondition(!range.isEmpty && range.lowerBound >= 0)
    (start, end) = (range.lowerBound, range.upperBound)
  }

  /// The number of Unicode scalars.
  public var length: Int { end - start }
  public var range: Range<Int> { start..<end }

  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The part that both spans share, if any.
  public func intersection(_ other: TextSpan) -> TextSpan? {
    let (low, high) = (max(start, other.start), min(end, other.end))
    return low < high ? TextSpan(valid: low..<high) : nil
  }

  /// By start, the longer one first where starts agree: the order in which an outline lists them.
  public static func < (left: Self, right: Self) -> Bool { (left.start, right.end) < (right.start, left.end) }
}

/// Why a pair of offsets is no span of a text.
public enum SpanError: Error, Hashable, Sendable {
  /// Start and end are the same, or reversed.
  case empty(at: Int)
  /// The offsets reach outside the text of `length` scalars (`nil` when no text is known).
  case outOfBounds(start: Int, end: Int, length: Int?)
}
