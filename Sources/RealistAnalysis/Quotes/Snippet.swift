import RealistModel

/// A passage with marks around the words that were looked for, cut to what stands near them.
public enum Snippet {
  /// The words between the first and the last match with some words before and after, white space made single spaces. `…` stands where
  /// words were left out.
  ///
  /// - Parameters:
  ///   - matches: in Unicode scalars of `words`, ordered, not overlapping.
  ///   - context: how many words at each side; `nil` for all of them.
  ///   - marks: what to put before and after each match.
  public static func text(
    _ words: String, matches: [Range<Int>], context: Int?, marks: (open: String, close: String) = ("**", "**")
  ) -> String {
    var (pieces, current, isOpen) = ([Piece](), Piece(), false)
    var (rest, place) = (words.startIndex, 0)
    func take(to end: String.Index) {
      current.text += words[rest..<end]
      rest = end
    }
    func close() {
      if isOpen { current.text += marks.close }
      isOpen = false
    }
    func finish(at end: String.Index) {
      take(to: end)
      close()
      if !current.text.isEmpty { pieces.append(current) }
      current = Piece()
    }
    let scalars = words.unicodeScalars
    for (offset, index) in scalars.indices.enumerated() {
      while place < matches.count, offset >= matches[place].upperBound { place += 1 }
      if scalars[index].isWhiteSpace {
        finish(at: index)
        rest = scalars.index(after: index)
        continue
      }
      let isInside = place < matches.count && matches[place].contains(offset)
      if isOpen, !isInside || offset == matches[place].lowerBound {
        take(to: index)
        close()
      }
      if isInside, !isOpen {
        take(to: index)
        current.text += marks.open
        (current.isMatch, isOpen) = (true, true)
      }
    }
    finish(at: words.endIndex)
    return cut(pieces, context: context)
  }

  private struct Piece {
    var text = ""
    var isMatch = false
  }

  private static func cut(_ pieces: [Piece], context: Int?) -> String {
    let all = pieces.map(\.text)
    guard let context, let first = pieces.firstIndex(where: \.isMatch),
      let last = pieces.lastIndex(where: \.isMatch)
    else { return all.joined(separator: " ") }
    let range = max(0, first - context)..<min(all.count, last + 1 + context)
    return (range.lowerBound > 0 ? "… " : "") + all[range].joined(separator: " ")
      + (range.upperBound < all.count ? " …" : "")
  }
}
