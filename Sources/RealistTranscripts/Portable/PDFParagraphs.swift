import RealistModel

/// The paragraphs that the lines of a document's pages make: they end at a wider gap, before a speaker's name, before a numbered line.
struct PDFParagraphs {
  private(set) var script = Script()
  private(set) var notes: [String] = []
  private var paragraph: [UInt8] = []
  private var divided = 0

  init(_ pages: [PDFPage], known: Set<String>) {
    var lines: [(line: PDFLine, gap: Int, isFirstOfPage: Bool)] = []
    for page in pages {
      var (gap, isFirst) = (0, true)
      for line in page.lines {
        if line.isBlank, !line.beginsParagraph {
          gap += 1
        } else {
          lines.append((line, gap, isFirst))
          (gap, isFirst) = (0, false)
        }
      }
    }
    let usual = Self.usualGap(lines.filter { !$0.isFirstOfPage }.map(\.gap))
    let labelled = Self.labelled(lines.map(\.line.words), known: known)
    var isNumbered = false
    for (number, (line, gap, isFirst)) in lines.enumerated() {
      let isBreak: Bool
      if isFirst {
        isBreak = endsSentence
      } else {
        isBreak = gap > usual
      }
      if line.beginsParagraph || labelled.contains(number) || (isBreak && !isNumbered) { endParagraph() }
      append(line.words)
      // A number alone on its line belongs to the line below it.
      isNumbered = line.beginsParagraph && line.words.isEmpty
    }
    endParagraph()
    if divided > 0 {
      notes.append(
        "\(counted(divided, "word")) divided at the end of a line \(divided == 1 ? "keeps its" : "keep their") hyphen"
      )
    }
  }

  /// Blank lines between two lines of one paragraph: one where a transcript is double spaced.
  private static func usualGap(_ gaps: [Int]) -> Int {
    gaps.count { $0 == 0 } * 3 < gaps.count ? (gaps.contains(1) ? 1 : 0) : 0
  }

  /// The lines that begin with the name of a speaker.
  private static func labelled(_ lines: [[UInt8]], known: Set<String>) -> Set<Int> {
    var script = Script()
    for line in lines { script.appendLine(line) }
    _ = ScriptGrammar(marking: &script, named: nil)
    let detection = SpeakerDetection(script, known: known)
    return Set(lines.indices.filter { detection.speaker(atLine: $0) != nil })
  }

  private var endsSentence: Bool {
    guard let last = String(decoding: paragraph.suffix(8), as: UTF8.self).unicodeScalars.last else {
      return true
    }
    return ".?!…:”’\"')]".unicodeScalars.contains(last)
  }

  private mutating func append(_ words: [UInt8]) {
    guard !words.isEmpty else { return }
    let words = Self.singleSpaced(words)
    if paragraph.isEmpty {
      paragraph = words
    } else if paragraph.suffix(2).elementsEqual([0xc2, 0xad]) {
      paragraph.removeLast(2)
      paragraph += words
    } else if paragraph.last == ASCII.hyphen,
      paragraph.dropLast().last.map({ ASCII.isLetter($0) || $0 >= 0x80 }) == true,
      words.first.map({ ASCII.isLetter($0) || $0 >= 0x80 }) == true
    {
      divided += 1
      paragraph += words
    } else {
      paragraph += [ASCII.space] + words
    }
  }

  /// Spaces that only set the words apart on the page.
  private static func singleSpaced(_ words: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(words.count)
    for byte in words where byte != ASCII.space || result.last != ASCII.space { result.append(byte) }
    return result
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    script.appendLine(paragraph)
    script.appendBlankLine()
    paragraph = []
  }
}
