/// The blocks of a Markdown file as lines of a script.
///
/// Lines stay lines, because transcripts put a turn on a line more often than they wrap paragraphs. List marks stay as well; what is left
/// out (front matter, comments, addresses of links) is noted.
struct MarkdownBlocks {
  private(set) var script = Script()
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private var next = 0
  /// The lines of the paragraph being read.
  private var paragraph: [Range<Int>] = []
  private var links = 0
  private var comments = 0
  private var hasFrontMatter = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Scan.lines(bytes)
  }

  var notes: [String] {
    var notes = [String]()
    if hasFrontMatter { notes.append("the YAML front matter was left out") }
    if comments > 0 {
      notes.append("\(comments) \(comments == 1 ? "comment was" : "comments were") left out")
    }
    if links > 0 {
      notes.append(
        "the \(links == 1 ? "address of 1 link was" : "addresses of \(links) links were") left out")
    }
    return notes
  }

  mutating func readAll() {
    skipFrontMatter()
    while next < lines.count { readLine() }
    endParagraph()
  }

  private mutating func skipFrontMatter() {
    guard let first = lines.first, bytes[first].elementsEqual("---".utf8),
      let end = lines.dropFirst().prefix(200).firstIndex(where: {
        bytes[$0].elementsEqual("---".utf8) || bytes[$0].elementsEqual("...".utf8)
      }), lines[1..<end].contains(where: { bytes[$0].contains(ASCII.colon) })
    else { return }
    (hasFrontMatter, next) = (true, end + 1)
  }

  private mutating func readLine() {
    let line = unquoted(lines[next])
    if line.isEmpty {
      endParagraph()
      script.appendBlankLine()
      next += 1
    } else if Scan.has("<!--", bytes, at: line.lowerBound, before: line.upperBound), let end = commentEnd() {
      endParagraph()
      comments += 1
      next = end + 1
    } else if let fence = fence(line) {
      endParagraph()
      readFenced(fence)
    } else if isRule(line) {
      endHeadingOrRule(line)
    } else if let heading = heading(line) {
      endParagraph()
      append([heading], isHeading: true)
      next += 1
    } else {
      paragraph.append(line)
      next += 1
    }
  }

  /// A line of `=` makes the one line above it a heading; any other rule is only drawn.
  private mutating func endHeadingOrRule(_ line: Range<Int>) {
    if bytes[line.lowerBound] == UInt8(ascii: "="), paragraph.count == 1 {
      append(paragraph, isHeading: true)
      paragraph = []
    } else {
      endParagraph()
      script.appendBlankLine()
    }
    next += 1
  }

  // MARK: lines

  /// Without white space at the ends and without the marks of a block quote.
  private func unquoted(_ line: Range<Int>) -> Range<Int> {
    var line = Scan.trimmed(bytes, line)
    while let first = line.first, bytes[first] == ASCII.greater {
      line = Scan.trimmed(bytes, (first + 1)..<line.upperBound)
    }
    return line
  }

  /// The number of the line on which the comment that begins on this one ends, when nothing follows it there.
  private func commentEnd() -> Int? {
    for number in next..<min(lines.count, next + 500) {
      if let close = Scan.find("-->", bytes, in: lines[number]) {
        return Scan.isBlank(bytes, (close + 3)..<lines[number].upperBound) ? number : nil
      }
    }
    return nil
  }

  private func fence(_ line: Range<Int>) -> UInt8? {
    Scan.has("```", bytes, at: line.lowerBound, before: line.upperBound)
      || Scan.has("~~~", bytes, at: line.lowerBound, before: line.upperBound) ? bytes[line.lowerBound] : nil
  }

  /// Fenced lines are words as they are. A fence that is never closed is none: its first line stays as words.
  private mutating func readFenced(_ mark: UInt8) {
    let isFence: (Range<Int>) -> Bool = { [bytes] range in
      let line = Scan.trimmed(bytes, range)
      return line.count >= 3 && bytes[line].allSatisfy { $0 == mark }
    }
    guard let end = lines[(next + 1)...].prefix(2_000).firstIndex(where: isFence) else {
      script.appendLine(bytes[Scan.trimmed(bytes, lines[next])])
      next += 1
      return
    }
    script.appendBlankLine()
    for line in lines[(next + 1)..<end] { script.appendLine(bytes[line]) }
    script.appendBlankLine()
    next = end + 1
  }

  /// `---`, `* * *`, `___`, and `===` below a heading.
  private func isRule(_ line: Range<Int>) -> Bool {
    let mark = bytes[line.lowerBound]
    guard
      mark == ASCII.hyphen || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
        || mark == UInt8(ascii: "=")
    else { return false }
    let marks = bytes[line].filter { !ASCII.isBlank($0) }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  /// The words of `## words ##`.
  private func heading(_ line: Range<Int>) -> Range<Int>? {
    let marks = bytes[line].prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count), marks.endIndex < line.upperBound,
      ASCII.isBlank(bytes[marks.endIndex])
    else {
      return nil
    }
    var words = Scan.trimmed(bytes, marks.endIndex..<line.upperBound)
    while let last = words.last, bytes[last] == UInt8(ascii: "#") { words = words.lowerBound..<last }
    return Scan.trimmed(bytes, words)
  }

  // MARK: into the script

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    append(paragraph, isHeading: false)
    paragraph = []
  }

  private mutating func append(_ lines: [Range<Int>], isHeading: Bool) {
    var joined = [UInt8]()
    for (number, line) in lines.enumerated() {
      if number > 0 { joined.append(ASCII.newline) }
      joined.append(contentsOf: bytes[line])
      // A backslash at the end of a line that another follows is a hard line break.
      if number < lines.count - 1, joined.last == ASCII.backslash { joined.removeLast() }
    }
    if isHeading { script.appendBlankLine() }
    let inline = MarkdownInline(joined)
    links += inline.links
    var start = 0
    for line in Scan.lines(inline.text) {
      let bold = inline.strong.first { $0.lowerBound <= start && $0.upperBound > start }
      script.appendLine(
        inline.text[line], isHeading: isHeading, emphasised: bold.map { $0.upperBound - start } ?? 0)
      start = line.upperBound + 1
    }
    if isHeading { script.appendBlankLine() }
  }
}
