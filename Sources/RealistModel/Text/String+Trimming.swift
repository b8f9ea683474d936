extension StringProtocol {
  /// Without white space and line breaks at both ends.
  public var trimmed: String {
    // Most text begins and ends with a visible ASCII character.
    if let first = unicodeScalars.first?.value, let last = unicodeScalars.last?.value,
      (0x21...0x7e).contains(first), (0x21...0x7e).contains(last)
    {
      return String(self)
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }
}
