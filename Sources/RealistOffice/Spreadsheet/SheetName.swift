/// Names of sheets as every spreadsheet program takes them.
struct SheetNames {
  private var taken: Set<String> = []

  /// A name that fits and is not taken: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at either end, not `History`; a number in
  /// parentheses tells equal ones apart.
  mutating func name(for wanted: String) -> String {
    let plain = Self.allowed(wanted)
    var (candidate, number) = (Self.cut(plain, to: SheetLimits.name), 1)
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      let tail = " (\(number))"
      candidate = Self.cut(plain, to: SheetLimits.name - tail.utf16.count) + tail
    }
    return candidate
  }

  private static func allowed(_ wanted: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      switch scalar {
      case "[": scalars.append("(")
      case "]": scalars.append(")")
      case ":", "*", "?", "/", "\\": scalars.append("-")
      case _ where scalar.properties.generalCategory == .control || scalar.value & 0xfffe == 0xfffe:
        scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    var name = String(scalars)[...]
    while let first = name.first, first == "'" || first.isWhitespace { name = name.dropFirst() }
    while let last = name.last, last == "'" || last.isWhitespace { name = name.dropLast() }
    return name.isEmpty || name.lowercased() == "history" ? "Table" : String(name)
  }

  /// Whole characters that fit; the end must not be an apostrophe.
  private static func cut(_ name: String, to length: Int) -> String {
    var (result, used) = ("", 0)
    for character in name {
      used += character.utf16.count
      if used > length { break }
      result.append(character)
    }
    while result.last == "'" || result.last == " " { result.removeLast() }
    return result.isEmpty ? "Table" : result
  }
}
