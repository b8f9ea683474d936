import RealistModel

/// How the clause before a tag becomes the text of an element, so that it reads well alone in a table cell.
///
/// 1. The clause runs from the end of the tag before, or from the beginning of the sentence when that is nearer, to the tag.
/// 2. White space and line breaks become one space; space and `, ; : – — -` at the beginning and space and `, ; :` at the end are dropped.
/// 3. Words that only join the clause to the rest are dropped at the beginning, repeatedly: if, when, where, while, because, since,
///    then, and, but, so, so that, which, whereby, thereby. Words that carry meaning (unless, although, or, not) stay.
/// 4. The first letter becomes a capital.
///
/// The statement itself is never changed.
public enum StatementClause {
  private static let connectives: [[String]] = [
    ["so", "that"], ["and"], ["but"], ["if"], ["when"], ["where"], ["while"], ["because"], ["since"],
    ["then"], ["so"], ["which"], ["whereby"], ["thereby"],
  ]

  /// The text of an element from its clause.
  public static func text(of clause: String) -> String {
    var words = clause.unicodeScalars.split { $0.isWhiteSpace }.map { String($0) }
    var isStripped = true
    while isStripped {
      isStripped = false
      while let first = words.first {
        let kept = String(
          first.unicodeScalars.drop { ",;:–—-".unicodeScalars.contains($0) }.map(Character.init))
        if kept == first { break }
        isStripped = true
        words.removeFirst()
        if !kept.isEmpty { words.insert(kept, at: 0) }
      }
      let plain = words.prefix(2).map { $0.lowercased().trimming(",") }
      for connective in connectives where words.count > connective.count && plain.starts(with: connective) {
        words.removeFirst(connective.count)
        isStripped = true
        break
      }
    }
    let text = words.joined(separator: " ").trimming(" ,;:")
    guard let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Where the last sentence begins in a text: after `.`, `!` or `?` (and closing quotation marks or brackets) that is followed by white
  /// space and a capital, a digit or an opening quotation mark. Abbreviations and single letters end no sentence.
  static func startOfLastSentence(_ text: [UInt8]) -> Int {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var (byte, start, at) = (0, 0, 0)
    while at < scalars.count {
      let scalar = scalars[at]
      byte += String(scalar).utf8.count
      at += 1
      guard ".!?".unicodeScalars.contains(scalar), !(scalar == "." && endsAbbreviation(scalars[..<(at - 1)]))
      else { continue }
      var (next, nextByte) = (at, byte)
      while next < scalars.count, "\"'”’)]".unicodeScalars.contains(scalars[next]) {
        nextByte += String(scalars[next]).utf8.count
        next += 1
      }
      let spaceStart = next
      while next < scalars.count, scalars[next].isWhiteSpace {
        nextByte += String(scalars[next]).utf8.count
        next += 1
      }
      guard next > spaceStart, next < scalars.count else { continue }
      let following = scalars[next]
      if following.properties.isUppercase || following.properties.numericType != nil
        || "\"'“‘".unicodeScalars.contains(following)
      {
        start = nextByte
      }
    }
    return start
  }

  private static func endsAbbreviation(_ scalars: ArraySlice<UnicodeScalar>) -> Bool {
    let word = scalars.reversed().prefix { $0.properties.isAlphabetic || $0 == "." }.reversed()
    let text = String(String.UnicodeScalarView(word)).lowercased()
    if text.unicodeScalars.count == 1 { return text != "i" }
    return ["e.g", "i.e", "etc", "vs", "cf", "no", "dr", "mr", "mrs", "ms", "st", "al", "approx"].contains(
      text)
  }
}

extension String {
  /// Without some characters at both ends.
  func trimming(_ characters: String) -> String {
    let unwanted = characters.unicodeScalars
    guard let first = unicodeScalars.firstIndex(where: { !unwanted.contains($0) }),
      let last = unicodeScalars.lastIndex(where: { !unwanted.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
