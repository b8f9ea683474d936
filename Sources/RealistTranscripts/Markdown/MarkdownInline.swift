/// A paragraph of Markdown with its inline markup resolved: emphasis, escapes, code, links, character references, `<br>`.
///
/// What is not plainly markup stays: a lone `*`, `snake_case`, tags of HTML.
struct MarkdownInline {
  /// The words.
  private(set) var text: [UInt8] = []
  /// The ranges of the words that are set in bold.
  private(set) var strong: [Range<Int>] = []
  /// How many links lost their address.
  private(set) var links = 0

  private var pieces: [InlinePiece] = []
  private let bytes: [UInt8]
  /// Where a link's `]` stands, and where the whole link ends.
  private var linkEnds: [Int: Int] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    split()
    let spans = EmphasisMatcher.match(&pieces)
    assemble(spans)
  }

  // MARK: splitting

  private mutating func split() {
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case ASCII.backslash where offset + 1 < bytes.count && ASCII.isPunctuation(bytes[offset + 1]):
        literal(CollectionOfOne(bytes[offset + 1]))
        offset += 2
      case UInt8(ascii: "*"), UInt8(ascii: "_"): offset = delimiterRun(offset)
      case UInt8(ascii: "`"): offset = code(offset)
      case ASCII.openBracket: offset = openLink(offset)
      case UInt8(ascii: "!") where offset + 1 < bytes.count && bytes[offset + 1] == ASCII.openBracket:
        if linkEnd(offset + 1) == nil { literal(CollectionOfOne(bytes[offset])) }
        offset += 1
      case ASCII.closeBracket:
        if let end = linkEnds[offset] {
          offset = end
        } else {
          literal(CollectionOfOne(bytes[offset]))
          offset += 1
        }
      case ASCII.less: offset = angle(offset)
      case ASCII.ampersand: offset = reference(offset)
      default:
        // The words up to the next mark; a mark that is none has just been seen, so at least one byte.
        let start = offset
        repeat { offset += 1 } while offset < bytes.count && !Self.isMark(bytes[offset])
        literal(bytes[start..<offset])
      }
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x26, 0x2a, 0x3c, 0x5b...0x60: true  // ! & * < [ \ ] ^ _ `
    default: false
    }
  }

  private mutating func literal(_ text: some Collection<UInt8>) {
    if let last = pieces.last, last.mark == 0 {
      pieces[pieces.count - 1].text.append(contentsOf: text)
    } else {
      pieces.append(InlinePiece(text: Array(text)))
    }
  }

  /// CommonMark, section 6.2: left- and right-flanking runs.
  private mutating func delimiterRun(_ start: Int) -> Int {
    let mark = bytes[start]
    var end = start
    while end < bytes.count, bytes[end] == mark { end += 1 }
    let before = start > 0 ? ByteKind(bytes, endingAt: start) : .space
    let after = end < bytes.count ? ByteKind(bytes, at: end) : .space
    let left = after != .space && (after != .punctuation || before != .other)
    let right = before != .space && (before != .punctuation || after != .other)
    var piece = InlinePiece(text: [])
    (piece.mark, piece.count, piece.original) = (mark, end - start, end - start)
    if mark == UInt8(ascii: "*") {
      (piece.opens, piece.closes) = (left, right)
    } else {
      (piece.opens, piece.closes) = (
        left && (!right || before == .punctuation), right && (!left || after == .punctuation)
      )
    }
    pieces.append(piece)
    return end
  }

  private mutating func code(_ start: Int) -> Int {
    let run = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var offset = start + run
    let limit = min(bytes.count, start + 2_000)
    while offset < limit {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let closing = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }.count
      if closing == run {
        literal(bytes[Scan.trimmed(bytes, (start + run)..<offset)])
        return offset + run
      }
      offset += closing
    }
    literal(bytes[start..<(start + run)])
    return start + run
  }

  /// `[words](address)`: the words stay, the address goes.
  private mutating func openLink(_ start: Int) -> Int {
    if let link = linkEnd(start) {
      linkEnds[link.bracket] = link.end
      links += 1
    } else {
      literal(CollectionOfOne(bytes[start]))
    }
    return start + 1
  }

  private func linkEnd(_ start: Int) -> (bracket: Int, end: Int)? {
    let limit = min(bytes.count, start + 400)
    var (depth, offset) = (0, start)
    while offset < limit {
      switch bytes[offset] {
      case ASCII.backslash: offset += 1
      case ASCII.openBracket: depth += 1
      case ASCII.closeBracket: depth -= 1
      default: break
      }
      if depth == 0 { break }
      offset += 1
    }
    guard offset + 1 < limit, bytes[offset] == ASCII.closeBracket, bytes[offset + 1] == ASCII.openParenthesis
    else {
      return nil
    }
    let window = (offset + 2)..<min(bytes.count, offset + 2_000)
    var nesting = 1
    for end in window {
      switch bytes[end] {
      case ASCII.openParenthesis: nesting += 1
      case ASCII.closeParenthesis: nesting -= 1
      case ASCII.newline: return nil
      default: break
      }
      if nesting == 0 { return (offset, end + 1) }
    }
    return nil
  }

  /// `<https://…>` loses its brackets, `<br>` is a line break, anything else stays.
  private mutating func angle(_ start: Int) -> Int {
    let window = start..<min(bytes.count, start + 500)
    if let close = bytes[window].firstIndex(of: ASCII.greater) {
      let inside = Scan.string(bytes, (start + 1)..<close)
      if ["br", "br/", "br /", "BR"].contains(inside) {
        literal(CollectionOfOne(ASCII.newline))
        return close + 1
      }
      if !inside.contains(" "), ["http://", "https://", "mailto:"].contains(where: inside.hasPrefix) {
        literal(inside.utf8)
        return close + 1
      }
    }
    literal(CollectionOfOne(bytes[start]))
    return start + 1
  }

  private mutating func reference(_ start: Int) -> Int {
    guard let reference = CharacterReference(bytes, at: start, before: bytes.count) else {
      literal(CollectionOfOne(bytes[start]))
      return start + 1
    }
    literal(reference.scalar.utf8)
    return reference.end
  }

  // MARK: assembling

  private mutating func assemble(_ spans: [EmphasisMatcher.Strong]) {
    var (starts, ends) = ([Int](), [Int]())
    for piece in pieces {
      // What is left of an opening run stands before its words, of a closing run behind them.
      if piece.mark == 0 {
        starts.append(text.count)
        text.append(contentsOf: piece.text)
        ends.append(text.count)
      } else {
        starts.append(text.count)
        text.append(contentsOf: repeatElement(piece.mark, count: piece.count))
        ends.append(text.count)
      }
    }
    strong = spans.map { ends[$0.opener]..<max(ends[$0.opener], starts[$0.closer]) }
  }
}

/// Words, or a run of `*` or `_`.
struct InlinePiece {
  var text: [UInt8]
  /// `*` or `_`; 0 for words.
  var mark: UInt8 = 0
  /// How many of the marks are left.
  var count = 0
  var original = 0
  var opens = false
  var closes = false
}

/// What stands beside a run of marks.
private enum ByteKind {
  case space, punctuation, other

  init(_ bytes: [UInt8], at offset: Int) {
    if Scan.spaceLength(bytes, at: offset, before: bytes.count) > 0 {
      self = .space
    } else {
      self = Self.kind(bytes, offset)
    }
  }

  init(_ bytes: [UInt8], endingAt end: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xc0 == 0x80 { start -= 1 }
    self.init(bytes, at: start)
  }

  private static func kind(_ bytes: [UInt8], _ offset: Int) -> ByteKind {
    guard bytes[offset] >= 0x80 else { return ASCII.isPunctuation(bytes[offset]) ? .punctuation : .other }
    guard let scalar = Scan.string(bytes, offset..<min(bytes.count, offset + 4)).unicodeScalars.first else {
      return .other
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }
}
