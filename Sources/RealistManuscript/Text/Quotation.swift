/// Words that a report puts into quotation marks, or into a block of their own, with the attribution beside them.
public struct Quotation: Hashable, Sendable {
  /// Without the quotation marks around it.
  public var text: String
  /// Where it begins, from 1.
  public var line: Int
  public var isBlock: Bool
  /// What stands in parentheses, or after a dash, behind it: `Participant 5`; nil when there is none.
  public var attribution: String?

  /// The least number of words of a run-in quotation: shorter ones are terms and titles more often than quotes.
  public static let leastWords = 4

  public init(text: String, line: Int, isBlock: Bool = false, attribution: String? = nil) {
    (self.text, self.line, self.isBlock, self.attribution) = (text, line, isBlock, attribution)
  }

  /// The words, without case and marks.
  var words: [String] {
    Manuscript.Block(.paragraph, text, line: 1).tokens.filter(\.isWord).map(\.word)
  }
}

extension Manuscript {
  /// Every quotation, in the order of the report.
  public var quotations: [Quotation] {
    blocks.indices.flatMap { index in
      switch blocks[index].kind {
      case .quotation: [blockQuotation(index)].compactMap { $0 }
      case .heading: [Quotation]()
      case .row(let cells): cells.flatMap { Block(.paragraph, $0, line: blocks[index].line).runIn }
      default: blocks[index].runIn
      }
    }
  }

  private func blockQuotation(_ index: Int) -> Quotation? {
    let block = blocks[index]
    var (text, attribution) = (block.text[...], String?.none)
    if let found = Self.attributionAtEnd(of: text) {
      (text, attribution) = (found.rest, found.attribution)
    } else if blocks.indices.contains(index + 1), blocks[index + 1].kind == .paragraph,
      let found = Self.attributionAtEnd(of: blocks[index + 1].text[...]),
      found.rest.allSatisfy(\.isWhitespace)
    {
      attribution = found.attribution
    }
    let marks: Set<Character> = ["\"", "“", "”", "‘", "*", "_", " ", "\n"]
    while let first = text.first, marks.contains(first) { text = text.dropFirst() }
    while let last = text.last,
      marks.contains(last) || last == "’" && text.dropLast().last?.isPunctuation == true
    {
      text = text.dropLast()
    }
    return text.isEmpty
      ? nil : Quotation(text: String(text), line: block.line, isBlock: true, attribution: attribution)
  }

  /// `… (Participant 5)` or a last line `— Participant 5`.
  private static func attributionAtEnd(of text: Substring) -> (rest: Substring, attribution: String)? {
    var text = text
    while let last = text.last, last.isWhitespace || "*_.".contains(last) { text = text.dropLast() }
    if text.last == ")", let start = text.lastIndex(of: "(") {
      return (text[..<start], String(text[text.index(after: start)...].dropLast()))
    }
    let line = text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
    guard let dash = text[line...].first, "—–-".contains(dash) else { return nil }
    return (text[..<line], String(text[line...].drop { "—–- ".contains($0) }))
  }
}

extension Manuscript.Block {
  /// The quotations between marks inside the text.
  fileprivate var runIn: [Quotation] {
    var quotations: [Quotation] = []
    var place = text.startIndex
    while let opening = text[place...].firstIndex(where: { "“\"‘".contains($0) }) {
      place = text.index(after: opening)
      guard isOpening(opening), let closing = closing(from: place, for: text[opening]) else { continue }
      let after = text.index(after: closing)
      let quotation = Quotation(
        text: String(text[place..<closing]), line: line(at: opening), attribution: attribution(behind: after))
      if quotation.words.count >= Quotation.leastWords { quotations.append(quotation) }
      place = after
    }
    return quotations
  }

  /// A mark opens when nothing or something other than a letter stands before it.
  private func isOpening(_ mark: String.Index) -> Bool {
    guard mark > text.startIndex else { return true }
    let before = text[text.index(before: mark)]
    return !before.isLetter && !before.isNumber
  }

  private func closing(from start: String.Index, for mark: Character) -> String.Index? {
    let wanted: Character = mark == "“" ? "”" : mark == "‘" ? "’" : "\""
    var place = start
    while let found = text[place...].firstIndex(of: wanted) {
      let next = text.index(after: found)
      // An apostrophe has a letter behind it; a closing mark has not.
      guard wanted == "’", next < text.endIndex, text[next].isLetter else { return found }
      place = next
    }
    return nil
  }

  private func attribution(behind place: String.Index) -> String? {
    let rest = text[place...].drop { $0.isWhitespace || ",.;:".contains($0) }
    guard rest.first == "(", let end = rest.firstIndex(of: ")") else { return nil }
    return String(rest[rest.index(after: rest.startIndex)..<end])
  }
}
