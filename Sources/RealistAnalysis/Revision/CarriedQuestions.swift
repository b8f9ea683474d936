import RealistModel

extension [Turn] {
  /// These turns of a new text with the questions that the turns of an old text answer, carried over by the words.
  public func answering(_ old: [Turn], of oldText: SourceText, in newText: SourceText) -> [Turn] {
    let answers = old.filter { $0.question != nil }
    guard !answers.isEmpty else { return self }
    var turns = self
    let carried = Carryover.carry(spans: answers.map(\.span), from: oldText, to: newText)
    for (answer, place) in zip(answers, carried) {
      guard let new = place.new else { continue }
      for number in touched(by: new).indices where turns[number].question == nil {
        turns[number].question = answer.question
      }
    }
    return turns
  }
}
