import RealistModel

/// Numbers as `xsd:decimal` has them: without an exponent.
enum XMLDecimal {
  static func text(_ number: Double) -> String {
    let text = AttributeValue.number(number).description
    guard let e = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(text[text.index(after: e)...])
    else { return text }
    let isNegative = text.hasPrefix("-")
    let digits = text[..<e].drop { $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    let all = String(parts[0]) + fraction
    let point = parts[0].count + exponent
    let plain: String
    if point <= 0 {
      plain = "0." + String(repeating: "0", count: -point) + all
    } else if point >= all.count {
      plain = all + String(repeating: "0", count: point - all.count)
    } else {
      plain = all.prefix(point) + "." + all.dropFirst(point)
    }
    return (isNegative ? "-" : "") + plain
  }
}
