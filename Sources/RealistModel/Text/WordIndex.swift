/// Where each word of a folded text stands, whatever its letter case.
///
/// Built in linear time; a word's places are found in constant time.
struct WordIndex: Sendable {
  /// The units of each word, in order.
  private(set) var words: [Range<Int>] = []
  /// Which word it is.
  private(set) var ids: [UInt32] = []
  private var numbers: [UInt64: UInt32] = [:]
  /// The places of word `id` are `places[bounds[id]..<bounds[id + 1]]`.
  private var bounds: [Int] = []
  private var places: [UInt32] = []

  init(_ text: FoldedText, table: CharacterTable) {
    words = Self.words(of: text, table: table)
    ids.reserveCapacity(words.count)
    for word in words {
      let hash = Self.hash(text.units[word], table: table)
      let next = UInt32(numbers.count)
      let id = numbers[hash] ?? next
      if id == next { numbers[hash] = next }
      ids.append(id)
    }
    indexPlaces()
  }

  private mutating func indexPlaces() {
    var counts = [Int](repeating: 0, count: numbers.count + 1)
    for id in ids { counts[Int(id) + 1] += 1 }
    for id in counts.indices.dropFirst() { counts[id] += counts[id - 1] }
    bounds = counts
    places = [UInt32](repeating: 0, count: ids.count)
    for (place, id) in ids.enumerated() {
      places[counts[Int(id)]] = UInt32(place)
      counts[Int(id)] += 1
    }
  }

  /// The places, as positions in ``words``, of a word given by its hash; two words of one hash share them.
  func places(of hash: UInt64) -> ArraySlice<UInt32> { id(of: hash).map(places(ofID:)) ?? [] }

  func id(of hash: UInt64) -> UInt32? { numbers[hash] }

  func places(ofID id: UInt32) -> ArraySlice<UInt32> { places[bounds[Int(id)]..<bounds[Int(id) + 1]] }

  /// The number of words that begin before a unit.
  func wordsBefore(unit: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lowerBound < unit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Maximal runs of letters and digits; an ideograph is a word of its own.
  static func words(of text: FoldedText, table: CharacterTable) -> [Range<Int>] {
    var (words, start) = ([Range<Int>](), -1)
    for (place, unit) in text.units.enumerated() {
      let kind = table.classOf(unit)
      if kind == .letter {
        if start < 0 { start = place }
        continue
      }
      if start >= 0 { words.append(start..<place) }
      start = -1
      if kind == .ideograph { words.append(place..<place + 1) }
    }
    if start >= 0 { words.append(start..<text.count) }
    return words
  }

  /// FNV-1a over the lower-case units.
  static func hash(_ units: ArraySlice<FoldedUnit>, table: CharacterTable) -> UInt64 {
    units.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64(table.lowercase($1))) &* 0x0100_0000_01b3 }
  }
}
