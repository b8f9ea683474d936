extension CodingTable {
  /// What is known of a turn where passages are placed among turns.
  public struct TurnPlace: Hashable, Sendable {
    /// In Unicode scalars.
    public var start: Int32
    public var end: Int32
    /// Place in ``CodingTable/participants``; -1 for nobody.
    public var participant: Int32
    public var question: String?

    public init(start: Int32, end: Int32, participant: Int32, question: String? = nil) {
      (self.start, self.end) = (start, end)
      (self.participant, self.question) = (participant, question)
    }
  }

  /// Says of the passages of one text who said them, which question they answer, and which turns they touch.
  ///
  /// - Parameters:
  ///   - range: one of ``texts``.
  ///   - turns: of the text, in order of place.
  ///   - lines: stand in for turns in a text without any.
  public mutating func locate(_ range: Range<Int>, turns: [TurnPlace], lines: UnitPlaces? = nil) {
    // Places of questions, found when the first passage touches the turn; -1 where there is none.
    var questions: [Int32] = turns.map { $0.question == nil ? -1 : .max }
    var first = 0
    for index in range {
      let (start, end) = (passages[index].start, passages[index].end)
      if turns.isEmpty {
        if let lines { passages[index].turns = lines.range(start, end) }
        continue
      }
      while first < turns.count, turns[first].end <= start { first += 1 }
      var (next, speaker, question) = (first, Int32(-1), Int32(-1))
      while next < turns.count, turns[next].start < end {
        let own = turns[next].participant
        speaker = next == first || own == speaker ? own : -2
        if question < 0, questions[next] >= 0 {
          if questions[next] == .max { questions[next] = place(ofQuestion: turns[next].question ?? "") }
          question = questions[next]
        }
        next += 1
      }
      passages[index].turns = Int32(first)..<Int32(next)
      passages[index].participant = max(speaker, -1)
      passages[index].question = question
    }
  }

  /// Says of the passages of one text which words they hold.
  public mutating func locate(_ range: Range<Int>, words: UnitPlaces) {
    for index in range { passages[index].words = words.range(passages[index].start, passages[index].end) }
  }

  private mutating func place(ofQuestion question: String) -> Int32 {
    if let known = questions.firstIndex(where: { $0.isIdentical(to: question) }) { return Int32(known) }
    questions.append(question)
    return Int32(questions.count - 1)
  }
}
