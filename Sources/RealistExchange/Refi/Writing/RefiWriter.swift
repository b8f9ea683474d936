import RealistFolder
import RealistFormats
import RealistModel

/// A study written for other programs, and what the format cannot hold of it.
public struct ExportedProject: Sendable {
  public let bytes: [UInt8]
  public let report: LossReport
}

/// Writes REFI-QDA (1.5, schema of 18 March 2019): a project archive or a codebook.
public enum RefiWriter {
  /// A `.qdpx`: `project.qde` and the texts below `sources/`. Equal contents give equal bytes; linear in the size of the study.
  ///
  /// - Parameter version: of this program, as the file names its writer.
  public static func project(
    _ contents: StudyContents, version: String, profile: ExportProfile = .standard
  ) throws(ExchangeError) -> ExportedProject {
    var writer = try RefiProjectWriter(contents, version: version, profile: profile)
    writer.write()
    let archive = ZipWriter()
    archive.add("project.qde", writer.xml.take())
    for (name, bytes) in writer.takeFiles() { archive.add("sources/\(name)", bytes) }
    let report = writer.report
    do throws(ZipWriter.Problem) {
      return ExportedProject(bytes: try archive.finish(), report: report)
    } catch {
      throw .unwritable(reason: "the archive could not be put together")
    }
  }

  /// A `.qdc`: the codes with their definitions and colours.
  public static func codebook(_ study: Study, version: String) throws(ExchangeError) -> ExportedProject {
    guard !study.codes.isEmpty else {
      throw .unwritable(reason: "the study has no codes, and a codebook needs one")
    }
    let tree = try tree(of: study)
    var (xml, report) = (XMLWriter(), LossReport())
    xml.start("CodeBook")
    xml.attribute("xmlns", "urn:QDA-XML:codebook:1.0")
    xml.attribute("origin", "Realist \(version)")
    xml.start("Codes")
    RefiCodes(tree: tree, names: [:]).write(to: &xml, &report) { _ in [] }
    xml.end("Codes")
    xml.end("CodeBook")
    report.add(
      "Key of a code", .leftOut, "the standard has none", count: study.codes.count { !$0.hotkey.isEmpty })
    return ExportedProject(bytes: xml.bytes, report: report)
  }

  static func tree(of study: Study) throws(ExchangeError) -> CodeTree {
    do { return try CodeTree(study.codes) } catch {
      throw .unwritable(reason: "the study's codes are no tree")
    }
  }
}

/// Writes codes, each in its parent.
struct RefiCodes {
  let tree: CodeTree
  /// Other names than the codes' own.
  let names: [ID<Code>: String]

  func write(to xml: inout XMLWriter, _ report: inout LossReport, notes: (ID<Code>) -> [GUID]) {
    var open: [Int] = []
    for (place, node) in tree.order.enumerated() {
      while let last = open.last, !tree.order[last].subtree.contains(place) {
        xml.end("Code")
        open.removeLast()
      }
      xml.start("Code")
      xml.attribute("guid", GUID(node.code.id))
      xml.attribute("name", names[node.code.id] ?? node.code.name)
      xml.attribute("isCodable", "true")
      if let colour = node.code.colour { xml.attribute("color", colour.description) }
      let description = CodeText.description(node.code)
      if !description.isEmpty { xml.element("Description", description) }
      for note in notes(node.code.id) { xml.reference("NoteRef", note) }
      report.add("Code", .kept)
      open.append(place)
    }
    for _ in open { xml.end("Code") }
  }
}
