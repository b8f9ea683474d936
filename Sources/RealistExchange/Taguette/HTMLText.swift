import RealistTranscripts

/// The text nodes of a piece of HTML one after the other, and the same as text with a line for each block.
///
/// Taguette counts bytes of the former (UTF-8); the latter is what people read.
struct HTMLText {
  /// UTF-8, without carriage returns and U+0000.
  private(set) var bytes: [UInt8] = []
  /// Bytes of the text nodes so far.
  private var counted = 0
  /// From which counted byte on, text lies how much further.
  private var shifts: [(counted: Int, shift: Int)] = []

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "blockquote", "pre",
    "section",
  ]

  init(_ html: String) {
    let source = Array(html.utf8)
    var at = 0
    while at < source.count {
      if source[at] == UInt8(ascii: "<"), let end = tag(in: source, at: at) {
        at = end
      } else if source[at] == UInt8(ascii: "&"),
        let reference = CharacterReference(source, at: at, before: source.count)
      {
        for byte in String(reference.scalar).utf8 { append(byte) }
        at = reference.end
      } else {
        append(source[at])
        at += 1
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    counted += 1
    guard byte != 0, byte != 0x0d else { return shift() }
    bytes.append(byte)
  }

  /// Notes that text lies further, or less far, from here on.
  private mutating func shift() {
    let shift = bytes.count - counted
    if shifts.last?.counted == counted { shifts.removeLast() }
    shifts.append((counted, shift))
  }

  private mutating func breakLine() {
    guard let last = bytes.last, last != 0x0a else { return }
    bytes.append(0x0a)
    shift()
  }

  /// Where a tag or comment ends; nil when it is none.
  private mutating func tag(in source: [UInt8], at start: Int) -> Int? {
    if source[start...].starts(with: "<!--".utf8) {
      var at = start + 4
      while at < source.count, !source[at...].starts(with: "-->".utf8) { at += 1 }
      return min(at + 3, source.count)
    }
    guard start + 1 < source.count else { return nil }
    let next = source[start + 1]
    let isTag =
      next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7a)
    guard isTag, let end = source[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let isEnd = next == UInt8(ascii: "/")
    let name = String(
      decoding: source[(start + (isEnd ? 2 : 1))..<end].prefix {
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) || (0x30...0x39).contains($0)
      }, as: UTF8.self
    ).lowercased()
    if name == "br" || Self.blocks.contains(name) { breakLine() }
    return end + 1
  }

  /// The byte of the text at a byte of the text nodes.
  ///
  /// - Parameter isEnd: whether something ends there: then a line break that was put in stays outside.
  func place(_ counted: Int, isEnd: Bool) -> Int {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = isEnd ? shifts[middle].counted < counted : shifts[middle].counted <= counted
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return counted + (low > 0 ? shifts[low - 1].shift : 0)
  }

  /// How many bytes the text nodes have.
  var length: Int { counted }

  /// The words without line breaks at the ends.
  var words: String { String(decoding: bytes, as: UTF8.self) }
}
