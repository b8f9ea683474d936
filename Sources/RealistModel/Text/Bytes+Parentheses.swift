extension [UInt8] {
  /// The parenthesis that closes the one at an offset; a backslash takes the meaning of the next character away.
  ///
  /// - Parameter end: where the search ends; the end of the bytes without one.
  package func closingParenthesis(of open: Int, before end: Int? = nil) -> Int? {
    var (depth, at) = (0, open)
    while at < end ?? count {
      switch self[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return at }
      default: break
      }
      at += 1
    }
    return nil
  }
}
