import RealistFormats
import RealistModel

/// Reads and writes the lines below a wording that point to passages:
/// `- refutes P05 "words" — note` and `- response falsifies P05 "words" (by Nell Abara, 2026-02-20) — note`.
enum TheoryPassageLine {
  enum Line {
    case passage(NotatedPassage)
    case response(NotatedResponse)
  }

  private static let response = "response"

  /// What such a line begins with.
  static let beginnings =
    Evidence.Bearing.allCases.map { "- \($0.rawValue) " } + ["- \(response) "]

  /// - Parameters:
  ///   - text: the line after `- `.
  ///   - place: of the text.
  static func read(_ text: String, place: TextPlace) -> Result<Line, NotationFinding> {
    var words = text.split(separator: " ", maxSplits: 1).map(String.init)
    var start = place.column + (words.first.map(\.unicodeScalars.count) ?? 0) + 1
    if words.first == response, words.count == 2 {
      words = words[1].split(separator: " ", maxSplits: 1).map(String.init)
      guard let kind = words.first.flatMap(TheoryResponse.Kind.init(rawValue:)) else {
        let expected = TheoryResponse.Kind.allCases.map(\.rawValue)
        return .failure(NotationFinding(place, .badValue(words.first ?? "", expected: expected)))
      }
      start += (words.first.map(\.unicodeScalars.count) ?? 0) + 1
      return quote(words, at: TextPlace(line: place.line, column: start)).map { quote, remarks, note in
        var response = NotatedResponse(kind: kind, quote: quote, note: note)
        for remark in remarks { (response.coder, response.created) = EvidenceLine.signature(remark) }
        return .response(response)
      }
    }
    guard let bearing = words.first.flatMap(Evidence.Bearing.init(rawValue:)) else {
      return .failure(NotationFinding(place, .unknownBearing(words.first ?? "")))
    }
    return quote(words, at: TextPlace(line: place.line, column: start)).map { quote, _, note in
      .passage(NotatedPassage(bearing: bearing, quote: quote, note: note))
    }
  }

  private static func quote(
    _ words: [String], at place: TextPlace
  ) -> Result<(quote: NotatedQuote, remarks: [String], note: String), NotationFinding> {
    guard words.count == 2,
      var found = QuoteReference.read(
        words[1], isRemark: { $0.after("by ") != nil }, isRest: EvidenceLine.isNote)
    else { return .failure(NotationFinding(place, .missingQuote)) }
    found.quote.place = place
    return .success((found.quote, found.remarks, EvidenceLine.note(found.rest)))
  }

  static func text(_ passage: NotatedPassage) -> String {
    "- \(passage.bearing.rawValue) \(QuoteReference.text(passage.quote))" + EvidenceLine.tail(passage.note)
  }

  static func text(_ response: NotatedResponse) -> String {
    "- \(Self.response) \(response.kind.rawValue) \(QuoteReference.text(response.quote))"
      + EvidenceLine.signature(response.coder, response.created) + EvidenceLine.tail(response.note)
  }
}
