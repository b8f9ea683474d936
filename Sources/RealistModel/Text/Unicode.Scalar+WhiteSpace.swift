extension Unicode.Scalar {
  /// Whether the scalar has the property White_Space (Unicode, PropList.txt). The same answer as `properties.isWhitespace`, which looks it up
  /// in a table and takes hundreds of times as long.
  package var isWhiteSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0d: true
    case ..<0x85: false
    case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }
}
