/// The styles of a text document. Names are those that Word translates and other programs know headings, captions and quotations by.
enum WordStyles {
  private struct Paragraph {
    var id: String
    var name: String
    /// In the order of ECMA-376 part 1, 17.3.1.
    var paragraph: String
    /// In the order of 17.3.2.
    var run = ""
    var base = "Normal"
    var next: String?
  }

  private static let paragraphs = [
    Paragraph(
      id: "Title", name: "Title", paragraph: spacing(before: 0, after: 240) + outline(nil),
      run: size(40, bold: true), next: "BodyText"),
    Paragraph(
      id: "Heading1", name: "heading 1",
      paragraph: "<w:keepNext/>" + spacing(before: 360, after: 120) + outline(0),
      run: size(32, bold: true), next: "BodyText"),
    Paragraph(
      id: "Heading2", name: "heading 2",
      paragraph: "<w:keepNext/>" + spacing(before: 240, after: 80) + outline(1),
      run: size(26, bold: true), next: "BodyText"),
    Paragraph(id: "BodyText", name: "Body Text", paragraph: spacing(before: 0, after: 120)),
    Paragraph(
      id: "Caption", name: "caption", paragraph: "<w:keepNext/>" + spacing(before: 120, after: 80),
      run: size(20, bold: true)),
    Paragraph(
      id: "Quote", name: "Quote",
      paragraph: "<w:keepNext/>" + spacing(before: 120, after: 0)
        + "<w:ind w:left=\"567\" w:right=\"567\"/>", run: "<w:i/>", next: "Attribution"),
    Paragraph(
      id: "Attribution", name: "Attribution",
      paragraph: spacing(before: 20, after: 160)
        + "<w:ind w:left=\"567\" w:right=\"567\"/><w:jc w:val=\"right\"/>",
      run: size(18)),
    Paragraph(
      id: "Context", name: "Context",
      paragraph: spacing(before: 60, after: 0) + "<w:ind w:left=\"567\" w:right=\"567\"/>",
      run: "<w:color w:val=\"595959\"/>" + size(20)),
    Paragraph(id: "TableText", name: "Table Text", paragraph: spacing(before: 20, after: 20), run: size(18)),
    Paragraph(id: "TableNote", name: "Table Note", paragraph: spacing(before: 40, after: 0), run: size(18)),
    Paragraph(id: "Footer", name: "footer", paragraph: "<w:jc w:val=\"center\"/>", run: size(18)),
  ]

  private static func spacing(before: Int, after: Int) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
  }

  private static func outline(_ level: Int?) -> String {
    level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
  }

  /// In half points.
  private static func size(_ size: Int, bold: Bool = false) -> String {
    (bold ? "<w:b/>" : "") + "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
  }

  /// The part `word/styles.xml`, without its first line.
  static func markup(namespace: String) -> String {
    let fonts = "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>"
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr>\(fonts)\(size(22))<w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault><w:pPr><w:spacing w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    let normal =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    return
      "<w:styles xmlns:w=\"\(namespace)\">\(defaults)\(normal)\(paragraphs.map(markup).joined())\(link)\(table)</w:styles>\n"
  }

  private static func markup(_ style: Paragraph) -> String {
    let next = style.next.map { "<w:next w:val=\"\($0)\"/>" } ?? ""
    let run = style.run.isEmpty ? "" : "<w:rPr>\(style.run)</w:rPr>"
    return
      "<w:style w:type=\"paragraph\" w:styleId=\"\(style.id)\"><w:name w:val=\"\(style.name)\"/>"
      + "<w:basedOn w:val=\"\(style.base)\"/>\(next)<w:qFormat/><w:pPr>\(style.paragraph)</w:pPr>\(run)</w:style>"
  }

  private static let link =
    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
    + "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>"

  private static let table: String = {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let borders = sides.map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>" }
      .joined()
    return
      "<w:style w:type=\"table\" w:styleId=\"RealistTable\"><w:name w:val=\"Realist Table\"/><w:tblPr>"
      + "<w:tblBorders>\(borders)</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/>"
      + "<w:left w:w=\"90\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
  }()
}
