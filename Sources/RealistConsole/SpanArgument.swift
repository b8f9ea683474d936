import CommandKit

/// Offsets of a passage as they are printed and typed: `1204..1260`.
package struct SpanArgument: ArgumentValue, Hashable {
  package var range: Range<Int>

  package static let expectation = "a span such as 1204..1260"

  package init?(argument: String) {
    let separators: [Character] = ["–", "-"]
    let halves =
      argument.contains("..")
      ? argument.split(separator: "..", omittingEmptySubsequences: false)
      : argument.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard halves.count == 2, let start = Int(halves[0]), let end = Int(halves[1]), start >= 0, start < end
    else { return nil }
    range = start..<end
  }

  package var argument: String { "\(range.lowerBound)..\(range.upperBound)" }
}
