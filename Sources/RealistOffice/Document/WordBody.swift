import RealistFormats

/// The paragraphs of a text document in WordprocessingML (ECMA-376 part 1, 17), as bytes.
struct WordBody {
  /// The styles of paragraphs that ``WordStyles`` defines.
  enum Style: String {
    case title = "Title"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case caption = "Caption"
    case quotation = "Quote"
    case attribution = "Attribution"
    case context = "Context"
    case cell = "TableText"
    case note = "TableNote"
    case body = "BodyText"
  }

  /// A stretch of text of one look.
  struct Run {
    var text: String
    var isBold = false
    var isItalic = false
    var isRaised = false
  }

  private(set) var bytes: [UInt8] = []
  private var bookmarks: [String: Int] = [:]

  mutating func append(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func paragraph(_ text: String, _ style: Style, keepsNext: Bool = false) {
    paragraph([Run(text: text)], style, keepsNext: keepsNext)
  }

  /// - Parameters:
  ///   - keepsNext: stays on one page with what follows.
  ///   - places: names that links lead to.
  ///   - target: the name that all of it leads to.
  mutating func paragraph(
    _ runs: [Run], _ style: Style, keepsNext: Bool = false, alignment: String? = nil, places: [String] = [],
    target: String? = nil
  ) {
    append("<w:p><w:pPr><w:pStyle w:val=\"\(style.rawValue)\"/>")
    if keepsNext { append("<w:keepNext/>") }
    if let alignment { append("<w:jc w:val=\"\(alignment)\"/>") }
    append("</w:pPr>")
    for place in places { mark(place) }
    if let target { append("<w:hyperlink w:anchor=\"\(Self.anchor(target))\" w:history=\"1\">") }
    for run in runs where !run.text.isEmpty { append(run, isLink: target != nil) }
    if target != nil { append("</w:hyperlink>") }
    append("</w:p>")
  }

  /// `Table 1. Title`, the number a field that word processors count anew.
  mutating func caption(_ number: Int, _ text: String) {
    append("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/><w:keepNext/></w:pPr>")
    append("<w:r><w:t xml:space=\"preserve\">Table </w:t></w:r>")
    append("<w:fldSimple w:instr=\" SEQ Table \\* ARABIC \"><w:r><w:t>\(number)</w:t></w:r></w:fldSimple>")
    if !text.isEmpty { append(Run(text: ". \(text)"), isLink: false) }
    append("</w:p>")
  }

  /// Ends a part of the document with its own page: in its last paragraph, or at the end of the body.
  mutating func section(isLandscape: Bool, isLast: Bool) {
    let size =
      isLandscape ? "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" : "w:w=\"11906\" w:h=\"16838\""
    let properties =
      "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz \(size)/>"
      + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" "
      + "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
    append(isLast ? properties : "<w:p><w:pPr>\(properties)</w:pPr></w:p>")
  }

  private mutating func append(_ run: Run, isLink: Bool) {
    append("<w:r>")
    if run.isBold || run.isItalic || run.isRaised || isLink {
      append("<w:rPr>")
      if isLink { append("<w:rStyle w:val=\"Hyperlink\"/>") }
      if run.isBold { append("<w:b/>") }
      if run.isItalic { append("<w:i/>") }
      if run.isRaised { append("<w:vertAlign w:val=\"superscript\"/>") }
      append("</w:rPr>")
    }
    for (number, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if number > 0 { append("<w:br/>") }
      for (place, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { append("<w:tab/>") }
        append("<w:t xml:space=\"preserve\">")
        bytes.append(xml: String(piece))
        append("</w:t>")
      }
    }
    append("</w:r>")
  }

  private mutating func mark(_ place: String) {
    let name = Self.anchor(place)
    guard bookmarks[name] == nil else { return }
    bookmarks[name] = bookmarks.count
    append("<w:bookmarkStart w:id=\"\(bookmarks.count - 1)\" w:name=\"\(name)\"/>")
    append("<w:bookmarkEnd w:id=\"\(bookmarks.count - 1)\"/>")
  }

  /// Letters, digits and underscores, a letter first, at most 40.
  private static func anchor(_ name: String) -> String {
    let letters = name.unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
      return isPlain ? Character(scalar) : "_"
    }
    return String(("p_" + String(letters)).prefix(40))
  }
}
