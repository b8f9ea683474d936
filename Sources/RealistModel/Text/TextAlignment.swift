/// Which bytes of an old text are which bytes of a new one: unchanged lines, moved lines, unchanged words of changed lines.
struct TextAlignment {
  /// The bytes `old` of the old text are those from `newStart` on of the new text.
  struct Run: Hashable {
    var old: Range<Int>
    var newStart: Int
    var newEnd: Int { newStart + old.count }
  }

  /// A changed line counts as the same line when at least this part of its words is still there.
  private static let leastShared = 0.4

  /// By old place; as long as possible.
  private(set) var runs: [Run] = []
  private let oldLines: [Range<Int>]
  private let newLines: [Range<Int>]
  private let oldBytes: [UInt8]
  private let newBytes: [UInt8]

  init(old: SourceText, new: SourceText) {
    oldBytes = Array(old.string.utf8)
    newBytes = Array(new.string.utf8)
    oldLines = Self.lines(oldBytes)
    newLines = Self.lines(newBytes)
    var interner = Interner()
    let oldIDs = oldLines.map { interner.number(oldBytes[$0].withoutLineFeed) }
    let newIDs = newLines.map { interner.number(newBytes[$0].withoutLineFeed) }
    var pairing = LinePairing(old: oldIDs, new: newIDs)
    pairing.pairMoved()
    for (line, partner) in pairing.partners.enumerated() where partner >= 0 {
      // The last line may have no line feed on one side only.
      let start = oldLines[line].lowerBound
      let length = min(oldLines[line].count, newLines[partner].count)
      runs.append(
        Run(old: start..<start + length, newStart: newLines[partner].lowerBound))
    }
    for gap in pairing.gaps { alignWords(gap.old, gap.new) }
    join()
  }

  /// The line of the old text that a byte lies in.
  func oldLine(atByte byte: Int) -> Range<Int> {
    let place = oldLines.partition { $0.upperBound > byte }
    return place < oldLines.count ? oldLines[place] : oldBytes.count..<oldBytes.count
  }

  /// The runs that share bytes with a range, as positions in ``runs``.
  func overlapping(_ bytes: Range<Int>) -> Range<Int> {
    let first = runs.partition { $0.old.upperBound > bytes.lowerBound }
    return first..<max(first, runs.partition { $0.old.lowerBound >= bytes.upperBound })
  }

  private mutating func alignWords(_ oldGap: [Int], _ newGap: [Int]) {
    var interner = Interner()
    let oldTokens = oldGap.flatMap { Self.tokens(oldBytes, in: oldLines[$0]) }
    let newTokens = newGap.flatMap { Self.tokens(newBytes, in: newLines[$0]) }
    let alignment = SequenceAlignment(
      old: oldTokens.map { interner.number(oldBytes[$0]) },
      new: newTokens.map { interner.number(newBytes[$0]) })
    let found = alignment.matches.flatMap { match in
      (0..<match.length).map {
        Run(old: oldTokens[match.old + $0], newStart: newTokens[match.new + $0].lowerBound)
      }
    }
    var place = 0
    for line in oldGap {
      let first = place
      while place < found.count, found[place].old.upperBound <= oldLines[line].upperBound { place += 1 }
      let shared = found[first..<place].map { wordBytes(in: $0.old) }.reduce(0, +)
      if Double(shared) >= Self.leastShared * Double(wordBytes(in: oldLines[line])), shared > 0 {
        runs += found[first..<place]
      }
    }
  }

  private func wordBytes(in range: Range<Int>) -> Int {
    range.count { Self.isWord(oldBytes[$0]) }
  }

  /// Puts the runs in order and makes neighbours one.
  private mutating func join() {
    var joined: [Run] = []
    for run in runs.sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) {
      if let last = joined.last, last.old.upperBound == run.old.lowerBound, last.newEnd == run.newStart {
        joined[joined.count - 1].old = last.old.lowerBound..<run.old.upperBound
      } else {
        joined.append(run)
      }
    }
    runs = joined
  }

  /// Lines with their line feed.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var (lines, start) = ([Range<Int>](), 0)
    for (place, byte) in bytes.enumerated() where byte == 0x0a {
      lines.append(start..<place + 1)
      start = place + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  /// Words, runs of white space, and single marks.
  private static func tokens(_ bytes: [UInt8], in line: Range<Int>) -> [Range<Int>] {
    var (tokens, place) = ([Range<Int>](), line.lowerBound)
    while place < line.upperBound {
      let start = place
      place += 1
      if isWord(bytes[start]) {
        while place < line.upperBound, isWord(bytes[place]) { place += 1 }
      } else if isSpace(bytes[start]) {
        while place < line.upperBound, isSpace(bytes[place]) { place += 1 }
      }
      tokens.append(start..<place)
    }
    return tokens
  }

  /// Letters, digits and everything beyond ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutLineFeed: Self { last == 0x0a ? dropLast() : self }
}

/// Gives equal byte strings equal numbers.
private struct Interner {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  mutating func number(_ bytes: ArraySlice<UInt8>) -> Int {
    let next = numbers.count
    let number = numbers[bytes] ?? next
    if number == next { numbers[bytes] = next }
    return number
  }
}

/// Which line of an old text is which line of a new one.
private struct LinePairing {
  private let old: [Int]
  private let new: [Int]
  /// The new line of each old line; −1 for none.
  private(set) var partners: [Int]
  private var isTaken: [Bool]
  /// The runs of lines between matched ones.
  private var holes: [(old: Range<Int>, new: Range<Int>)] = []

  init(old: [Int], new: [Int]) {
    (self.old, self.new) = (old, new)
    partners = [Int](repeating: -1, count: old.count)
    isTaken = [Bool](repeating: false, count: new.count)
    var (endOld, endNew) = (0, 0)
    let end = SequenceAlignment.Match(old: old.count, new: new.count, length: 0)
    for match in SequenceAlignment(old: old, new: new).matches + [end] {
      if endOld < match.old || endNew < match.new { holes.append((endOld..<match.old, endNew..<match.new)) }
      for step in 0..<match.length {
        partners[match.old + step] = match.new + step
        isTaken[match.new + step] = true
      }
      (endOld, endNew) = (match.old + match.length, match.new + match.length)
    }
  }

  /// Pairs lines that stand elsewhere now, when they are unique in both texts, and the equal lines around them.
  mutating func pairMoved() {
    var (countOld, countNew, placeOfNew) = ([Int: Int](), [Int: Int](), [Int: Int]())
    for line in old { countOld[line, default: 0] += 1 }
    for (place, line) in new.enumerated() {
      countNew[line, default: 0] += 1
      placeOfNew[line] = place
    }
    for (place, line) in old.enumerated()
    where partners[place] < 0 && countOld[line] == 1 && countNew[line] == 1 {
      guard let partner = placeOfNew[line], !isTaken[partner] else { continue }
      for step in [-1, 1] { pair(from: place, partner, step: step) }
    }
  }

  /// Pairs a line and its equal, unpaired neighbours in one direction.
  private mutating func pair(from place: Int, _ partner: Int, step: Int) {
    var (left, right) = (place, partner)
    while old.indices.contains(left), new.indices.contains(right), old[left] == new[right],
      partners[left] < 0 && !isTaken[right] || left == place
    {
      partners[left] = right
      isTaken[right] = true
      (left, right) = (left + step, right + step)
    }
  }

  /// The lines without a partner that stand between the same matched lines, where there are any on both sides.
  var gaps: [(old: [Int], new: [Int])] {
    holes.map { hole in (hole.old.filter { partners[$0] < 0 }, hole.new.filter { !isTaken[$0] }) }
      .filter { !$0.0.isEmpty && !$0.1.isEmpty }
  }
}
