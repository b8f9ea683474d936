import RealistModel

extension MatrixColumns {
  /// The limits of bands as they are typed, `5,10`; `nil` unless they are numbers, each greater than the one before.
  public static func limits(_ text: String) -> [Double]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double(String($0).trimmed) }.filter(\.isFinite)
    guard numbers.count == parts.count, zip(numbers, numbers.dropFirst()).allSatisfy(<) else { return nil }
    return numbers
  }
}
