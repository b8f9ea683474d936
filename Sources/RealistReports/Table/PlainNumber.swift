extension String {
  /// Whether it is an optional minus, digits without a leading zero, an optional fraction (RFC 8259, section 6, without exponents).
  package var isPlainNumber: Bool {
    let unsigned = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return false }
    let digits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    return digits && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
  }
}
