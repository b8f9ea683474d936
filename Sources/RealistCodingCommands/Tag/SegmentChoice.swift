import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// A marked passage, named by its words or by its span.
struct SegmentChoice {
  var quote: String?
  var span: SpanArgument?
  var occurrence: Int?
  /// What to type, for the error when nothing was given.
  var usage: String

  /// The segment that is meant: the one of exactly these words, else the only one around them, else the only one within them.
  func segment(in opened: OpenedSource, _ reader: StudyReader) throws -> Segment {
    let segments = try reader.segments(of: opened.source.id, revision: opened.source.revision)
    let places = try places(in: opened)
    for fits in [Self.isSame, Self.isAround, Self.isWithin] {
      var found: [Segment] = []
      for segment in segments where places.contains(where: { fits(segment.span, $0) }) {
        found.append(segment)
      }
      if let occurrence, found.count > 1, found.indices.contains(occurrence - 1) {
        return found[occurrence - 1]
      }
      if let only = found.first, found.count == 1 { return only }
      guard found.isEmpty else { throw severalSegments(found, in: opened) }
    }
    throw Failure(
      "\(opened.place(places[0])): nothing is marked there",
      hint: "see what is: realist quotes --source \(opened.source.name)",
      exitCode: Exit.noInput)
  }

  private func places(in opened: OpenedSource) throws -> [TextSpan] {
    switch (quote, span) {
    case (let quote?, nil):
      let locator = QuoteLocator(text: opened.text, turns: opened.turns)
      do throws(QuoteError) {
        let found = try locator.matches(for: quote)
        guard !found.isEmpty else { throw QuoteError.notFound(closest: locator.closest(to: quote)) }
        return found.map(\.span)
      } catch {
        throw opened.failure(error)
      }
    default: return [try opened.find(quote: quote, span: span, occurrence: nil, usage: usage).span]
    }
  }

  private func severalSegments(_ segments: [Segment], in opened: OpenedSource) -> Failure {
    let places = segments.prefix(10).map { opened.placeInText($0.span) }
    return Failure(
      "\(opened.source.name): \(segments.count) marked passages fit: \(places.joined(separator: ", "))\(segments.count > 10 ? ", …" : "")",
      hint: "say which with --occurrence 1 to \(segments.count), or with --span", exitCode: Exit.badData)
  }

  private static func isSame(_ segment: TextSpan, _ place: TextSpan) -> Bool { segment == place }
  private static func isAround(_ segment: TextSpan, _ place: TextSpan) -> Bool { segment.contains(place) }
  private static func isWithin(_ segment: TextSpan, _ place: TextSpan) -> Bool { place.contains(segment) }
}
