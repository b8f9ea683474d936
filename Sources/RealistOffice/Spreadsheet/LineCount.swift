/// How many lines a text takes in a cell, for the height of its row.
enum LineCount {
  /// Broken at spaces and at line breaks, a word that is wider than the cell anywhere; scalars beyond the Latin letters count one and a half.
  /// One pass over the bytes.
  static func of(_ text: String, width: Int) -> Int {
    let width = 2 * max(1, width)
    var text = text
    return text.withUTF8 { bytes in
      if bytes.count * 2 <= width, !bytes.contains(0x0a) { return 1 }
      var (lines, used, word) = (1, 0, 0)
      func end(of word: Int) {
        if word > width {
          lines += (used > 0 ? 1 : 0) + (word - 1) / width
          used = word % width
        } else if used + word > width {
          lines += 1
          used = word
        } else {
          used += word
        }
      }
      for byte in bytes {
        switch byte {
        case 0x20:
          end(of: word)
          (used, word) = (used + 2, 0)
        case 0x0a:
          end(of: word)
          (lines, used, word) = (lines + 1, 0, 0)
        case 0x80..<0xc0: continue
        default: word += byte < 0xe0 ? 2 : 3
        }
      }
      end(of: word)
      return lines
    }
  }
}
