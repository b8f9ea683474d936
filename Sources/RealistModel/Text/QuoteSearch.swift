/// One quote being looked for.
struct QuoteSearch {
  let quote: String
  let locator: QuoteLocator
  private let literal: QuotePattern
  private let written: QuotePattern

  init(_ quote: String, locator: QuoteLocator) {
    (self.quote, self.locator) = (quote, locator)
    literal = QuotePattern(literal: quote, table: locator.table)
    written = QuotePattern(quote, table: locator.table, lowercased: false)
  }

  /// Whether there is anything to look for.
  var hasWords: Bool { !written.pieces.isEmpty || !literal.pieces.isEmpty }

  /// The bytes of each place that has the quote scalar for scalar; only those within turns when there are any.
  func exact(wholeWords: Bool) -> [Range<Int>] {
    guard let piece = literal.pieces.first, let stream = locator.streams.last else { return [] }
    let wanted = Array(quote.utf8)
    let found = locator.text.withBytes { bytes in
      exactStarts(of: piece, in: stream, wholeWords: wholeWords, bytes: bytes).filter { start in
        start >= 0 && start + wanted.count <= bytes.count
          && wanted.indices.allSatisfy { wanted[$0] == bytes[start + $0] }
      }
    }
    let places = found.map { $0..<$0 + wanted.count }.filter { place in
      let edges = [place.lowerBound, place.upperBound].map { boundary(atByte: $0, in: stream.folded) }
      return !edges.contains(.insideCharacter) && !(wholeWords && edges.contains(.insideWord))
    }
    return spokenFirst(places)
  }

  /// The bytes at which the quote could begin, going by its rarest word; all that begin like it when it has no whole word.
  private func exactStarts(
    of piece: QuotePattern.Piece, in stream: QuoteLocator.Stream, wholeWords: Bool,
    bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    let edges = Edges(start: wholeWords, end: wholeWords)
    if let (word, places) = rarestWord(of: piece, in: stream, edges: edges) {
      let before = Int(piece.folded.starts[piece.words[word].lowerBound])
      return places.map { Int(stream.folded.starts[stream.index.words[Int($0)].lowerBound]) - before }
    }
    guard let first = quote.utf8.first else { return [] }
    return bytes.indices.filter { bytes[$0] == first }
  }

  private enum Boundary { case betweenWords, insideWord, insideCharacter }

  private func boundary(atByte byte: Int, in folded: FoldedText) -> Boundary {
    let next = folded.starts.partition { $0 >= byte }
    if next < folded.count, folded.starts[next] == byte {
      return cutsWord(folded, at: next) ? .insideWord : .betweenWords
    }
    // Several characters may be one unit: look at the text itself.
    let scalar = locator.text.scalarOffset(ofUTF8: byte)
    guard scalar > 0, scalar < locator.text.length else { return .betweenWords }
    let covering = try? locator.text.span(covering: scalar..<scalar + 1)
    return covering?.span.start == scalar ? .betweenWords : .insideCharacter
  }

  /// The bytes of each place that has the quote's pieces in order.
  func tolerant(ignoringCase: Bool, wholeWords: Bool) -> [Range<Int>] {
    let pattern =
      ignoringCase ? QuotePattern(quote, table: locator.table, lowercased: true) : written
    let patterns = [pattern] + [pattern.unquoted(table: locator.table)].compactMap { $0 }
    for stream in locator.streams {
      for pattern in patterns {
        let found = places(of: pattern, in: stream, ignoringCase: ignoringCase, wholeWords: wholeWords)
        if !found.isEmpty { return spokenFirst(found) }
      }
    }
    return []
  }

  /// Only the places that begin and end within turns, when there are any: a name in a label is seldom what is meant.
  private func spokenFirst(_ places: [Range<Int>]) -> [Range<Int>] {
    let spoken = places.filter {
      locator.turn(atByte: $0.lowerBound) != nil && locator.turn(atByte: $0.upperBound - 1) != nil
    }
    return spoken.isEmpty ? places : spoken
  }
}

extension QuoteSearch {
  /// Which ends of a piece must not cut a word.
  struct Edges {
    var start: Bool
    var end: Bool
  }

  /// The bytes of the shortest stretches that hold all pieces in order, with gaps no longer than they may be.
  private func places(
    of pattern: QuotePattern, in stream: QuoteLocator.Stream, ignoringCase: Bool, wholeWords: Bool
  ) -> [Range<Int>] {
    let pieces = pattern.pieces
    // From the last piece backwards: each place of a piece with the end of the stretch that it begins.
    var chains: [(start: Int, end: Int)] = []
    for (number, piece) in pieces.enumerated().reversed() {
      let edges = Edges(start: wholeWords || number > 0, end: wholeWords || number < pieces.count - 1)
      let starts = occurrences(of: piece, in: stream, ignoringCase: ignoringCase, edges: edges)
      if number == pieces.count - 1 {
        chains = starts.map { ($0, $0 + piece.folded.count) }
      } else {
        let gap = pieces[number + 1].gap
        chains = starts.compactMap { start in
          let end = start + piece.folded.count
          let next = chains.partition { $0.start >= end }
          guard next < chains.count, isAllowed(gap, from: end, to: chains[next].start, in: stream) else {
            return nil
          }
          return (start, chains[next].end)
        }
      }
      if chains.isEmpty { return [] }
    }
    return shortest(chains).map {
      Int(stream.folded.starts[$0.start])..<Int(stream.folded.ends[$0.end - 1])
    }
  }

  /// Of the stretches with one end, the one that begins last.
  private func shortest(_ chains: [(start: Int, end: Int)]) -> [(start: Int, end: Int)] {
    chains.enumerated().filter { number, chain in
      number + 1 == chains.count || chains[number + 1].end != chain.end
    }.map(\.element)
  }

  private func isAllowed(
    _ gap: QuotePattern.Gap, from end: Int, to next: Int, in stream: QuoteLocator.Stream
  ) -> Bool {
    let words = stream.index.wordsBefore(unit: next) - stream.index.wordsBefore(unit: end)
    switch gap {
    case .insertion: return words <= QuoteLocator.longestReplacement
    case .elision:
      if words <= QuoteLocator.longestElision { return true }
      let turn = locator.turn(atByte: Int(stream.folded.starts[end - 1]))
      return turn != nil && turn == locator.turn(atByte: Int(stream.folded.starts[next]))
    }
  }

  /// The units at which a piece begins, in order.
  private func occurrences(
    of piece: QuotePattern.Piece, in stream: QuoteLocator.Stream, ignoringCase: Bool, edges: Edges
  ) -> [Int] {
    let folded = stream.folded
    guard folded.count >= piece.folded.count else { return [] }
    let last = folded.count - piece.folded.count
    let isHit = { (start: Int) in
      start >= 0 && start <= last && agrees(piece.folded.units, folded.units, start, ignoringCase)
        && !(edges.start && cutsWord(folded, at: start))
        && !(edges.end && cutsWord(folded, at: start + piece.folded.count))
    }
    if let (word, places) = rarestWord(of: piece, in: stream, edges: edges) {
      return places.map { stream.index.words[Int($0)].lowerBound - piece.words[word].lowerBound }.filter(
        isHit)
    }
    return (0...last).filter(isHit)
  }

  /// The piece's word with the fewest places, of those that are whole words in the text too; `nil` when there is none to go by.
  private func rarestWord(
    of piece: QuotePattern.Piece, in stream: QuoteLocator.Stream, edges: Edges
  ) -> (word: Int, places: ArraySlice<UInt32>)? {
    var best: (word: Int, places: ArraySlice<UInt32>)?
    for (word, range) in piece.words.enumerated() {
      if !edges.start, range.lowerBound == 0 { continue }
      if !edges.end, range.upperBound == piece.folded.count { continue }
      let places = stream.index.places(of: piece.hashes[word])
      if best.map({ places.count < $0.places.count }) ?? true { best = (word, places) }
    }
    return best
  }

  private func agrees(
    _ wanted: [FoldedUnit], _ units: [FoldedUnit], _ start: Int, _ ignoringCase: Bool
  ) -> Bool {
    if ignoringCase {
      for place in wanted.indices where wanted[place] != locator.table.lowercase(units[start + place]) {
        return false
      }
    } else {
      for place in wanted.indices where wanted[place] != units[start + place] { return false }
    }
    return true
  }

  /// Whether letters stand on both sides of a place.
  private func cutsWord(_ folded: FoldedText, at place: Int) -> Bool {
    guard place > 0, place < folded.count else { return false }
    return locator.table.classOf(folded.units[place - 1]) == .letter
      && locator.table.classOf(folded.units[place]) == .letter
  }
}
