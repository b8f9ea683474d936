import Foundation
import RealistFolder
import RealistFormats
import RealistModel
import RealistSamples
import TestSupport
import Testing

@testable import RealistExchange

@Suite("Written projects and the standard's schema") struct SchemaTests {
  @Test(
    "every written project validates", .needsFixtures, .enabled(if: hasXMLLint, "xmllint is not installed"),
    arguments: 0..<12)
  func project(seed: UInt64) throws {
    let contents =
      seed == 0 ? try StudyFolder.read(try projectFiles("support-workforce")) : Sample.random(seed: seed)
    for profile in ExportProfile.allCases {
      let archive = try ZipArchive(
        RefiWriter.project(contents, version: "1.0", profile: profile).bytes, file: "p")
      #expect(try problems(archive.bytes(of: "project.qde"), schema: "Project.xsd") == "")
    }
  }

  @Test(
    "every written codebook validates", .needsFixtures, .enabled(if: hasXMLLint, "xmllint is not installed"),
    arguments: 0..<6)
  func codebook(seed: UInt64) throws {
    let study = seed == 0 ? Sample(size: .small, seed: 1).frame : Sample.random(seed: seed).study
    guard !study.codes.isEmpty else {
      #expect(throws: ExchangeError.self) { try RefiWriter.codebook(study, version: "1.0") }
      return
    }
    let bytes = try RefiWriter.codebook(study, version: "1.0").bytes
    #expect(try problems(bytes, schema: "Codebook.xsd") == "")
    let back = try imported(bytes, "c.qdc").study
    #expect(back.codes.map(\.id) == (try CodeTree(study.codes)).order.map(\.code.id))
  }

  @Test("without the schema: elements stand in its order and have what they must", arguments: 0..<6)
  func order(seed: UInt64) throws {
    let archive = try ZipArchive(
      RefiWriter.project(Sample.random(seed: seed), version: "1.0").bytes, file: "p")
    let xml = String(decoding: try archive.bytes(of: "project.qde"), as: UTF8.self)
    let parts = [
      "Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description",
    ]
    let places = parts.compactMap {
      xml.range(
        of: $0 == "Description" ? "\n<Description>" : "<\($0)>",
        options: $0 == "Description" ? .backwards : [])?.lowerBound
    }
    #expect(places.count >= 7 && places == places.sorted())
    #expect(archive.entries.keys.allSatisfy { $0 == "project.qde" || $0.hasPrefix("sources/") })
    for (element, attributes) in [
      ("Code ", ["guid", "name", "isCodable"]),
      ("PlainTextSelection ", ["guid", "startPosition", "endPosition"]),
      ("Set ", ["guid", "name"]), ("Vertex ", ["guid", "firstX", "firstY"]),
      ("Edge ", ["guid", "sourceVertex", "targetVertex"]), ("Variable ", ["guid", "name", "typeOfVariable"]),
    ] {
      for tag in xml.components(separatedBy: "<" + element).dropFirst() {
        let start = tag.prefix { $0 != ">" }
        #expect(attributes.allSatisfy { start.contains("\($0)=\"") }, "\(element)")
      }
    }
  }

  @Test("numbers are written without an exponent")
  func decimals() {
    let cases: [(Double, String)] = [
      (0.1, "0.1"), (-40, "-40"), (1e21, "1000000000000000000000"), (1.5e-7, "0.00000015"),
      (-2.25e20, "-225000000000000000000"),
    ]
    for (number, text) in cases {
      #expect(XMLDecimal.text(number) == text)
      #expect(Double(text) == number)
    }
  }

  /// What xmllint finds wrong; empty for a valid document.
  private func problems(_ bytes: [UInt8], schema: String) throws -> String {
    let folder = try #require(fixturesFolder)
    return try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("document.xml")
      try Data(bytes).write(to: file)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
      process.arguments = [
        "--nonet", "--noout", "--schema", folder.appendingPathComponent("refi-qda-schema/\(schema)").path,
        file.path,
      ]
      let pipe = Pipe()
      process.standardError = pipe
      try process.run()
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return process.terminationStatus == 0 ? "" : said
    }
  }
}

private let hasXMLLint = FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint")
