import RealistFormats

/// The control words that matter for the words of a text.
enum RichTextWords {
  /// Characters that have names.
  static let characters: [String: Unicode.Scalar] = [
    "tab": "\t", "emdash": "—", "endash": "–", "emspace": "\u{2003}", "enspace": "\u{2002}",
    "qmspace": "\u{2005}", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "ltrmark": "\u{200e}", "rtlmark": "\u{200f}", "zwj": "\u{200d}", "zwnj": "\u{200c}",
  ]

  /// Groups whose content is not part of the text.
  static let destinations: [String: RichTextGroup.Destination] = {
    let nowhere = [
      "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
      "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "fldinst", "listtext", "pntext",
      "xe", "tc", "rxe", "bkmkstart", "bkmkend", "listtable", "listoverridetable", "revtbl", "rsidtbl",
      "generator", "filetbl", "themedata", "datastore", "latentstyles", "sp", "shprslt", "nonshppict",
      "template",
      "private", "pn", "pgptbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc",
    ]
    var all: [String: RichTextGroup.Destination] = ["fonttbl": .fonts, "stylesheet": .styles]
    for word in nowhere { all[word] = .nowhere }
    return all
  }()

  /// Optional groups (`\*`) that are read none the less.
  static let read: Set<String> = ["shpinst", "shptxt", "cs", "ts", "ds", "nesttableprops"]
}

/// Which characters the bytes above 0x7F stand for: the file's charset, and those of its fonts.
struct RichTextCharset {
  /// The code page of each font that has one of its own.
  private var fonts: [Int: Int] = [:]
  private var page = 1252
  private var unknown = 0
  private var pages: Set<Int> = []

  var notes: [String] {
    guard unknown > 0 else { return [] }
    let named =
      pages.isEmpty ? "" : " of code page \(pages.sorted().map(String.init).joined(separator: ", "))"
    return [
      "\(unknown) \(unknown == 1 ? "character" : "characters")\(named) cannot be read and \(unknown == 1 ? "stands" : "stand") as \u{fffd}; save the file as DOCX"
    ]
  }

  mutating func take(_ word: String, _ number: Int?) {
    switch word {
    case "mac": page = 10_000
    case "pc": page = 437
    case "pca": page = 850
    default: page = number ?? 1252
    }
  }

  /// `\fcharset` or `\cpg` in the definition of a font.
  mutating func take(_ word: String, _ number: Int, ofFont font: Int) {
    if let page = word == "cpg" ? number : Self.page(ofCharset: number) { fonts[font] = page }
  }

  mutating func countUnknown() { unknown += 1 }

  mutating func scalar(_ byte: UInt8, font: Int) -> Unicode.Scalar {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let page = fonts[font] ?? self.page
    if let scalar = SingleByteCharset.scalar(byte, codePage: page) { return scalar }
    unknown += 1
    pages.insert(page)
    return "\u{fffd}"
  }

  /// The code page of a `\fcharset`; `nil` for the file's own.
  private static func page(ofCharset charset: Int) -> Int? {
    switch charset {
    case 0: 1252
    case 77: 10_000
    case 85: 10_006
    case 86: 10_081
    case 88: 10_029
    case 89: 10_007
    case 128: 932
    case 129: 949
    case 134: 936
    case 136: 950
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177: 1255
    case 178: 1256
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    case 254: 437
    case 2: 42
    default: nil
    }
  }
}
