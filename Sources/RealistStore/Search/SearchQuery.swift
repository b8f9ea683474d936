/// Turns what people type into what FTS5 reads: operators, phrases, prefixes and parentheses stay; every other word is put in quotation
/// marks, so that `don't` and `drop-in` are words and not errors.
enum SearchQuery {
  static func fullText(_ query: String) -> String {
    var (pieces, rest) = ([String](), query.replacing("“", with: "\"").replacing("”", with: "\"")[...])
    while let first = rest.first {
      switch first {
      case "\"":
        let body = rest.dropFirst()
        let end = body.firstIndex(of: "\"") ?? body.endIndex
        // A phrase that is not closed ends with the query.
        let phrase = "\"" + body[..<end] + "\""
        rest = body[end...].dropFirst()
        pieces.append(phrase + takeStar(&rest))
      case "(", ")", ",":
        pieces.append(String(first))
        rest = rest.dropFirst()
      case _ where first.isWhitespace: rest = rest.dropFirst()
      default: pieces.append(word(&rest, after: pieces.last))
      }
    }
    return pieces.joined(separator: " ").replacing("NEAR (", with: "NEAR(")
  }

  private static func word(_ rest: inout Substring, after previous: String?) -> String {
    let end = rest.firstIndex { $0.isWhitespace || "()\",*".contains($0) } ?? rest.endIndex
    let word = rest[..<end]
    rest = rest[end...]
    if word.isEmpty {
      rest = rest.dropFirst()
      return ""
    }
    if ["AND", "OR", "NOT", "NEAR"].contains(word) { return String(word) }
    if previous == ",", word.allSatisfy(\.isNumber) { return String(word) }
    return "\"\(word)\"" + takeStar(&rest)
  }

  /// `*` right after a word asks for every word that begins like it.
  private static func takeStar(_ rest: inout Substring) -> String {
    guard rest.first == "*" else { return "" }
    rest = rest.dropFirst()
    return "*"
  }
}
