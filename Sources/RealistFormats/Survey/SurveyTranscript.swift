import RealistModel

extension SurveyRespondent {
  /// The answers as a transcript: each question in its own line, below it the answer, said by the respondent.
  ///
  /// - Parameter questions: of each open column, in order, the guide's question.
  /// - Returns: `nil` when there is no answer.
  public func transcript(_ questions: [GuideQuestions.Question]) -> (text: SourceText, turns: [Turn])? {
    var (string, length, turns) = ("", 0, [Turn]())
    func append(_ text: String) {
      string += text
      length += text.unicodeScalars.count
    }
    for (column, answer) in answers where column < questions.count {
      let question = questions[column]
      let words = answer.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\0", with: "")
        .trimmed
      guard !words.isEmpty else { continue }
      append("\(string.isEmpty ? "" : "\n\n")\(question.number). \(question.text)\n\(key): ")
      let start = length
      append(words)
      turns.append(Turn(span: TextSpan(valid: start..<length), speaker: key, question: question.number))
    }
    append("\n")
    guard !turns.isEmpty, let text = try? SourceText(string) else { return nil }
    return (text, turns)
  }
}
