extension JSONValue {
  /// The bytes: members sorted by the UTF-8 of their keys, two spaces of indent, LF at the end. Equal values give equal bytes.
  ///
  /// A number that is not finite is written as `null`, as JavaScript does; JSON has no form for it.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, depth: 0)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private func write(to output: inout [UInt8], depth: Int) {
    switch self {
    case .null: output += "null".utf8
    case .boolean(let value): output += (value ? "true" : "false").utf8
    case .integer(let number): output += "\(number)".utf8
    case .number(let number):
      output += (number.isFinite ? Int(exactly: number).map { "\($0)" } ?? "\(number)" : "null").utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let elements):
      Self.write(elements, brackets: "[]", to: &output, depth: depth) { element, output in
        element.write(to: &output, depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.write(sorted, brackets: "{}", to: &output, depth: depth) { member, output in
        Self.write(member.key, to: &output)
        output += ": ".utf8
        member.value.write(to: &output, depth: depth + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], brackets: String, to output: inout [UInt8], depth: Int,
    item write: (Item, inout [UInt8]) -> Void
  ) {
    let marks = Array(brackets.utf8)
    output.append(marks[0])
    for (position, item) in items.enumerated() {
      output += (position == 0 ? "\n" : ",\n").utf8
      output += repeatElement(UInt8(ascii: " "), count: 2 * depth + 2)
      write(item, &output)
    }
    if !items.isEmpty {
      output.append(UInt8(ascii: "\n"))
      output += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
    output.append(marks[1])
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case 0x0a: output += "\\n".utf8
      case 0x0d: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case 0..<0x20: output += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
