/// Text in which the many ways of writing the same words are one: a unit is a character (grapheme cluster), a run of white space or
/// an ellipsis is one space, all quotation marks are one, all dashes are one and have no space around them.
///
/// Each unit knows its bytes in the text, so a stretch of units is a span that cuts no character.
struct FoldedText: Sendable {
  private(set) var units: [FoldedUnit] = []
  /// The byte at which each unit begins.
  private(set) var starts: [UInt32] = []
  /// The byte after each unit.
  private(set) var ends: [UInt32] = []

  init() {}

  /// Folds a whole text, numbering its characters.
  init(_ string: String, table: inout CharacterTable) {
    reserve(string.utf8.count)
    fold(string) { table.number($0) }
  }

  /// Folds a quote with the characters of a text.
  init(quote: String, table: CharacterTable, lowercased: Bool) {
    fold(quote) { lowercased ? table.knownLowercase($0) : table.known($0) }
    if lowercased { for place in units.indices { units[place] = table.lowercase(units[place]) } }
    trim()
  }

  /// The units of some byte ranges of a folded text, in order, with a space between two ranges.
  init(_ text: FoldedText, within ranges: [Range<Int>]) {
    reserve(text.units.count)
    var place = 0
    for range in ranges {
      while place < text.units.count, Int(text.ends[place]) <= range.lowerBound { place += 1 }
      let first = place
      while place < text.units.count, Int(text.starts[place]) < range.upperBound { place += 1 }
      guard first < place else { continue }
      if let end = ends.last { append(CharacterTable.space, Int(end), Int(end)) }
      for unit in first..<place { append(text.units[unit], Int(text.starts[unit]), Int(text.ends[unit])) }
    }
  }

  var count: Int { units.count }

  private mutating func reserve(_ capacity: Int) {
    units.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  private mutating func fold(_ string: String, number: (Character) -> FoldedUnit) {
    var native = string
    native.makeContiguousUTF8()
    let done: Void? = native.utf8.withContiguousStorageIfAvailable { bytes in
      var byte = 0
      while byte < bytes.count {
        // Two ASCII bytes in a row are always two characters: the text has no carriage return.
        if bytes[byte] < 0x80, byte + 1 == bytes.count || bytes[byte + 1] < 0x80 {
          byte = foldASCII(bytes, of: native, at: byte)
        } else {
          byte = foldCharacter(of: native, at: byte, number)
        }
      }
    }
    assert(done != nil, "a native string has contiguous bytes")
  }

  /// - Returns: the byte after what was folded.
  private mutating func foldASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, of string: String, at byte: Int
  ) -> Int {
    if bytes[byte] == UInt8(ascii: ".") {
      let end = bytes[byte...].firstIndex { $0 != UInt8(ascii: ".") } ?? bytes.count
      if end - byte >= 3, isWhole(string, end - 1) {
        append(CharacterTable.space, byte, end)
        return end
      }
    }
    append(Folding.ofASCII(bytes[byte]), byte, byte + 1)
    return byte + 1
  }

  /// Whether the character at a byte is that byte only: no mark is put on it.
  private func isWhole(_ string: String, _ byte: Int) -> Bool {
    let start = string.utf8.index(string.utf8.startIndex, offsetBy: byte)
    return string.index(after: start) == string.utf8.index(after: start)
  }

  private mutating func foldCharacter(
    of string: String, at byte: Int, _ number: (Character) -> FoldedUnit
  ) -> Int {
    let start = string.utf8.index(string.utf8.startIndex, offsetBy: byte)
    let end = string.utf8.distance(from: string.utf8.startIndex, to: string.index(after: start))
    let character = string[start]
    switch character.asciiValue.map({ Folding.unit(Folding.ofASCII($0)) }) ?? Folding.of(character) {
    case .unit(let unit): append(unit, byte, end)
    case .kept: append(number(character), byte, end)
    case .dropped: break
    }
    return end
  }

  /// Adds a unit; a space after a space or a dash, a dash after a dash, and the space before a dash melt into one.
  private mutating func append(_ unit: FoldedUnit, _ start: Int, _ end: Int) {
    let last = units.last
    if unit == CharacterTable.space {
      if last == CharacterTable.dash { return }
      if last == CharacterTable.space { return ends[ends.count - 1] = UInt32(end) }
    } else if unit == CharacterTable.dash {
      if last == CharacterTable.dash { return ends[ends.count - 1] = UInt32(end) }
      if last == CharacterTable.space { removeLast() }
    }
    units.append(unit)
    starts.append(UInt32(start))
    ends.append(UInt32(end))
  }

  private mutating func removeLast() {
    units.removeLast()
    starts.removeLast()
    ends.removeLast()
  }

  /// Without the spaces at both ends.
  private mutating func trim() {
    while units.last == CharacterTable.space { removeLast() }
    if units.first == CharacterTable.space { dropFirst() }
  }

  private mutating func dropFirst() {
    units.removeFirst()
    starts.removeFirst()
    ends.removeFirst()
  }

  /// Without a quotation mark at its beginning or end, and the space inside it.
  func dropping(first: Bool, last: Bool) -> FoldedText {
    var result = self
    if first, units.first == CharacterTable.quotationMark { result.dropFirst() }
    if last, result.units.last == CharacterTable.quotationMark { result.removeLast() }
    result.trim()
    return result
  }
}
