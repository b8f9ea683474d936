import RealistModel

/// Reads and writes what points to a passage: `P02 "words" (occurrence 2)`.
///
/// Reading takes straight and curly quotation marks; inside straight ones `\"` is a quotation mark and `\\` a backslash. A source name
/// with quotation marks stands in backticks. Exact places are written `(at 120..164)` or `(at 120..164 of revision 1)`.
enum QuoteReference {
  /// A quote and where it ends in the text it was read from.
  struct Found {
    var quote: NotatedQuote
    /// What stands in the parentheses after the quote and does not belong to it, e.g. `anticipated`.
    var remarks: [String]
    /// The text after the parentheses, trimmed.
    var rest: String
  }

  /// Reads a quote at the beginning of a text: the source's name up to the opening quotation mark, the words up to the first closing
  /// one after which `isRest` accepts what follows.
  static func read(_ text: String, isRemark: (String) -> Bool, isRest: (String) -> Bool) -> Found? {
    let scalars = Array(text.unicodeScalars)
    guard let (name, start) = source(scalars), start < scalars.count else { return nil }
    let closing: Set<UnicodeScalar>
    switch scalars[start] {
    case "\"": closing = ["\""]
    case "“": closing = ["”", "“"]
    case "„": closing = ["“", "”"]
    default: return nil
    }
    var at = start + 1
    while at < scalars.count {
      if scalars[at] == "\\", closing.contains("\"") {
        at += 2
        continue
      }
      if closing.contains(scalars[at]) {
        let tail = String(String.UnicodeScalarView(scalars[(at + 1)...]))
        if var found = readTail(tail, isRemark: isRemark), isRest(found.rest) {
          found.quote.source = name
          found.quote.words = words(scalars[(start + 1)..<at], escaped: closing.contains("\""))
          return found
        }
      }
      at += 1
    }
    return nil
  }

  private static func source(_ scalars: [UnicodeScalar]) -> (name: String, quote: Int)? {
    var at = 0
    while at < scalars.count, scalars[at] == " " { at += 1 }
    if at < scalars.count, scalars[at] == "`" {
      guard let close = scalars[(at + 1)...].firstIndex(of: "`") else { return nil }
      let name = String(String.UnicodeScalarView(scalars[(at + 1)..<close]))
      var quote = close + 1
      while quote < scalars.count, scalars[quote] == " " { quote += 1 }
      return name.isEmpty ? nil : (name, quote)
    }
    guard let quote = scalars[at...].firstIndex(where: { "\"“„".unicodeScalars.contains($0) }) else {
      return nil
    }
    let name = String(String.UnicodeScalarView(scalars[at..<quote])).trimmed
    return name.isEmpty ? nil : (name, quote)
  }

  private static func words(_ scalars: ArraySlice<UnicodeScalar>, escaped: Bool) -> String {
    var (words, isEscaped) = (String.UnicodeScalarView(), false)
    for scalar in scalars {
      if escaped, scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, scalar != "\"", scalar != "\\" { words.append("\\") }
      isEscaped = false
      words.append(scalar)
    }
    if isEscaped { words.append("\\") }
    return String(words)
  }

  private static func readTail(_ text: String, isRemark: (String) -> Bool) -> Found? {
    var found = Found(quote: NotatedQuote(source: "", words: ""), remarks: [], rest: "")
    var rest = text.trimmed[...]
    while rest.first == "(", let close = rest.firstIndex(of: ")") {
      let content = String(rest[rest.index(after: rest.startIndex)..<close]).trimmed
      if let number = content.after("occurrence "), let occurrence = Int(number.trimmed), occurrence > 0 {
        found.quote.occurrence = occurrence
      } else if let place = content.after("at ") {
        guard readSpan(place, into: &found.quote) else { return nil }
      } else if isRemark(content) {
        found.remarks.append(content)
      } else {
        return nil
      }
      rest = rest[rest.index(after: close)...].trimmed[...]
    }
    found.rest = String(rest)
    return found
  }

  /// `120..164` or `120..164 of revision 1`.
  static func readSpan(_ text: String, into quote: inout NotatedQuote) -> Bool {
    var place = text
    if let of = text.range(ofFirst: " of revision ") {
      guard let revision = Int(text[of.upperBound...].trimmed), revision > 0 else { return false }
      quote.revision = revision
      place = String(text[..<of.lowerBound])
    }
    guard let dots = place.range(ofFirst: ".."), let start = Int(place[..<dots.lowerBound].trimmed),
      let end = Int(place[dots.upperBound...].trimmed), let span = try? TextSpan(start: start, end: end)
    else { return false }
    quote.span = span
    return true
  }

  /// The reference, with straight quotation marks.
  static func text(_ quote: NotatedQuote) -> String {
    let isPlain =
      quote.source == quote.source.trimmed
      && !quote.source.unicodeScalars.contains { "\"“„`".unicodeScalars.contains($0) }
    var text = (isPlain ? quote.source : "`\(quote.source)`") + " \""
    for scalar in quote.words.onOneLine.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
    if let occurrence = quote.occurrence { text += " (occurrence \(occurrence))" }
    if let span = quote.span {
      text += " (at \(span.start)..\(span.end)"
      text += (quote.revision.map { " of revision \($0)" } ?? "") + ")"
    }
    return text
  }
}

extension String {
  /// What follows a prefix; `nil` when the text does not begin with it.
  package func after(_ prefix: String) -> String? {
    utf8.starts(with: prefix.utf8)
      ? String(self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]) : nil
  }
}
