/// A report as its author writes it, cut into blocks. Read from Markdown, of which plain text is a part.
public struct Manuscript: Hashable, Sendable {
  /// A heading, a paragraph, an item of a list, a block quotation or a row of a table.
  public struct Block: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// From 1, the title, downwards.
      case heading(level: Int)
      case paragraph
      case quotation
      /// How far it is indented, in columns.
      case item(indent: Int)
      case row([String])
    }

    public var kind: Kind
    /// Without the marks that make it what it is; lines stay lines.
    public var text: String
    /// Where it begins, from 1.
    public var line: Int

    public init(_ kind: Kind, _ text: String, line: Int) {
      (self.kind, self.text, self.line) = (kind, text, line)
    }

    /// The level of a heading; nil for everything else.
    public var level: Int? { if case .heading(let level) = kind { level } else { nil } }

    var isItem: Bool { if case .item = kind { true } else { false } }

    /// The line in which an index of the text lies.
    func line(at index: String.Index) -> Int { line + text[..<index].utf8.count { $0 == UInt8(ascii: "\n") } }
  }

  public var blocks: [Block]

  public init(blocks: [Block]) { self.blocks = blocks }

  /// Reads Markdown: headings with `#`, quotations with `>`, lists, tables with `|`. Code and comments are left out; emphasis marks stay,
  /// since they carry no words.
  public init(markdown: String) {
    var reader = MarkdownBlocks()
    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      reader.take(line.hasSuffix("\r") ? line.dropLast() : line, number: index + 1)
    }
    blocks = reader.finished()
  }
}

/// Lines on their way into blocks.
private struct MarkdownBlocks {
  private var blocks: [Manuscript.Block] = []
  private var open: Manuscript.Block?
  private var isInCode = false

  mutating func take(_ line: Substring, number: Int) {
    let words = line.drop { $0 == " " || $0 == "\t" }
    if words.hasPrefix("```") || words.hasPrefix("~~~") {
      close()
      isInCode.toggle()
    } else if isInCode || words.hasPrefix("<!--") {
      close()
    } else if words.isEmpty {
      close()
    } else if let heading = Self.heading(line) {
      close()
      blocks.append(Manuscript.Block(.heading(level: heading.level), heading.text, line: number))
    } else if words.hasPrefix(">") {
      continueOrOpen(.quotation, Self.trimmed(words.dropFirst()), number)
    } else if words.hasPrefix("|") {
      close()
      let cells = Self.cells(words)
      guard !cells.allSatisfy(Self.isRule) else { return }
      blocks.append(Manuscript.Block(.row(cells), cells.joined(separator: "\n"), line: number))
    } else if let item = Self.item(words) {
      close()
      open = Manuscript.Block(.item(indent: line.count - words.count), item, line: number)
    } else if let block = open, block.isItem || block.kind == .quotation {
      open?.text += "\n" + Self.trimmed(words)
    } else {
      continueOrOpen(.paragraph, Self.trimmed(words), number)
    }
  }

  mutating func finished() -> [Manuscript.Block] {
    close()
    return blocks
  }

  private mutating func continueOrOpen(_ kind: Manuscript.Block.Kind, _ text: String, _ number: Int) {
    if open?.kind == kind {
      open?.text += "\n" + text
    } else {
      close()
      open = Manuscript.Block(kind, text, line: number)
    }
  }

  private mutating func close() {
    if let block = open { blocks.append(block) }
    open = nil
  }

  private static func heading(_ line: Substring) -> (level: Int, text: String)? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return (level, trimmed(line.dropFirst(level)))
  }

  /// The words of `- …`, `* …`, `+ …`, `1. …`, `2) …`.
  private static func item(_ words: Substring) -> String? {
    if let mark = words.first, "-*+".contains(mark), words.dropFirst().first == " " {
      return trimmed(words.dropFirst(2))
    }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first == " "
    else { return nil }
    return trimmed(rest.dropFirst(2))
  }

  private static func cells(_ words: Substring) -> [String] {
    var row = words.dropFirst()
    while row.last == " " || row.last == "\t" { row = row.dropLast() }
    if row.last == "|" { row = row.dropLast() }
    return row.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
  }

  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { "-: ".contains($0) }
  }

  private static func trimmed(_ words: Substring) -> String {
    var words = words
    while words.first == " " || words.first == "\t" { words = words.dropFirst() }
    while words.last == " " || words.last == "\t" { words = words.dropLast() }
    return String(words)
  }
}
