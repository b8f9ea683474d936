import RealistModel

/// Writes a conversation: an interviewer's short turns and long answers.
struct SampleText {
  private(set) var random: SplitMix64
  private let present: [Participant]
  private var bytes: [UInt8] = []
  /// Scalars written so far.
  private var length = 0
  private var words: [Range<Int>] = []
  private var turns: [Turn] = []

  init(random: SplitMix64, present: [Participant]) { (self.random, self.present) = (random, present) }

  /// - Returns: the text, its turns, and where each word that was said stands.
  mutating func write(words count: Int) -> (SourceText, [Turn], [Range<Int>]) {
    bytes.reserveCapacity(count * 7)
    var clock = 0
    while words.count < count {
      let isQuestion = turns.count % 2 == 0
      let speaker = isQuestion ? nil : present[turns.count / 2 % present.count]
      let most = isQuestion ? 30 : 220
      turn(speaker, words: min(count - words.count, Int.random(in: 4...most, using: &random)), clock: &clock)
    }
    return (SourceText(valid: String(decoding: bytes, as: UTF8.self)), turns, words)
  }

  private mutating func turn(_ speaker: Participant?, words count: Int, clock: inout Int) {
    let label = speaker?.key ?? "INT"
    if !turns.isEmpty { write("\n\n", scalars: 2) }
    write("\(label): ", scalars: label.unicodeScalars.count + 2)
    let (start, begins) = (length, clock)
    var sentence = 0
    for place in 0..<count {
      if place > 0 { write(sentence == 0 ? ". " : " ", scalars: sentence == 0 ? 2 : 1) }
      let word = randomWord()
      let first = length
      write(word.text, scalars: word.scalars)
      words.append(first..<length)
      sentence = sentence == 0 ? Int.random(in: 4...22, using: &random) : sentence - 1
    }
    write(speaker == nil ? "?" : ".", scalars: 1)
    clock += count * 350
    turns.append(
      Turn(
        span: TextSpan(valid: start..<length), speaker: label, participant: speaker?.id, begins: begins,
        ends: clock, question: turns.count % 6 == 1 ? "\(turns.count / 6 % 3 + 1)" : nil))
  }

  /// The most frequent word makes a twentieth of all, the tail of rare ones an eighth, about as in speech.
  private mutating func randomWord() -> (text: String, scalars: Int) {
    let words = Int.random(in: 0..<8, using: &random) == 0 ? SampleWords.tail : SampleWords.talk
    let part = Double.random(in: 0..<1, using: &random)
    return words[Int(part * part * Double(words.count))]
  }

  private mutating func write(_ text: String, scalars: Int) {
    bytes.append(contentsOf: text.utf8)
    length += scalars
  }
}
