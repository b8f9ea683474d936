/// Breaks text into lines of about a width, at spaces but not at no-break spaces; a word that is longer than a line is cut.
///
/// Width is counted in columns: East Asian wide characters take two. Line breaks in the text stay.
func wrapped(_ text: String, width: Int) -> [String] {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
    wrappedLine(line.split(whereSeparator: isBreakable).flatMap { pieces($0, width: width) }, width: width)
  }
}

private func isBreakable(_ character: Character) -> Bool {
  character.isWhitespace && character != "\u{a0}" && character != "\u{202f}"
}

private func wrappedLine(_ words: [Substring], width: Int) -> [String] {
  var (lines, current, used) = ([String](), "", 0)
  for word in words {
    let size = columns(word)
    if used > 0, used + 1 + size > width {
      lines.append(current)
      (current, used) = ("", 0)
    }
    current += used == 0 ? word : " \(word)"
    used += used == 0 ? size : size + 1
  }
  return lines + [current]
}

private func pieces(_ word: Substring, width: Int) -> [Substring] {
  guard columns(word) > width else { return [word] }
  var (parts, start, used) = ([Substring](), word.startIndex, 0)
  for index in word.indices {
    let size = columns(word[index...index])
    if used + size > width, index > start {
      parts.append(word[start..<index])
      (start, used) = (index, 0)
    }
    used += size
  }
  return parts + [word[start...]]
}

private func columns(_ text: Substring) -> Int {
  text.reduce(0) { $0 + ($1.unicodeScalars.first.map(isWide) == true ? 2 : 1) }
}

/// Hangul, CJK, fullwidth forms and emoji (Unicode Standard Annex 11, the blocks that are wide throughout).
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
    0x1f300...0x1faff, 0x20000...0x3fffd:
    true
  default: false
  }
}
