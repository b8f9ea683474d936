import CommandKit
import RealistModel
import RealistStore

/// A source with its newest text, in which people name passages by their words.
package struct OpenedSource {
  package let source: Source
  package let text: SourceText
  package let turns: [Turn]

  /// - Parameter name: as a person types it.
  package init(_ name: String, in reader: StudyReader) throws {
    try self.init(try reader.source(name), in: reader)
  }

  package init(_ source: Source, in reader: StudyReader) throws {
    self.source = source
    text = try reader.text(of: source.id, revision: source.revision)
    turns = try reader.turns(of: source.id, revision: source.revision)
  }

  /// A passage that was found, and what is to be said about how.
  package struct Found {
    package var span: TextSpan
    /// The words stand there a little differently than they were given.
    package var isTolerant: Bool
    /// The span that was asked for would have cut a character.
    package var isWidened: Bool

    package init(span: TextSpan, isTolerant: Bool = false, isWidened: Bool = false) {
      (self.span, self.isTolerant, self.isWidened) = (span, isTolerant, isWidened)
    }
  }

  /// The place of a quote.
  ///
  /// - Throws: ``Failure`` that lists the places, or the closest passages with their words, as hints.
  package func find(quote: String, occurrence: Int? = nil) throws -> Found {
    let locator = QuoteLocator(text: text, turns: turns)
    do throws(QuoteError) {
      let match = try locator.locate(quote, occurrence: occurrence)
      return Found(span: match.span, isTolerant: !match.isExact)
    } catch {
      throw failure(error)
    }
  }

  /// The passage at some offsets, widened to whole characters.
  package func find(span: SpanArgument) throws -> Found {
    do throws(SpanError) {
      let (span, widened) = try text.span(covering: span.range)
      return Found(span: span, isWidened: widened)
    } catch {
      throw StoreError.span(source: source.name, error)
    }
  }

  /// A quote or a span, whichever was given.
  ///
  /// - Parameter usage: what to type, for the error when neither or both were given.
  package func find(quote: String?, span: SpanArgument?, occurrence: Int?, usage: String) throws -> Found {
    switch (quote, span) {
    case (let quote?, nil): return try find(quote: quote, occurrence: occurrence)
    case (nil, let span?): return try find(span: span)
    case (nil, nil): throw Failure.usage("which passage of \(source.name) is not said", hint: usage)
    case (_?, _?): throw Failure.usage("a quote and --span say the same thing twice", hint: usage)
    }
  }

  /// `P05, line 12 (1204..1260)`.
  package func place(_ span: TextSpan) -> String { "\(source.name), \(placeInText(span))" }

  package func placeInText(_ span: TextSpan) -> String {
    QuotePlace(span: span, line: text.place(ofScalar: span.start).line).description
  }

  package func failure(_ error: QuoteError) -> Failure {
    Failure("\(source.name): \(error.message)", hint: hint(for: error), exitCode: Exit.badData)
  }

  private func hint(for error: QuoteError) -> String? {
    guard case .notFound(let closest) = error else { return error.hint }
    // Two passages that share a word in five have little to do with each other.
    let alike = closest.filter { $0.similarity >= 0.25 }
    guard !alike.isEmpty else { return QuoteError.notFound(closest: []).hint }
    let lines = alike.map { "\n  \(placeInText($0.span)): \(excerpt($0.span))" }
    return "the closest passages; give their words, or --span:" + lines.joined()
  }

  /// The words on one line, shortened to what fits a screen.
  package func excerpt(_ span: TextSpan, limit: Int = 160) -> String {
    let words = text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= limit ? words : words.prefix(limit - 1) + "…"
  }
}

extension OpenedSource.Found {
  /// Says what was not quite as it was asked for, and prints the words where they differ.
  package func explain(in opened: OpenedSource, _ context: Context) throws {
    if isWidened {
      context.printError("the span was widened to whole characters: \(span.start)..\(span.end)")
    }
    if isTolerant {
      context.printError("the words stand there a little differently:")
      try context.print(String(opened.text[span]))
    }
  }
}
