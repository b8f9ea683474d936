extension SourceText {
  /// The sentences of a stretch, without the white space around them; together they hold all that is not white space.
  ///
  /// A sentence ends after `.`, `!`, `?` or `…` with whatever quotation marks and brackets close there, when white space follows and no
  /// lower-case letter after it; at an ideographic full stop; and at an empty line. `.` does not end one after a known abbreviation, a
  /// single capital letter, or a number that begins a line. Linear in the stretch.
  public func sentences(in span: TextSpan) -> [TextSpan] {
    let scalars = Array(self[span].unicodeScalars)
    var (sentences, start, place) = ([TextSpan](), 0, 0)
    func close(at end: Int) {
      var (low, high) = (start, end)
      while low < high, scalars[low].isWhiteSpace { low += 1 }
      while low < high, scalars[high - 1].isWhiteSpace { high -= 1 }
      if low < high { sentences.append(TextSpan(valid: span.start + low..<span.start + high)) }
      start = end
    }
    while place < scalars.count {
      if let end = Sentence.end(in: scalars, at: place, from: start) {
        close(at: end)
        place = end
      } else {
        place += 1
      }
    }
    close(at: scalars.count)
    return sentences
  }
}

/// Where sentences end.
private enum Sentence {
  /// The end of the sentence when one ends at the scalar at a place.
  static func end(in scalars: [Unicode.Scalar], at place: Int, from start: Int) -> Int? {
    switch scalars[place] {
    case "。", "！", "？": return afterClosers(scalars, place + 1)
    case "\n": return isEmptyLine(scalars, after: place) ? place + 1 : nil
    case ".", "!", "?", "…":
      let end = afterClosers(scalars, place + 1)
      guard end < scalars.count else { return end }
      guard scalars[end].isWhiteSpace, !goesOn(scalars, after: end) else { return nil }
      if scalars[place] == ".", isAbbreviation(scalars[start..<place]) { return nil }
      return end
    default: return nil
    }
  }

  /// Past further full stops, and past quotation marks and brackets that close.
  private static func afterClosers(_ scalars: [Unicode.Scalar], _ place: Int) -> Int {
    var end = place
    while end < scalars.count, ".!?…。！？\"'”’»)]}」』".unicodeScalars.contains(scalars[end]) { end += 1 }
    return end
  }

  private static func isEmptyLine(_ scalars: [Unicode.Scalar], after newline: Int) -> Bool {
    for scalar in scalars[(newline + 1)...] {
      if scalar == "\n" { return true }
      if !scalar.isWhiteSpace { return false }
    }
    return false
  }

  /// Whether a lower-case letter comes after the white space, which no sentence begins with.
  private static func goesOn(_ scalars: [Unicode.Scalar], after end: Int) -> Bool {
    scalars[end...].first { !$0.isWhiteSpace }?.properties.isLowercase ?? false
  }

  /// Whether the text before a full stop ends in something that is written with one.
  private static func isAbbreviation(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = before.reversed().prefix {
      $0.properties.isAlphabetic || $0 == "." || $0.properties.numericType != nil
    }
    guard let first = word.last, let last = word.first else { return false }
    // "J. Smith"; but "I" ends many a sentence.
    if word.count == 1, first.properties.isUppercase { return first != "I" }
    // "2." that opens a line of a list.
    if word.allSatisfy({ $0.properties.numericType != nil }) {
      return before.dropLast(word.count).last.map { $0 == "\n" } ?? true
    }
    guard last.properties.isAlphabetic else { return false }
    return abbreviations.contains(String(String.UnicodeScalarView(word.reversed())).lowercased())
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "sr", "jr", "e.g", "i.e", "eg", "ie", "cf", "vs", "approx",
    "dept",
    "fig", "al", "op", "vol", "pp", "inc", "ltd", "co",
  ]
}
