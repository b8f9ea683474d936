import CommandKit
import RealistModel
import RealistStore

/// The passage of a source that words mean.
struct QuotedPassage {
  let span: TextSpan
  let text: SourceText

  /// - Parameter occurrence: which of several places, from 1.
  /// - Throws: what is wrong, with the closest passages or the places in the hint: exit 65.
  init(_ quote: String, in source: Source, occurrence: Int?, _ reader: StudyReader) throws {
    text = try reader.text(of: source.id, revision: source.revision)
    let turns = try reader.turns(of: source.id, revision: source.revision)
    do {
      span = try QuoteLocator(text: text, turns: turns).locate(quote, occurrence: occurrence).span
    } catch {
      throw Failure(
        "\(source.name): \(error.message)", hint: Self.hint(error, text: text), exitCode: Exit.badData)
    }
  }

  private static func hint(_ error: QuoteError, text: SourceText) -> String? {
    guard case .notFound(let closest) = error, !closest.isEmpty else { return error.hint }
    let passages = closest.map { passage -> String in
      let words = text[passage.span].unicodeScalars.split { $0.properties.isWhitespace }
      return
        "\n  “\(words.map { String($0) }.joined(separator: " "))” (\(passage.span.start)..\(passage.span.end))"
    }
    return "the closest passages are" + passages.joined()
  }
}
