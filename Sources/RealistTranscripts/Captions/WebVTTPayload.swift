/// The payload of a cue without its markup.
struct WebVTTPayload {
  /// What each voice says, in order; `nil` where no voice is named.
  private(set) var pieces: [(speaker: String?, words: [UInt8])] = []
  /// Whether a `<v Name>` has no `</v>`.
  private(set) var hasOpenVoice = false
  /// Whether a `<v Name>` has its `</v>`.
  private(set) var hasClosedVoice = false
  /// Whether it ends inside of a tag.
  private(set) var endsInTag = false
  /// Whether words have times of their own, as in YouTube's automatic captions.
  private(set) var hasInlineTimes = false

  /// Lines are joined by a space: where a line ends is only a matter of the screen.
  init(_ bytes: [UInt8], _ lines: [Range<Int>]) {
    pieces = [(nil, [])]
    for (number, line) in lines.enumerated() {
      if number > 0 { appendSpace() }
      read(bytes, line, isLast: number == lines.count - 1)
    }
    pieces = pieces.compactMap { piece in
      let trimmed = Scan.trimmed(piece.words, piece.words.indices)
      return trimmed.isEmpty ? nil : (piece.speaker, Array(piece.words[trimmed]))
    }
  }

  private mutating func read(_ bytes: [UInt8], _ line: Range<Int>, isLast: Bool) {
    var offset = line.lowerBound
    while offset < line.upperBound {
      let byte = bytes[offset]
      if byte == ASCII.less, let tag = WebVTTTag(bytes, at: offset, before: line.upperBound) {
        take(tag)
        offset = tag.end
      } else if byte == ASCII.ampersand,
        let reference = CharacterReference(bytes, at: offset, before: line.upperBound)
      {
        append(reference.scalar.utf8)
        offset = reference.end
      } else {
        if byte == ASCII.less, isLast {
          endsInTag = WebVTTTag.isCut(bytes, at: offset, before: line.upperBound)
        }
        // The words up to the next mark.
        let start = offset
        repeat {
          offset += 1
        } while offset < line.upperBound && bytes[offset] != ASCII.less && bytes[offset] != ASCII.ampersand
        append(bytes[start..<offset])
      }
    }
  }

  private mutating func take(_ tag: WebVTTTag) {
    switch tag.kind {
    case .voice(let name):
      afterVoice = false
      if let last = pieces.last?.speaker, last == name {
        appendSpace()
      } else {
        pieces.append((name, []))
      }
      hasOpenVoice = true
    case .endOfVoice:
      (hasOpenVoice, hasClosedVoice) = (false, true)
      afterVoice = true
    case .time: hasInlineTimes = true
    case .styling: break
    }
  }

  /// Words after `</v>` are nobody's, unless the same voice goes on.
  private var afterVoice = false

  private mutating func append(_ text: some Collection<UInt8>) {
    if afterVoice {
      guard text.contains(where: { $0 > ASCII.space }) else { return }
      pieces.append((nil, []))
      afterVoice = false
    }
    pieces[pieces.count - 1].words.append(contentsOf: text)
  }

  private mutating func appendSpace() {
    guard !afterVoice, let last = pieces.last?.words.last, last != ASCII.space else { return }
    pieces[pieces.count - 1].words.append(ASCII.space)
  }
}

/// A tag of WebVTT cue text (section 4.2.2). Anything else in angle brackets is words: `<laughs>`.
struct WebVTTTag {
  enum Kind: Equatable {
    case voice(String?)
    case endOfVoice
    case time
    case styling
  }
  let kind: Kind
  let end: Int

  private static let stylings: Set<String> = ["b", "i", "u", "c", "ruby", "rt", "lang", "font"]

  init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
    guard let close = bytes[start..<min(limit, start + 400)].firstIndex(of: ASCII.greater) else { return nil }
    let inside = (start + 1)..<close
    end = close + 1
    guard let first = inside.first else { return nil }
    if ASCII.isDigit(bytes[first]) {
      guard let time = Timecode(bytes, at: first, before: close), time.end == close else { return nil }
      kind = .time
      return
    }
    let isEnd = bytes[first] == UInt8(ascii: "/")
    let word = bytes[inside].dropFirst(isEnd ? 1 : 0).prefix { $0 != ASCII.point && $0 > ASCII.space }
    let name = String(decoding: word, as: UTF8.self)
    if name == "v" {
      kind = isEnd ? .endOfVoice : .voice(Self.annotation(bytes, word.endIndex..<close))
    } else if Self.stylings.contains(name) || (isEnd && name.isEmpty) {
      kind = .styling
    } else {
      return nil
    }
  }

  /// The name after `<v.class `, with its character references resolved.
  private static func annotation(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard let space = bytes[range].firstIndex(where: { $0 <= ASCII.space }) else { return nil }
    var (name, offset) = ([UInt8](), space)
    while offset < range.upperBound {
      if let reference = CharacterReference(bytes, at: offset, before: range.upperBound) {
        name.append(contentsOf: reference.scalar.utf8)
        offset = reference.end
      } else {
        name.append(bytes[offset])
        offset += 1
      }
    }
    // noScribe marks a voice that talks into another one's words: `<v //S02>`.
    let marks = name.prefix { $0 == UInt8(ascii: "/") || $0 <= ASCII.space }.count
    let text = SpeakerLabel.name(name, marks..<name.count)
    return text.isEmpty ? nil : text
  }

  /// Whether a tag begins here that the end of the text cuts off.
  static func isCut(_ bytes: [UInt8], at start: Int, before limit: Int) -> Bool {
    guard limit - start < 200, !bytes[start..<limit].contains(ASCII.greater) else { return false }
    let rest = Scan.string(bytes, (start + 1)..<limit)
    return rest.isEmpty || rest == "v" || rest.hasPrefix("v ") || rest.hasPrefix("v.") || rest == "/"
      || rest == "/v"
      || rest == "c" || rest == "/c"
      || rest.utf8.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.colon || $0 == ASCII.point }
  }
}
