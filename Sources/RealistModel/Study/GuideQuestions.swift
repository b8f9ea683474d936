/// The numbered questions of an interview guide (Markdown): lines such as `3. What changed?`.
public struct GuideQuestions: Hashable, Sendable {
  public struct Question: Hashable, Sendable {
    /// As it is written, e.g. `3`; what ``Turn/question`` holds.
    public var number: String
    public var text: String
  }

  public private(set) var questions: [Question] = []
  /// The guide, with whatever was added.
  public private(set) var markdown: String

  public init(_ markdown: String) {
    self.markdown = markdown
    questions = markdown.split(separator: "\n").compactMap { Self.question(of: $0) }
  }

  /// The question of a text, whatever its case, spacing and punctuation; a number in front of the text does not matter.
  public func question(asking text: String) -> Question? {
    let key = Self.folded(Self.withoutNumber(text))
    guard !key.isEmpty else { return nil }
    return questions.first { Self.folded($0.text) == key }
  }

  /// Adds a question at the end, under the next number.
  public mutating func add(_ text: String) -> Question {
    let last = questions.compactMap { Int($0.number) }.max() ?? 0
    let text = Self.withoutNumber(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let question = Question(number: "\(last + 1)", text: text)
    questions.append(question)
    if !markdown.isEmpty, !markdown.hasSuffix("\n") { markdown += "\n" }
    markdown += "\(question.number). \(text)\n"
    return question
  }

  private static func question(of line: Substring) -> Question? {
    let content = line.drop { $0 == " " }
    guard line.utf8.count - content.utf8.count < 4 else { return nil }
    let number = content.prefix { $0.isASCII && $0.isNumber }
    let rest = content[number.endIndex...]
    guard !number.isEmpty, let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first == " "
    else {
      return nil
    }
    let text = String(rest.dropFirst(2)).trimmed
    return text.isEmpty ? nil : Question(number: String(number), text: text)
  }

  /// `3. What changed?` and `Q3: What changed?` without what numbers them.
  private static func withoutNumber(_ text: String) -> String {
    var rest = Substring(text.trimmed)
    if let first = rest.first, first == "Q" || first == "q", rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest[digits.endIndex...]
    guard !digits.isEmpty, let mark = after.first, ".):".contains(mark) else { return text.trimmed }
    let words = String(after.dropFirst()).trimmed
    return words.isEmpty ? text.trimmed : words
  }

  private static func folded(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }
}
