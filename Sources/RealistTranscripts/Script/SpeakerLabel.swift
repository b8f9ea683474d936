/// What stands at the beginning of a line and may name who speaks.
struct SpeakerLabel {
  enum Form {
    /// `Name:`, `Name (Org):`, `**Name:**`; with a time perhaps: `[00:01:23] Name:`, `Name (00:05):`, `Name: [00:01:23]`.
    case colon
    /// `Name`, a tab, words.
    case tab
    /// `[Name]`.
    case bracket
    /// `Q.` or `A.`.
    case letter
    /// `Name   0:04` alone on its line.
    case nameAndTime
    /// `00:00:05 Name` alone on its line.
    case timeAndName
    /// A heading, or a line in bold type, that may be a name.
    case heading
    /// A line of which a program's grammar says that it is a name.
    case named
  }

  var name: String
  var form: Form
  /// Where the words begin; the end of the line when they begin on the next one.
  var wordsStart: Int
  /// Milliseconds, when the label has a time.
  var begins: Int?
  /// Whether the file sets it in bold type, or as a heading.
  var isEmphasised = false
}

extension SpeakerLabel {
  /// The longest name, in bytes.
  static let longestName = 240

  /// The label at the beginning of a line, if there is one.
  ///
  /// - Parameter times: how times stand among the words of the script.
  init?(_ line: ScriptLine, in bytes: [UInt8], times: TimeMarkStyle? = nil) {
    let content = Scan.trimmed(bytes, line.range)
    guard !content.isEmpty, !line.isTime else { return nil }
    if line.namesSpeaker {
      self.init(name: Self.name(bytes, content), form: .named, wordsStart: line.range.upperBound)
    } else if let times, let mark = times.mark(bytes, at: content.lowerBound, before: content.upperBound) {
      guard let label = Self.afterMark(mark, content, bytes, times) else { return nil }
      self = label
    } else if let label = Self.bracket(content, bytes) ?? Self.letter(content, bytes) {
      self = label
    } else if let label = Self.nameAndTime(content, bytes) {
      self = label
    } else if let label = Self.afterTime(content, bytes) ?? Self.delimited(content, bytes, begins: nil) {
      self = label
    } else if line.isHeading || Self.isWhollyEmphasised(line, content), content.count <= Self.longestName {
      self.init(name: Self.name(bytes, content), form: .heading, wordsStart: line.range.upperBound)
    } else {
      return nil
    }
    isEmphasised =
      line.isHeading
      || (line.emphasised > 0 && line.range.lowerBound + line.emphasised + 1 >= nameEnd(bytes, content))
    if begins == nil || line.ends != nil { begins = line.begins }
    guard !name.isEmpty else { return nil }
  }

  /// Where a name that begins the content ends; used to see whether all of it is bold.
  private func nameEnd(_ bytes: [UInt8], _ content: Range<Int>) -> Int {
    content.lowerBound + name.utf8.count
  }

  private static func isWhollyEmphasised(_ line: ScriptLine, _ content: Range<Int>) -> Bool {
    line.emphasised > 0 && line.range.lowerBound + line.emphasised >= content.upperBound
  }

  /// A name with single spaces.
  static func name(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let range = Scan.trimmed(bytes, range)
    let text = Scan.string(bytes, range)
    return hasSingleSpaces(bytes, range)
      ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func hasSingleSpaces(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var wasSpace = false
    for offset in range {
      let isSpace = Scan.spaceLength(bytes, at: offset, before: range.upperBound) > 0
      if isSpace, wasSpace || bytes[offset] != ASCII.space { return false }
      wasSpace = isSpace
    }
    return true
  }

  // MARK: forms

  /// `[Name] words` or `[Name]: words`; not `[00:01:23]`.
  private static func bracket(_ content: Range<Int>, _ bytes: [UInt8]) -> SpeakerLabel? {
    guard bytes[content.lowerBound] == ASCII.openBracket,
      let close = bytes[content.prefix(longestName)].firstIndex(of: ASCII.closeBracket)
    else { return nil }
    let inside = (content.lowerBound + 1)..<close
    guard !inside.isEmpty, Timecode(bytes, at: inside.lowerBound, before: inside.upperBound) == nil else {
      return nil
    }
    var start = close + 1
    if start < content.upperBound, bytes[start] == ASCII.colon { start += 1 }
    return SpeakerLabel(
      name: name(bytes, inside), form: .bracket,
      wordsStart: Scan.skipBlanks(bytes, start..<content.upperBound))
  }

  /// `Q. words`, `A. words`.
  private static func letter(_ content: Range<Int>, _ bytes: [UInt8]) -> SpeakerLabel? {
    let first = content.lowerBound
    guard content.count > 2, bytes[first] == UInt8(ascii: "Q") || bytes[first] == UInt8(ascii: "A"),
      bytes[first + 1] == ASCII.point, ASCII.isBlank(bytes[first + 2])
    else { return nil }
    return SpeakerLabel(
      name: Scan.string(bytes, first..<(first + 1)), form: .letter,
      wordsStart: Scan.skipBlanks(bytes, (first + 2)..<content.upperBound))
  }

  /// `Name`, two or more spaces or a tab, a time, the end of the line (Teams, Otter).
  private static func nameAndTime(_ content: Range<Int>, _ bytes: [UInt8]) -> SpeakerLabel? {
    guard content.count <= longestName, ASCII.isDigit(bytes[content.upperBound - 1]) else { return nil }
    var start = content.upperBound
    while start > content.lowerBound, !ASCII.isBlank(bytes[start - 1]), bytes[start - 1] != 0xa0 {
      start -= 1
    }
    guard let time = Timecode(bytes, at: start, before: content.upperBound), time.end == content.upperBound,
      time.isPadded
    else { return nil }
    let named = Scan.trimmed(bytes, content.lowerBound..<start)
    guard !named.isEmpty, start - named.upperBound > 1 || bytes[start - 1] == ASCII.tab else { return nil }
    return SpeakerLabel(
      name: name(bytes, named), form: .nameAndTime, wordsStart: content.upperBound, begins: time.milliseconds)
  }

  /// `[00:01:23] Name: words`, `00:01:23 Name: words`, `00:00:05 Name` alone on its line.
  private static func afterTime(_ content: Range<Int>, _ bytes: [UInt8]) -> SpeakerLabel? {
    guard let time = bracketedTime(bytes, at: content.lowerBound, before: content.upperBound),
      time.end < content.upperBound, Scan.spaceLength(bytes, at: time.end, before: content.upperBound) > 0
    else { return nil }
    let rest = Scan.trimmed(bytes, time.end..<content.upperBound)
    if let label = delimited(rest, bytes, begins: time.milliseconds) { return label }
    guard rest.count <= longestName, bytes[content.lowerBound] != ASCII.openBracket else { return nil }
    return SpeakerLabel(
      name: name(bytes, rest), form: .timeAndName, wordsStart: content.upperBound, begins: time.milliseconds)
  }

  /// `#00:01:23-4# Name: words` and the like.
  private static func afterMark(
    _ mark: TimeMark, _ content: Range<Int>, _ bytes: [UInt8], _ times: TimeMarkStyle
  ) -> SpeakerLabel? {
    let rest = Scan.trimmed(bytes, mark.end..<content.upperBound)
    // aTrain has names on lines of their own; what follows its times are words.
    guard times != .atrain, !rest.isEmpty else { return nil }
    guard var label = bracket(rest, bytes) ?? delimited(rest, bytes, begins: mark.milliseconds) else {
      return nil
    }
    label.begins = label.begins ?? mark.milliseconds
    return label
  }

  /// A time, bare or in `[ ]` or `( )`, and where it ends.
  private static func bracketedTime(_ bytes: [UInt8], at start: Int, before limit: Int)
    -> (milliseconds: Int, end: Int)?
  {
    guard start < limit else { return nil }
    let closing: UInt8? =
      switch bytes[start] {
      case ASCII.openBracket: ASCII.closeBracket
      case ASCII.openParenthesis: ASCII.closeParenthesis
      default: nil
      }
    guard let time = Timecode(bytes, at: start + (closing == nil ? 0 : 1), before: limit), time.isPadded
    else {
      return nil
    }
    guard let closing else { return (time.milliseconds, time.end) }
    guard time.end < limit, bytes[time.end] == closing else { return nil }
    return (time.milliseconds, time.end + 1)
  }

  /// `Name:` or `Name<TAB>`, whichever comes first.
  private static func delimited(_ content: Range<Int>, _ bytes: [UInt8], begins: Int?) -> SpeakerLabel? {
    guard let mark = Delimiter(content, bytes) else { return nil }
    var (named, begins) = (content.lowerBound..<mark.range.lowerBound, begins)
    if begins == nil, let open = bytes[named].lastIndex(of: ASCII.openParenthesis),
      let time = bracketedTime(bytes, at: open, before: named.upperBound), time.end == named.upperBound
    {
      (named, begins) = (named.lowerBound..<open, time.milliseconds)
    }
    var start = Scan.skipBlanks(bytes, mark.range.upperBound..<content.upperBound)
    if begins == nil, start < content.upperBound, bytes[start] == ASCII.openBracket,
      let time = bracketedTime(bytes, at: start, before: content.upperBound)
    {
      (start, begins) = (Scan.skipBlanks(bytes, time.end..<content.upperBound), time.milliseconds)
    }
    return SpeakerLabel(
      name: name(bytes, named), form: mark.isTab ? .tab : .colon, wordsStart: start, begins: begins)
  }
}

/// The colon or tab that ends a name.
private struct Delimiter {
  let range: Range<Int>
  let isTab: Bool

  /// Looks no further than the first colon outside of parentheses: `Ratio 2:1` and `https://` have no label.
  init?(_ content: Range<Int>, _ bytes: [UInt8]) {
    var depth = 0
    for offset in content.prefix(SpeakerLabel.longestName) {
      switch bytes[offset] {
      case ASCII.openParenthesis: depth += 1
      case ASCII.closeParenthesis: depth -= 1
      case ASCII.tab where depth == 0:
        (range, isTab) = (offset..<(offset + 1), true)
        return
      case ASCII.colon where depth == 0:
        guard Self.endsName(bytes, at: offset, before: content.upperBound) else { return nil }
        (range, isTab) = (offset..<(offset + 1), false)
        return
      case 0xe2, 0xef:
        guard depth == 0, ASCII.isWideColon(bytes, at: offset, before: content.upperBound) else { continue }
        (range, isTab) = (offset..<(offset + 3), false)
        return
      default: continue
      }
    }
    return nil
  }

  private static func endsName(_ bytes: [UInt8], at colon: Int, before limit: Int) -> Bool {
    guard colon + 1 < limit else { return true }
    return Scan.spaceLength(bytes, at: colon + 1, before: limit) > 0
  }
}
