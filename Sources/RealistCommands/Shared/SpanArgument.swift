import CommandKit

/// Offsets of a passage as they are printed and typed: `1204..1260`.
struct SpanArgument: ArgumentValue, Hashable {
  var range: Range<Int>

  static let expectation = "a span such as 1204..1260"

  init?(argument: String) {
    let separators: [Character] = ["–", "-"]
    let halves =
      argument.contains("..")
      ? argument.split(separator: "..", omittingEmptySubsequences: false)
      : argument.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard halves.count == 2, let start = Int(halves[0]), let end = Int(halves[1]), start >= 0, start < end
    else { return nil }
    range = start..<end
  }

  var argument: String { "\(range.lowerBound)..\(range.upperBound)" }
}
