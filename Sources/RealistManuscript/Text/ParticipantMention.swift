import RealistModel

/// `Participant 5`, `Participants 1, 2 and 8`, `(Participant` without a number: people as a report names them.
struct ParticipantMention: Hashable, Sendable {
  /// The word as it is written.
  var word: String
  var isPlural: Bool
  var numbers: [Int]
  var line: Int
  /// Whether the closing parenthesis, or the end of the block, comes where the number should stand.
  var isCutOff: Bool
}

extension AttributionPattern {
  /// The word before the number, `Participant` unless the study's pattern has another.
  var noun: String {
    let before = pattern.split(separator: "{", omittingEmptySubsequences: false).first ?? ""
    let words = before.split { !$0.isLetter }
    return words.last.map(String.init) ?? "Participant"
  }
}

extension Manuscript.Block {
  /// Every mention of participants by number, with `noun` for the word.
  func mentions(of noun: String) -> [ParticipantMention] {
    let (tokens, singular) = (self.tokens, noun.lowercased())
    return tokens.indices.compactMap { index in
      let token = tokens[index]
      let isPlural = token.word == singular + "s"
      guard token.isWord, isPlural || token.word == singular, token.text.first?.isUppercase == true else {
        return nil
      }
      let numbers = Self.numbers(tokens[(index + 1)...])
      let isInParentheses = index > 0 && tokens[index - 1].text == "("
      let next = index + 1 < tokens.count ? tokens[index + 1].text : ")"
      let isCutOff = numbers.isEmpty && isInParentheses && (next == ")" || next == "," || next == ";")
      guard !numbers.isEmpty || isCutOff else { return nil }
      return ParticipantMention(
        word: String(token.text), isPlural: isPlural, numbers: numbers, line: token.line, isCutOff: isCutOff)
    }
  }

  /// `1, 2, 8 and 12`; `3–5` stands for three people.
  private static func numbers(_ tokens: ArraySlice<Token>) -> [Int] {
    var (numbers, isRange, expectsNumber) = ([Int](), false, true)
    for token in tokens {
      if let number = Int(token.text) {
        guard expectsNumber else { return numbers }
        if isRange, let first = numbers.last, first < number, number - first < 1_000 {
          numbers += (first + 1)...number
        } else {
          numbers.append(number)
        }
        (isRange, expectsNumber) = (false, false)
      } else if !numbers.isEmpty, token.text == "," || token.text == "&" || token.word == "and" {
        expectsNumber = true
      } else if !numbers.isEmpty, token.text == "–" || token.text == "-" {
        (isRange, expectsNumber) = (true, true)
      } else {
        return numbers
      }
    }
    return numbers
  }
}
