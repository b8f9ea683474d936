import RealistFormats
import RealistModel

/// `ddi-codebook.xml`: the study as catalogues of data archives describe it (DDI-Codebook 2.5, ddialliance.org): citation, abstract, when and how
/// the data were collected, from whom, and who may use them. Elements stand in the order of the schema.
struct DDICodebook {
  private let package: ArchivePackage

  init(_ package: ArchivePackage) { self.package = package }

  var bytes: [UInt8] {
    var xml = Markup()
    xml.open(
      "codeBook",
      "version=\"2.5\" xmlns=\"ddi:codebook:2_5\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd\""
    )
    xml.open("stdyDscr")
    writeCitation(&xml)
    writeInformation(&xml)
    writeMethod(&xml)
    writeAccess(&xml)
    xml.close("stdyDscr")
    for path in ArchiveFiles.names(package) where path != "ddi-codebook.xml" {
      guard let file = FileGuide(package.study).file(path) else { continue }
      xml.open("otherMat", "URI=\"\(path.xmlAttribute)\" level=\"study\"")
      xml.element("labl", path)
      xml.element("txt", file.description)
      xml.close("otherMat")
    }
    xml.close("codeBook")
    return xml.bytes
  }

  private func writeCitation(_ xml: inout Markup) {
    xml.open("citation")
    xml.open("titlStmt")
    xml.element("titl", package.study.title)
    xml.element("IDNo", package.study.id.description)
    xml.close("titlStmt")
    if !package.details.creators.isEmpty {
      xml.open("rspStmt")
      for name in package.details.creators { xml.element("AuthEnty", name) }
      xml.close("rspStmt")
    }
    xml.open("prodStmt")
    xml.element("prodDate", package.date.description, "date=\"\(package.date)\"")
    xml.element("software", "Realist")
    xml.close("prodStmt")
    xml.close("citation")
  }

  private func writeInformation(_ xml: inout Markup) {
    let study = package.study
    xml.open("stdyInfo")
    xml.open("subject")
    for keyword in ["realist evaluation", "qualitative data"] { xml.element("keyword", keyword) }
    xml.close("subject")
    let abstract = [study.question, study.summary].map(\.trimmed).filter { !$0.isEmpty }.joined(
      separator: "\n\n")
    if !abstract.isEmpty { xml.element("abstract", abstract) }
    xml.open("sumDscr")
    let dates = study.sources.compactMap(\.date).sorted()
    if let first = dates.first, let last = dates.last {
      xml.element("collDate", first.description, "date=\"\(first)\" event=\"start\"")
      xml.element("collDate", last.description, "date=\"\(last)\" event=\"end\"")
    }
    if !study.participants.isEmpty { xml.element("anlyUnit", "individuals") }
    for kind in study.sources.map(\.kind.rawValue).distinct { xml.element("dataKind", kind) }
    xml.close("sumDscr")
    xml.close("stdyInfo")
  }

  private func writeMethod(_ xml: inout Markup) {
    let study = package.study
    xml.open("method")
    xml.open("dataColl")
    for mode in study.sources.map(\.mode).filter({ !$0.isEmpty }).distinct { xml.element("collMode", mode) }
    if !study.guide.isEmpty { xml.element("resInstru", "interview guide: data/guide.md") }
    xml.close("dataColl")
    let people = study.participants.isEmpty ? "" : " with \(counted(study.participants.count, "participant"))"
    xml.element(
      "notes",
      "\(counted(study.sources.count, "source"))\(people); \(counted(study.codes.count, "code")), "
        + "\(counted(study.codings.count, "coding")), \(counted(study.configurations.count, "configuration"))"
    )
    xml.close("method")
  }

  private func writeAccess(_ xml: inout Markup) {
    let (study, details) = (package.study, package.details)
    xml.open("dataAccs")
    xml.open("setAvail")
    let octets = package.payload.values.reduce(0) { $0 + $1.count }
    xml.element("collSize", "\(package.payload.count) files, \(octets) bytes")
    xml.close("setAvail")
    xml.open("useStmt")
    if !study.ethics.trimmed.isEmpty { xml.element("confDec", study.ethics.trimmed) }
    if !details.access.isEmpty { xml.element("restrctn", details.access) }
    if !details.licence.isEmpty { xml.element("conditions", details.licence) }
    xml.close("useStmt")
    xml.close("dataAccs")
  }
}

/// Elements, indented.
private struct Markup {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  mutating func open(_ name: String, _ attributes: String = "") {
    line("<\(name)\(attributes.isEmpty ? "" : " \(attributes)")>")
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  mutating func element(_ name: String, _ text: String, _ attributes: String = "") {
    line("<\(name)\(attributes.isEmpty ? "" : " \(attributes)")>\(text.xml)</\(name)>")
  }

  private mutating func line(_ text: String) {
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\n"))
  }
}
