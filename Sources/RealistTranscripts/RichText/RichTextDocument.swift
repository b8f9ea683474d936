import RealistFormats
import RealistModel

/// Reads the words out of an RTF file (RTF 1.9.1).
struct RichTextDocument {
  var paragraphs: [DocumentParagraph] { builder.paragraphs }
  static let deepest = 500

  private var scanner: RichTextScanner
  private var builder = DocumentBuilder()
  private var tally = DocumentTally()
  private var charset = RichTextCharset()
  private var group = RichTextGroup()
  private var outer: [RichTextGroup] = []
  /// The definition that is being read: a font's or a style's number, and the style's name.
  private var definition = (number: 0, name: [UInt8]())
  private var headings: Set<Int> = []
  private var (isInTable, isHeading) = (false, false)
  /// How many characters are still to be passed over after a `\u`.
  private var toSkip = 0
  private var highSurrogate: UInt32?

  init(_ bytes: [UInt8]) { scanner = RichTextScanner(bytes) }

  var notes: [String] { tally.notes + charset.notes }

  /// - Throws: ``ImportError`` for a file that ends early, nests too deep or is too large.
  mutating func readAll(file: String) throws(ImportError) {
    while let token = scanner.next() {
      switch token {
      case .open:
        guard outer.count < Self.deepest else {
          throw .nestedTooDeep(file: file, entry: "the file", limit: Self.deepest)
        }
        outer.append(group)
        toSkip = 0
      case .close:
        endGroup()
        // What follows the group of the file is no part of it.
        if outer.isEmpty { return finish() }
      case .word(let range, let number): take(Scan.string(scanner.bytes, range), number)
      case .symbol(let symbol): take(symbol: symbol)
      case .hexadecimal(let byte), .byte(let byte): take(byte: byte)
      }
      guard !builder.isOverfull else { throw .tooManyLines(file: file, limit: TranscriptReader.lineLimit) }
    }
    throw .endsEarly(file: file)
  }

  private mutating func finish() {
    if builder.isInParagraph { endParagraph() }
    builder.finish()
  }

  private mutating func endGroup() {
    flushSurrogate()
    if group.destination == .styles { endStyle() }
    group = outer.popLast() ?? RichTextGroup()
    toSkip = 0
  }

  // MARK: characters

  private mutating func take(byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    switch group.destination {
    case .words: append(charset.scalar(byte, font: group.font))
    case .styles: definition.name.append(byte)
    case .fonts, .nowhere: break
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    guard group.destination == .words, !group.isHidden, !group.isDeleted else { return }
    flushSurrogate()
    write(scalar)
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    guard scalar.value != 0, scalar.value != 0x0d else { return }
    if !builder.isInParagraph { builder.startParagraph(isHeading: isHeading) }
    builder.append(Array(String(Character(scalar)).utf8), isBold: group.isBold)
  }

  /// `\u55357 \u56341`: half a character each.
  private mutating func take(unit number: Int) {
    let unit = UInt32(truncatingIfNeeded: number < 0 ? number + 65_536 : number)
    toSkip = group.fallbackCount
    guard group.destination == .words, !group.isHidden, !group.isDeleted else { return }
    if let high = highSurrogate, (0xdc00...0xdfff).contains(unit) {
      highSurrogate = nil
      Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (unit - 0xdc00)).map { write($0) }
    } else if (0xd800...0xdbff).contains(unit) {
      flushSurrogate()
      highSurrogate = unit
    } else {
      flushSurrogate()
      if let scalar = Unicode.Scalar(unit) { write(scalar) } else { charset.countUnknown() }
    }
  }

  /// Half a character without the other half.
  private mutating func flushSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    charset.countUnknown()
    write("\u{fffd}")
  }

  private mutating func take(symbol: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    switch symbol {
    case ASCII.backslash, UInt8(ascii: "{"), UInt8(ascii: "}"): take(byte: symbol)
    case UInt8(ascii: "~"): append("\u{a0}")
    case UInt8(ascii: "_"): append("\u{2011}")
    case ASCII.hyphen: append("\u{ad}")
    case UInt8(ascii: "*"): group.isOptional = true
    // A backslash before a line break is a paragraph mark (TextEdit).
    case 0x0a, 0x0d: if group.destination == .words { endParagraph() }
    default: break
    }
  }

  // MARK: control words

  private mutating func take(_ word: String, _ number: Int?) {
    toSkip = 0
    if group.isOptional {
      group.isOptional = false
      if !RichTextWords.read.contains(word) { group.destination = .nowhere }
    }
    switch word {
    case "bin": scanner.skip(number ?? 0)
    case "u": take(unit: number ?? 0)
    case "uc": group.fallbackCount = max(0, number ?? 1)
    case "ansicpg", "mac", "pc", "pca": charset.take(word, number)
    case "f":
      group.font = number ?? 0
      if group.destination == .fonts { definition.number = number ?? 0 }
    case "fcharset", "cpg":
      if group.destination == .fonts { charset.take(word, number ?? 0, ofFont: definition.number) }
    case "b": group.isBold = number != 0
    case "v": setHidden(number != 0)
    case "deleted": setDeleted(number != 0)
    case "plain": (group.isBold, group.isHidden, group.isDeleted) = (false, false, false)
    default: takeStructure(word, number)
    }
  }

  private mutating func setHidden(_ isHidden: Bool) {
    if isHidden, !group.isHidden, group.destination == .words { tally.hidden += 1 }
    group.isHidden = isHidden
  }

  private mutating func setDeleted(_ isDeleted: Bool) {
    if isDeleted, !group.isDeleted, group.destination == .words { tally.deletions += 1 }
    group.isDeleted = isDeleted
  }

  private mutating func takeStructure(_ word: String, _ number: Int?) {
    if let scalar = RichTextWords.characters[word] { return append(scalar) }
    if let destination = RichTextWords.destinations[word] {
      group.destination = destination
      count(word)
      return
    }
    if word == "s", group.destination == .styles { definition.number = number ?? 0 }
    guard group.destination == .words else { return }
    switch word {
    case "par", "sect", "page": endParagraph()
    case "line":
      if !builder.isInParagraph { builder.startParagraph(isHeading: isHeading) }
      builder.breakLine()
    case "pard": (isInTable, isHeading) = (false, false)
    case "intbl": isInTable = true
    case "s": isHeading = headings.contains(number ?? 0)
    case "outlinelevel": isHeading = isHeading || (number ?? 9) < 9
    case "revised": if number != 0 { tally.insertions += 1 }
    case "cell", "nestcell": endCell()
    case "row", "nestrow": endRow()
    default: break
    }
  }

  private mutating func count(_ word: String) {
    switch word {
    case "footnote": tally.footnotes += 1
    case "annotation": tally.comments += 1
    case "pict": tally.pictures += 1
    default: break
    }
  }

  // MARK: paragraphs and tables

  private mutating func endParagraph() {
    if isInTable, !builder.isInCell { startCell() }
    if !builder.isInParagraph { builder.startParagraph(isHeading: isHeading) }
    builder.endParagraph()
  }

  private mutating func startCell() {
    // A paragraph may have begun before the file said that it is in a table.
    if !builder.isInRow {
      builder.startRow()
      tally.tables += 1
    }
    builder.startCell()
  }

  private mutating func endCell() {
    let paragraph = builder.takeOpenParagraph()
    if !builder.isInCell { startCell() }
    if let paragraph { builder.append(paragraph) }
    builder.endCell()
  }

  private mutating func endRow() {
    if builder.isInParagraph { builder.endParagraph() }
    if builder.isInCell { builder.endCell() }
    builder.endRow()
  }

  private mutating func endStyle() {
    let name = String(decoding: definition.name, as: UTF8.self).trimmed.lowercased()
    if name.hasPrefix("heading ") || name == "title;" || name == "subtitle;" {
      headings.insert(definition.number)
    }
    definition = (0, [])
  }
}
