/// One value of CSV or TSV.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and is no number)
/// gets an apostrophe in front (OWASP, "CSV Injection").
struct SeparatedField: Sendable {
  let style: SeparatedTableWriter.Style
  var guardsFormulas = true

  var separator: UInt8 { UInt8(ascii: style == .csv ? "," : "\t") }

  func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      let guarded = guardsFormulas && bytes.isFormula
      switch style {
      case .csv: Self.appendQuoted(bytes, guarded: guarded, to: &output)
      case .tsv: Self.appendEscaped(bytes, guarded: guarded, to: &output)
      }
    }
  }

  private static func appendQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, guarded: Bool, to output: inout [UInt8]
  ) {
    let quote = UInt8(ascii: "\"")
    let comma = UInt8(ascii: ",")
    let needsQuotes = bytes.contains { byte in
      // All four are below the letters, so that most bytes are looked at once.
      byte <= comma
        && (byte == comma || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
    }
    guard needsQuotes else {
      if guarded { output.append(ascii: "'") }
      return output.append(contentsOf: bytes)
    }
    output.append(quote)
    if guarded { output.append(ascii: "'") }
    var rest = bytes[...]
    while let place = rest.firstIndex(of: quote) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: rest[...place]))
      output.append(quote)
      rest = rest[(place + 1)...]
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: rest))
    output.append(quote)
  }

  private static func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, guarded: Bool, to output: inout [UInt8]
  ) {
    if guarded { output.append(ascii: "'") }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\t"): output.append("\\t")
      case UInt8(ascii: "\n"): output.append("\\n")
      case UInt8(ascii: "\r"): output.append("\\r")
      case UInt8(ascii: "\\"): output.append("\\\\")
      default: output.append(byte)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a spreadsheet would evaluate the text.
  fileprivate var isFormula: Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber
    default: false
    }
  }

  /// A sign, digits, and at most one point: a value that is safe although it begins with a sign.
  private var isNumber: Bool {
    var (digits, points) = (0, 0)
    for byte in dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
