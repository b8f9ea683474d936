import RealistFormats
import RealistModel

/// The text of a transcript in the making: bytes, and the turns in them.
struct TranscriptText {
  /// Valid UTF-8.
  private(set) var bytes: [UInt8] = []
  private var turns: [(words: Range<Int>, speaker: String?, begins: Int?, ends: Int?)] = []

  /// A text that is kept as it is, with turns in it.
  init(unchanged bytes: [UInt8], stretches: [Stretch]) {
    self.bytes = bytes
    for stretch in stretches where stretch.isSpeech {
      turns.append((stretch.words, stretch.speaker, stretch.begins, stretch.ends))
    }
  }

  /// An empty text; blocks are appended.
  init() {}

  /// A text of the stretches of a script, a block each.
  init(rendering script: Script, stretches: [Stretch]) {
    self.init()
    bytes.reserveCapacity(script.bytes.count + script.bytes.count / 8)
    for stretch in stretches {
      let words = script.bytes[stretch.words]
      if stretch.isSpeech {
        append(words, speaker: stretch.speaker, begins: stretch.begins, ends: stretch.ends)
      } else {
        appendAside(script.times == .embedded ? Self.withoutMarks(words) : Array(words))
      }
    }
  }

  /// A block that somebody says: `Speaker: words`, a blank line before it. Words without anything but white space are left out.
  mutating func append(
    _ words: some Collection<UInt8>, speaker: String?, begins: Int? = nil, ends: Int? = nil
  ) {
    let all = Array(words)
    let trimmed = Scan.trimmed(all, all.indices)
    guard !trimmed.isEmpty else { return }
    separate()
    if let speaker {
      bytes.append(contentsOf: speaker.utf8)
      bytes.append(contentsOf: ": ".utf8)
    }
    let start = bytes.count
    bytes.append(contentsOf: all[trimmed])
    turns.append((start..<bytes.count, speaker, begins, ends))
  }

  /// Words without the marks that a reader put in.
  private static func withoutMarks(_ words: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(words)
    var (result, offset) = ([UInt8](), 0)
    while offset < bytes.count {
      if let mark = TimeMarkStyle.embedded.mark(bytes, at: offset, before: bytes.count) {
        offset = mark.end
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return Array(result[Scan.trimmed(result, result.indices)])
  }

  /// A block that is no speech.
  mutating func appendAside(_ words: some Collection<UInt8>) {
    guard !words.isEmpty else { return }
    separate()
    bytes.append(contentsOf: words)
  }

  private mutating func separate() {
    if !bytes.isEmpty { bytes.append(contentsOf: "\n\n".utf8) }
  }

  var isBlank: Bool { Scan.isBlank(bytes, bytes.indices) }
  var turnCount: Int { turns.count }

  /// The text and its turns in scalar offsets.
  func finished(file: String, endsWithNewline: Bool) throws(ImportError) -> (SourceText, [Turn]) {
    let string = String(decoding: bytes, as: UTF8.self) + (endsWithNewline ? "\n" : "")
    let text: SourceText
    do { text = try SourceText(string) } catch {
      throw .containsNull(file: file, place: TextPlace(line: 1, column: 1), looksLike: nil)
    }
    let finished: [Turn] = text.withBytes { all in
      turns.map { turn in
        let start = text.index.scalarOffset(ofUTF8: turn.words.lowerBound, in: all)
        let end = text.index.scalarOffset(ofUTF8: turn.words.upperBound, in: all)
        return Turn(
          span: TextSpan(valid: start..<end), speaker: turn.speaker, begins: turn.begins, ends: turn.ends)
      }
    }
    return (text, finished)
  }
}
