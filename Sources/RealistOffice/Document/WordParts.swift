import RealistFormats

/// What a text document consists of besides its words. Times are left out: equal tables are to give equal bytes.
enum WordParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// The archive of a document.
  static func archive(_ body: WordBody, title: String, file: String) throws(OfficeError) -> [UInt8] {
    let archive = ZipWriter()
    archive.add("[Content_Types].xml", Array(contentTypes.utf8))
    archive.add("_rels/.rels", Array(relationships.utf8))
    archive.add("docProps/core.xml", Array(core(title).utf8))
    archive.add("word/_rels/document.xml.rels", Array(documentRelationships.utf8))
    archive.add("word/document.xml", document(body))
    archive.add("word/styles.xml", Array((head + WordStyles.markup(namespace: main)).utf8))
    archive.add("word/settings.xml", Array(settings.utf8))
    archive.add("word/footer1.xml", Array(footer.utf8))
    do throws(ZipWriter.Problem) {
      return try archive.finish()
    } catch {
      throw .archive(file: file)
    }
  }

  private static func document(_ body: WordBody) -> [UInt8] {
    Array((head + "<w:document xmlns:w=\"\(main)\" xmlns:r=\"\(office)\"><w:body>").utf8) + body.bytes
      + Array("</w:body></w:document>\n".utf8)
  }

  private static var contentTypes: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let parts = [
      ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("footer1", "footer"),
    ]
    return head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"/word/\($0).xml\" ContentType=\"\(word).\($1)+xml\"/>" }.joined()
      + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n"
  }

  private static var relationships: String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + "<Relationship Id=\"document\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
      + "<Relationship Id=\"core\" Type=\"\(package)/relationships/metadata/core-properties\" "
      + "Target=\"docProps/core.xml\"/></Relationships>\n"
  }

  private static var documentRelationships: String {
    let parts = [("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml")]
    return head + "<Relationships xmlns=\"\(package)/relationships\">"
      + parts.map { "<Relationship Id=\"\($0)\" Type=\"\(office)/\($0)\" Target=\"\($1)\"/>" }.joined()
      + "</Relationships>\n"
  }

  private static func core(_ title: String) -> String {
    head + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title.xml)</dc:title></cp:coreProperties>\n"
  }

  private static var settings: String {
    head + "<w:settings xmlns:w=\"\(main)\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
      + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>\n"
  }

  private static var footer: String {
    func field(_ name: String) -> String {
      "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }
    return head
      + "<w:ftr xmlns:w=\"\(main)\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(field("PAGE"))"
      + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>\n"
  }
}
