/// Text as a cell of XLSX can hold it.
enum CellText {
  /// Characters that XML forbids become U+FFFD, and `_x0041_`, which spreadsheets read as an escaped character, is escaped
  /// (ECMA-376 part 1, 22.9.2.19).
  static func safe(_ text: String) -> String {
    guard needsCare(text) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0a: result.append(scalar)
      case 0x00...0x1f, 0x7f, 0xfffe, 0xffff: result.append("\u{FFFD}")
      case 0x5f where looksEscaped(scalars[place...]): result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text in pieces that fit into a cell each, cut between characters.
  static func pieces(_ text: String) -> [String] {
    guard text.utf8.count > SheetLimits.characters, text.utf16.count > SheetLimits.characters else {
      return [text]
    }
    var (pieces, piece, used) = ([String](), String.UnicodeScalarView(), 0)
    for scalar in text.unicodeScalars {
      let size = scalar.value > 0xffff ? 2 : 1
      if used + size > SheetLimits.characters {
        pieces.append(String(piece))
        (piece, used) = (String.UnicodeScalarView(), 0)
      }
      piece.append(scalar)
      used += size
    }
    return pieces + [String(piece)]
  }

  /// The beginning of a text that is too long, and where it goes on.
  static func beginning(_ text: String, goesOnIn place: String) -> String {
    let tail = " […] \(place)"
    var (head, used) = (String.UnicodeScalarView(), tail.utf16.count)
    for scalar in text.unicodeScalars {
      used += scalar.value > 0xffff ? 2 : 1
      if used > SheetLimits.characters { break }
      head.append(scalar)
    }
    return String(head) + tail
  }

  private static func needsCare(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var (previous, before) = (UInt8(0), UInt8(0))
      for byte in bytes {
        if byte < 0x20 && byte != 0x09 && byte != 0x0a || byte == 0x7f { return true }
        if previous == UInt8(ascii: "_") && byte == UInt8(ascii: "x") { return true }
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if before == 0xef && previous == 0xbf && byte >= 0xbe { return true }
        (before, previous) = (previous, byte)
      }
      return false
    }
  }

  private static func looksEscaped(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let form = rest.prefix(7)
    guard form.count == 7, form[form.startIndex + 1] == "x", form.last == "_" else { return false }
    return form.dropFirst(2).dropLast().allSatisfy(\.properties.isHexDigit)
  }
}
