/// A word, a number or a mark of a manuscript, with its place.
struct Token: Hashable, Sendable {
  /// As it is written.
  var text: Substring
  var line: Int
  /// Whether it is made of letters and digits.
  var isWord: Bool

  /// In lower case.
  var word: String { text.lowercased() }

  /// A whole number in digits or words up to twenty.
  var number: Int? {
    if text.utf8.count <= 6, let number = Int(text) { return number }
    return Self.numbers.firstIndex(of: word)
  }

  private static let numbers = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]
}

extension Manuscript.Block {
  /// The words and marks in order. `4.3.1`, `don't`, `sub-themes` are one word each; white space is nothing.
  var tokens: [Token] {
    var tokens: [Token] = []
    var (place, line) = (text.startIndex, self.line)
    while place < text.endIndex {
      let character = text[place]
      if character == "\n" { line += 1 }
      guard !character.isWhitespace else {
        place = text.index(after: place)
        continue
      }
      let isWord = character.isLetter || character.isNumber
      let end = isWord ? endOfWord(from: place) : text.index(after: place)
      tokens.append(Token(text: text[place..<end], line: line, isWord: isWord))
      place = end
    }
    return tokens
  }

  private func endOfWord(from start: String.Index) -> String.Index {
    var place = start
    while place < text.endIndex {
      let (character, next) = (text[place], text.index(after: place))
      if character.isLetter || character.isNumber {
        place = next
      } else if "'’-‑.".contains(character), next < text.endIndex, text[next].isLetter || text[next].isNumber,
        character != "." || text[next].isNumber && text[text.index(before: place)].isNumber
      {
        place = next
      } else {
        return place
      }
    }
    return place
  }
}
