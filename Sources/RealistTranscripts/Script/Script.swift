/// A transcript as lines of text, before it is known who speaks: what plain text, Markdown and Word prose have in common.
struct Script {
  /// Valid UTF-8.
  var bytes: [UInt8]
  var lines: [ScriptLine]
  /// Whether each line is a paragraph of its own: a plain text without any blank line.
  private(set) var hasLinesOnly = false
  /// How times stand among the words; `nil` where none do.
  var times: TimeMarkStyle?

  /// The lines of a text as they are.
  init(text bytes: [UInt8]) {
    self.lines = Scan.lines(bytes).map { ScriptLine(range: $0) }
    self.bytes = bytes
    for number in lines.indices where isFooter(lines[number].range) { lines[number].isAside = true }
    let filled = lines.lastIndex { !Scan.isBlank(bytes, $0.range) } ?? 0
    hasLinesOnly = !lines[..<filled].drop { Scan.isBlank(bytes, $0.range) }.contains {
      Scan.isBlank(bytes, $0.range)
    }
  }

  /// What a transcription service writes below the words (Otter).
  private func isFooter(_ line: Range<Int>) -> Bool {
    Scan.has("Transcribed by http", bytes, at: line.lowerBound, before: line.upperBound)
  }

  /// An empty script to which a reader appends.
  init() { (bytes, lines) = ([], []) }

  mutating func appendLine(
    _ text: some Collection<UInt8>, isHeading: Bool = false, isAside: Bool = false, emphasised: Int = 0,
    begins: Int? = nil, ends: Int? = nil
  ) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    lines.append(
      ScriptLine(
        range: start..<bytes.count, isHeading: isHeading, isAside: isAside, emphasised: emphasised,
        begins: begins, ends: ends))
    bytes.append(ASCII.newline)
  }

  mutating func appendBlankLine() {
    guard let last = lines.last, !last.range.isEmpty else { return }
    appendLine([])
  }
}

/// One line of a script.
struct ScriptLine {
  /// Its bytes, without the line feed.
  var range: Range<Int>
  /// Whether the file marks it as a heading.
  var isHeading = false
  /// Whether it is neither speech nor a name: what a program writes around the words.
  var isAside = false
  /// Whether it is only the time of what follows.
  var isTime = false
  /// Whether a program's grammar says that it is the name of who speaks below.
  var namesSpeaker = false
  /// How many bytes at its beginning are set in bold type; 0 when none are.
  var emphasised = 0
  /// The time that holds for it, from elsewhere than its words, in milliseconds.
  var begins: Int?
  var ends: Int?
}

/// A stretch of a script: what one speaker says, or something that nobody says.
struct Stretch: Equatable {
  var words: Range<Int>
  var speaker: String?
  var begins: Int?
  var ends: Int?
  /// False for titles, headings and whatever stands before the first speaker.
  var isSpeech = true
}
