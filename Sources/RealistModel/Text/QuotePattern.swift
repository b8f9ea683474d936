/// A quote as people write it: pieces of text with elisions and insertions between them.
struct QuotePattern: Sendable {
  /// What may stand in the text between two pieces.
  enum Gap: Sendable {
    /// `…`, `...`, `(...)`, `[…]`: words were left out.
    case elision
    /// `[the manager]`: words were put in, perhaps in the place of a few others.
    case insertion
  }

  /// A piece of text and the gap before it.
  struct Piece: Sendable {
    var folded: FoldedText
    var gap: Gap
    var words: [Range<Int>]
    var hashes: [UInt64]
  }

  private(set) var pieces: [Piece] = []

  /// Reads a quote, with the characters of the text it is to be found in.
  init(_ quote: String, table: CharacterTable, lowercased: Bool) {
    var gap = Gap.insertion
    for part in QuoteParts(quote).parts {
      switch part {
      // An elision allows more than an insertion does.
      case .gap(let new): if case .elision = new { gap = new }
      case .text(let words):
        let folded = FoldedText(quote: words, table: table, lowercased: lowercased)
        guard folded.count > 0 else { continue }
        pieces.append(Self.piece(folded, gap: gap, table: table))
        gap = .insertion
      }
    }
  }

  /// Reads a quote to the letter: dots and brackets are characters like others.
  init(literal quote: String, table: CharacterTable) {
    let folded = FoldedText(quote: quote, table: table, lowercased: false)
    if folded.count > 0 { pieces = [Self.piece(folded, gap: .insertion, table: table)] }
  }

  /// The pattern without the quotation marks around the whole; `nil` when it has none.
  func unquoted(table: CharacterTable) -> QuotePattern? {
    guard let first = pieces.first?.folded, let last = pieces.last?.folded,
      first.units.first == CharacterTable.quotationMark, last.units.last == CharacterTable.quotationMark
    else { return nil }
    var result = self
    for place in pieces.indices {
      let bare = pieces[place].folded.dropping(first: place == 0, last: place == pieces.count - 1)
      result.pieces[place] = Self.piece(bare, gap: pieces[place].gap, table: table)
    }
    result.pieces.removeAll { $0.folded.count == 0 }
    return result.pieces.isEmpty ? nil : result
  }

  private static func piece(_ folded: FoldedText, gap: Gap, table: CharacterTable) -> Piece {
    let words = WordIndex.words(of: folded, table: table)
    return Piece(
      folded: folded, gap: gap, words: words,
      hashes: words.map { WordIndex.hash(folded.units[$0], table: table) })
  }
}

/// Cuts a quote at its elisions and bracketed insertions.
struct QuoteParts {
  enum Part: Equatable {
    case text(String)
    case gap(QuotePattern.Gap)
  }

  private(set) var parts: [Part] = []
  private let characters: [Character]
  private var text = ""

  init(_ quote: String) {
    characters = Array(quote)
    var place = 0
    while place < characters.count { place = read(at: place) }
    flush()
  }

  /// - Returns: the place after what was read.
  private mutating func read(at place: Int) -> Int {
    if let end = dots(at: place) { return add(.elision, upTo: end) }
    if characters[place] == "(", let end = closing(")", from: place), isElision(place + 1..<end) {
      return add(.elision, upTo: end + 1)
    }
    if characters[place] == "[", let end = closing("]", from: place) {
      let inside = place + 1..<end
      if isElision(inside) { return add(.elision, upTo: end + 1) }
      guard isPartOfWord(inside) else { return add(.insertion, upTo: end + 1) }
      text += String(characters[inside])
      return end + 1
    }
    text.append(characters[place])
    return place + 1
  }

  /// The place after `…`, `...` or `. . .`.
  private func dots(at place: Int) -> Int? {
    if characters[place] == "…" { return place + 1 }
    var (count, next, end) = (0, place, place)
    while next < characters.count, characters[next] == "." || (count > 0 && characters[next] == " ") {
      if characters[next] == "." { (count, end) = (count + 1, next + 1) }
      next += 1
    }
    return count >= 3 ? end : nil
  }

  private func isElision(_ inside: Range<Int>) -> Bool {
    let place = inside.first { characters[$0] != " " } ?? inside.upperBound
    guard place < inside.upperBound, let end = dots(at: place) else { return false }
    return characters[end..<max(end, inside.upperBound)].allSatisfy { $0 == " " }
  }

  private func closing(_ bracket: Character, from place: Int) -> Int? {
    characters[place...].firstIndex(of: bracket)
  }

  /// Whether a bracket only changes letters of a word, as in `[T]he rota` and `manage[d]`; then its letters are read as part of it.
  private func isPartOfWord(_ inside: Range<Int>) -> Bool {
    guard !inside.isEmpty, characters[inside].allSatisfy(\.isLetter) else { return false }
    let before = inside.lowerBound > 1 && characters[inside.lowerBound - 2].isLetter
    let after = inside.upperBound + 1 < characters.count && characters[inside.upperBound + 1].isLetter
    return before || after
  }

  private mutating func add(_ gap: QuotePattern.Gap, upTo end: Int) -> Int {
    flush()
    parts.append(.gap(gap))
    return end
  }

  private mutating func flush() {
    if !text.isEmpty { parts.append(.text(text)) }
    text = ""
  }
}
