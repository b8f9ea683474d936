/// How wide the columns of a text table are.
package enum ColumnWidths {
  /// What a column asks for.
  package struct Wish: Hashable {
    /// The width of its widest line.
    package var natural: Int
    /// The width of its longest word: narrower, and words break.
    var word: Int
    /// Its share of the room, relative to the others.
    var weight: Int

    package init(natural: Int = 0, word: Int = 0, weight: Int = 1) {
      (self.natural, self.word, self.weight) = (natural, word, max(1, weight))
    }

    /// Takes in one more line; what is wrapped will be indented.
    package mutating func add(_ line: String, indent: Int = 0) {
      natural = max(natural, DisplayWidth.of(line))
      for part in line.utf8.split(separator: 0x20) {
        word = max(word, DisplayWidth.of(Substring(part)) + indent)
      }
    }
  }

  /// Narrower than this, running text is not readable; a column whose content is narrower gets what it needs.
  static let least = 8
  /// Words longer than this may break.
  static let longestWord = 24
  /// A column of lines as short as `(Participant 5)` is treated as if each were a word, but for columns of weight 1 (numbers, whose titles may
  /// break).
  static let shortLine = 16

  /// The width of each column, so that the table fits if it can.
  ///
  /// No column gets more than it needs, none breaks a word as long as another only wraps lines, and beyond that room is shared by weight. When even
  /// ``least`` per column does not fit, the table is wider than asked for: nothing is cut off.
  ///
  /// - Parameter available: the room without the gaps between columns; `nil` gives each column its natural width.
  package static func fitted(_ wishes: [Wish], available: Int?) -> [Int] {
    let natural = wishes.map(\.natural)
    guard let available, natural.reduce(0, +) > available else { return natural }
    let words = wishes.map { wish in
      let isShort = wish.natural <= shortLine && wish.weight > 1
      return isShort ? wish.natural : min(wish.natural, max(least, min(wish.word, longestWord)))
    }
    let weights = wishes.map(\.weight)
    if words.reduce(0, +) <= available {
      return levelled(from: words, to: natural, weights: weights, available: available)
    }
    return levelled(from: natural.map { min($0, least) }, to: words, weights: weights, available: available)
  }

  /// Raises all columns to one level times their weight, each within its own bounds, as far as there is room.
  private static func levelled(from low: [Int], to high: [Int], weights: [Int], available: Int) -> [Int] {
    func widths(_ level: Int) -> [Int] {
      low.indices.map { min(max(level * weights[$0], low[$0]), high[$0]) }
    }
    var (below, above) = (0, (high.max() ?? 0) + 1)
    while above - below > 1 {
      let middle = (below + above) / 2
      if widths(middle).reduce(0, +) <= available { below = middle } else { above = middle }
    }
    let next = widths(above)
    var result = widths(below)
    var rest = available - result.reduce(0, +)
    for column in result.indices {
      let more = max(0, min(rest, next[column] - result[column]))
      result[column] += more
      rest -= more
    }
    return result
  }
}
