extension Double {
  /// With so many digits after the point; halves away from zero, never `-0`.
  package func decimals(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    let scaled = (abs(self) * scale).rounded()
    guard scaled.isFinite, scaled < 9e15 else { return "\(self)" }
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(Int(scaled))" }
    let fraction = "\(Int(scaled) % Int(scale))"
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(Int(scaled) / Int(scale)).\(zeros)\(fraction)"
  }

  /// As a percentage: `18.9 %`.
  func percent(_ digits: Int = 1) -> String { (self * 100).decimals(digits) + " %" }
}

extension Int {
  /// With thin groups of three digits: `1,234,567`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }
}
