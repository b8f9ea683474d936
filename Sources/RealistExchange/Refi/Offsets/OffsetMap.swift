import RealistModel

/// Turns the places that a program counted into scalar offsets of the text; each in logarithmic time.
struct OffsetMap {
  private let text: SourceText
  private let rule: OffsetRule
  private let mark: Int
  private let length: Int
  /// Where each CR LF begins, in the program's units.
  private let breaks: [Int]

  init(_ foreign: ForeignText, _ rule: OffsetRule) {
    text = foreign.text
    self.rule = rule
    mark = rule.countsMark && foreign.hasMark ? 1 : 0
    var breaks: [Int] = []
    if rule.lineEnd == 2 {
      breaks.reserveCapacity(foreign.pairs.count)
      for (place, scalar) in foreign.pairs.enumerated() {
        let unit = rule.unit == .utf16 ? foreign.text.utf16Offset(ofScalar: scalar) : scalar
        breaks.append(unit + place)
      }
    }
    self.breaks = breaks
    length = (rule.unit == .utf16 ? foreign.text.index.utf16Count : foreign.text.length) + breaks.count
  }

  /// The scalar offset of a place; nil outside of the text, inside a surrogate pair and between CR and LF.
  func scalar(_ place: Int) -> Int? {
    // A selection that begins with the mark begins with the text.
    let place = max(place - mark, place >= 0 ? 0 : -1)
    guard place >= 0, place <= length else { return nil }
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < place { low = middle + 1 } else { high = middle }
    }
    if low > 0, breaks[low - 1] + 1 == place { return nil }
    let unit = place - low
    return rule.unit == .utf16 ? text.scalarOffset(ofUTF16: unit) : unit
  }

  /// The range of a selection.
  func range(_ selection: ForeignSelection) -> OffsetOutcome {
    let end = rule.includesEnd ? selection.end + 1 : selection.end
    guard selection.start <= end else { return .reversed }
    guard selection.start < end else { return .empty }
    guard let low = scalar(selection.start), let high = scalar(end) else { return .outside }
    return low < high ? .range(low..<high) : .empty
  }
}

/// What a pair of places in a text turned out to be.
enum OffsetOutcome: Hashable, Sendable {
  case range(Range<Int>)
  /// It marks nothing.
  case empty
  case reversed
  /// It reaches beyond the text, or cuts a character.
  case outside

  var range: Range<Int>? {
    if case .range(let range) = self { range } else { nil }
  }
}
