import RealistModel

/// What a page has besides the words: running heads, page numbers, numbers of lines and paragraphs. Only what repeats is taken out.
enum PDFFurniture {
  /// Takes it out and says so.
  static func remove(from pages: inout [PDFPage]) -> [String] {
    var notes = [String]()
    // A page number may stand on the line of the last number.
    if let numbers = PDFNumbering(pages) {
      numbers.remove(from: &pages)
      notes.append(
        "\(counted(numbers.count, "line or paragraph number", "line or paragraph numbers")) \(numbers.count == 1 ? "was" : "were") left out"
      )
    }
    let heads = removeRepeated(from: &pages)
    if heads > 0 {
      notes.append(
        "\(counted(heads, "line")) of running heads and page numbers \(heads == 1 ? "was" : "were") left out")
    }
    let twice = removeOverlap(from: &pages)
    if twice > 0 {
      notes.append(
        "\(counted(twice, "line")) printed at the end of a page and again on the next \(twice == 1 ? "was" : "were") taken once"
      )
    }
    return notes
  }

  /// How many lines at the top and at the bottom of a page may be running heads, and how many page numbers.
  private static let (headDepth, numberDepth) = (3, 6)

  /// Lines near the edges of most pages that differ in nothing but numbers.
  private static func removeRepeated(from pages: inout [PDFPage]) -> Int {
    var removed = 0
    for isTop in [true, false] {
      let edges = pages.map { edge(of: $0, isTop: isTop) }
      let filled = edges.count { !$0.isEmpty }
      var counts: [[UInt8]: Int] = [:]
      for edge in edges { for key in Set(edge.map(\.key)) { counts[key, default: 0] += 1 } }
      let repeated = counts.filter { key, count in
        count * 5 >= filled * 3 && (count > 2 || (count == 2 && isPageNumber(key)))
      }
      for number in pages.indices {
        let lines = edges[number].filter { repeated[$0.key] != nil }.map(\.line)
        for line in lines.sorted(by: >) { pages[number].lines.remove(at: line) }
        removed += lines.count
      }
    }
    return removed
  }

  /// The first or last lines with words: their places, and what they are but for their numbers.
  private static func edge(of page: PDFPage, isTop: Bool) -> [(key: [UInt8], line: Int)] {
    let filled = page.lines.indices.filter { !page.lines[$0].isBlank }
    let outer = isTop ? Array(filled.prefix(numberDepth)) : filled.suffix(numberDepth).reversed()
    return outer.enumerated().compactMap { depth, line in
      let key = key(page.lines[line].words)
      return depth < headDepth || isPageNumber(key) ? (key, line) : nil
    }
  }

  /// Every number as `#`, every white space as one space.
  private static func key(_ words: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    for byte in words {
      let folded = ASCII.isDigit(byte) ? UInt8(ascii: "#") : ASCII.isBlank(byte) ? ASCII.space : byte
      if folded == UInt8(ascii: "#") || folded == ASCII.space, key.last == folded { continue }
      key.append(folded)
    }
    return key
  }

  /// `3`, `- 3 -`, `3/6`, `Page 3 of 6`.
  private static func isPageNumber(_ key: [UInt8]) -> Bool {
    guard key.contains(UInt8(ascii: "#")) else { return false }
    let words = String(decoding: key, as: UTF8.self).lowercased().split { !$0.isLetter }
    return words.allSatisfy {
      ["page", "p", "pg", "of", "seite", "von", "s", "página", "de", "pagina", "di"].contains($0)
    }
  }

  /// Lines that some programs print twice, at the end of a page and at the beginning of the next.
  private static func removeOverlap(from pages: inout [PDFPage]) -> Int {
    var (removed, last) = (0, [[UInt8]]())
    for number in pages.indices {
      let filled = pages[number].lines.indices.filter { !pages[number].lines[$0].isBlank }
      guard !filled.isEmpty else { continue }
      let words = filled.map { pages[number].lines[$0].words }
      let overlap = (1...numberDepth).last { count in
        words.prefix(count).count == count && words.prefix(count).elementsEqual(last.suffix(count))
      }
      if let overlap, words.prefix(overlap).contains(where: { $0.count > 15 }) {
        for line in filled.prefix(overlap).reversed() { pages[number].lines.remove(at: line) }
        removed += overlap
      }
      last = words.suffix(numberDepth)
    }
    return removed
  }
}

/// Numbers at the beginnings of lines that count up: of every line, every fifth, or every paragraph (MAXQDA).
struct PDFNumbering {
  /// The lines that have a number, and how many bytes of it.
  private var places: [(page: Int, line: Int, length: Int)] = []
  var count: Int { places.count }
  private let areParagraphs: Bool

  /// `nil` when no numbers count up.
  init?(_ pages: [PDFPage]) {
    var (found, filled) = ([(page: Int, line: Int, value: Int, length: Int)](), 0)
    for (page, content) in pages.enumerated() {
      for (line, text) in content.lines.enumerated() where !text.isBlank {
        filled += 1
        guard let number = Self.number(text.words) else { continue }
        found.append((page, line, number.value, number.length))
      }
    }
    guard found.count > 4 else { return nil }
    // A number follows when it goes on in the same steps, or begins again on a new page.
    let steps = zip(found, found.dropFirst()).map { $1.value - $0.value }
    let counts = Dictionary(steps.map { ($0, 1) }, uniquingKeysWith: +)
    guard let (step, times) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      [1, 5, 10].contains(step),
      times * 10 >= steps.count * 7
    else { return nil }
    areParagraphs = step == 1 && found.count * 10 < filled * 8
    for (index, item) in found.enumerated() {
      let follows = index > 0 && found[index].value - found[index - 1].value == step
      let precedes = index + 1 < found.count && found[index + 1].value - found[index].value == step
      if follows || precedes { places.append((item.page, item.line, item.length)) }
    }
  }

  /// A number that stands alone on its line, or two spaces before the words.
  private static func number(_ words: [UInt8]) -> (value: Int, length: Int)? {
    let digits = words.prefix(while: ASCII.isDigit)
    guard (1...5).contains(digits.count), let value = Int(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    let spaces = words[digits.endIndex...].prefix(while: ASCII.isBlank)
    guard spaces.count > 1 || digits.count == words.count else { return nil }
    return (value, digits.count + spaces.count)
  }

  func remove(from pages: inout [PDFPage]) {
    for place in places {
      pages[place.page].lines[place.line].words.removeFirst(place.length)
      pages[place.page].lines[place.line].beginsParagraph = areParagraphs
    }
  }
}
