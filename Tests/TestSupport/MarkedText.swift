import RealistModel

/// A text and the spans that are marked in it with ⟦ and ⟧, so that a test shows places instead of counting them.
///
/// Marks may be nested; spans come in the order in which they open: `marked("I felt ⟦safe⟧ there")` is the text `I felt safe there`
/// and the span 7..<11.
public func marked(_ text: String) throws -> (text: SourceText, spans: [TextSpan]) {
  var words = String.UnicodeScalarView()
  var (offset, open) = (0, [Int]())
  var ranges: [(start: Int, end: Int?)] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "⟦":
      open.append(ranges.count)
      ranges.append((offset, nil))
    case "⟧":
      guard let last = open.popLast() else { throw MarkError.closesWithoutOpening(at: offset) }
      ranges[last].end = offset
    default:
      words.append(scalar)
      offset += 1
    }
  }
  let spans = try ranges.map { range in
    guard let end = range.end else { throw MarkError.neverCloses(at: range.start) }
    return try TextSpan(start: range.start, end: end)
  }
  return (try SourceText(String(words)), spans)
}

/// The text with the spans marked again; spans must be nested or apart, and in the order in which they open.
public func marking(_ spans: [TextSpan], in text: SourceText) -> String {
  var result = String.UnicodeScalarView()
  let scalars = Array(text.string.unicodeScalars)
  for offset in 0...scalars.count {
    result.append(contentsOf: spans.filter { $0.end == offset }.map { _ in Unicode.Scalar("⟧") })
    result.append(contentsOf: spans.filter { $0.start == offset }.map { _ in Unicode.Scalar("⟦") })
    if offset < scalars.count { result.append(scalars[offset]) }
  }
  return String(result)
}

/// Marks that do not pair.
public enum MarkError: Error, Hashable {
  case closesWithoutOpening(at: Int)
  case neverCloses(at: Int)
}
