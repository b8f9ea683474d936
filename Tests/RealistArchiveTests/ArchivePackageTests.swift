import Foundation
import FoundationXML
import RealistArchive
import RealistFolder
import RealistFormats
import RealistModel
import RealistSamples
import TestSupport
import Testing

@Suite("Packages for data archives") struct ArchivePackageTests {
  /// A study folder of `Projects`.
  private func project(_ name: String) throws -> StudyContents {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Projects/\(name)")
    var files: [String: [UInt8]] = [:]
    let walk = try #require(FileManager.default.enumerator(atPath: root.path()))
    for case let path as String in walk {
      let file = root.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = [UInt8](try Data(contentsOf: file))
      }
    }
    return try StudyFolder.read(files)
  }

  private let details = DepositDetails(
    creators: ["Okafor, Iris", "O'Neill & <Sons>"], licence: "CC BY 4.0", access: "on | request",
    date: CalendarDate("2026-03-02"))

  @Test(
    "the payload is the study folder, and gives the same study again",
    arguments: ["first-study", "support-workforce"])
  func payload(name: String) throws {
    let contents = try project(name)
    let files = try ArchivePackage(contents, details: details).files
    let folder = try StudyFolder.write(contents)
    let payload = files.filter { $0.key.hasPrefix("data/") }
    #expect(
      Dictionary(uniqueKeysWithValues: payload.map { (String($0.key.dropFirst(5)), $0.value) }) == folder)
    #expect(try StudyFolder.write(try StudyFolder.read(folder)) == folder)
  }

  @Test("equal studies give equal bytes, and the day comes from the study")
  func deterministic() throws {
    let contents = try project("support-workforce")
    let first = try ArchivePackage(contents).files
    #expect(try ArchivePackage(contents).files == first)
    let info = String(decoding: first["bag-info.txt"] ?? [], as: UTF8.self)
    #expect(info.contains("Bagging-Date: 20") && !info.contains("Source-Organization"))
  }

  @Test("every checksum holds; a changed, a missing and an unlisted file are found")
  func checksums() throws {
    var files = try ArchivePackage(try project("support-workforce"), details: details).files
    #expect(files.count > 40)
    #expect(Checksums.findings(in: files) == [])
    files["data/memos.md"]?.append(0x20)
    files["README.md"] = nil
    files["data/sources/secret.txt"] = [0x41]
    #expect(
      Checksums.findings(in: files) == [
        .changed("data/memos.md"), .missing("README.md"), .unlisted("data/sources/secret.txt"),
      ])
    files[Checksums.payload] = Array("nonsense\n".utf8)
    #expect(Checksums.findings(in: files).contains(.unreadable(Checksums.payload, line: 1)))
    files[Checksums.payload] = nil
    #expect(Checksums.findings(in: files).contains(.unreadable(Checksums.payload, line: 0)))
  }

  @Test(
    "sha256sum agrees with both lists",
    .enabled(if: PeerProgram.path(of: "sha256sum") != nil, "sha256sum is not installed"))
  func sha256sum() throws {
    let files = try ArchivePackage(try project("first-study")).files
    try withTemporaryDirectory { folder in
      for (path, bytes) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      let result = try PeerProgram.run(
        "/bin/sh",
        [
          "-c",
          "cd '\(folder.path())' && sha256sum --check --strict manifest-sha256.txt tagmanifest-sha256.txt",
        ])
      #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
      #expect(
        String(decoding: result.output, as: UTF8.self).components(separatedBy: ": OK").count == files.count)
    }
  }

  @Test(
    "the README and the CSVW description know every file and every column of every table",
    arguments: ["first-study", "support-workforce"])
  func everyColumn(name: String) throws {
    let files = try ArchivePackage(try project(name), details: details).files
    let readme = String(decoding: files["README.md"] ?? [], as: UTF8.self)
    let metadata = try #require(
      try JSONSerialization.jsonObject(with: Data(files["csv-metadata.json"] ?? [])) as? [String: Any])
    let tables = try #require(metadata["tables"] as? [[String: Any]])
    for (path, bytes) in files where !path.hasPrefix("data/sources/") && !path.hasPrefix("data/originals/") {
      #expect(readme.contains("| `\(path)` |"), "\(path) is not explained")
      guard path.hasSuffix(".csv") else { continue }
      let table = try #require(tables.first { $0["url"] as? String == path }, "\(path)")
      let columns = (table["tableSchema"] as? [String: Any])?["columns"] as? [[String: Any]] ?? []
      #expect(columns.compactMap { $0["titles"] as? String } == (try CSVTable(bytes)).header, "\(path)")
      let names = columns.compactMap { $0["name"] as? String }
      #expect(Set(names).count == names.count)
      for column in (try CSVTable(bytes)).header {
        #expect(readme.contains("| `\(column)` |"), "\(path): \(column)")
      }
    }
    #expect(tables.count >= 6)
  }

  @Test("the data list has a row for each source, with the checksum of its text")
  func dataList() throws {
    let contents = try project("support-workforce")
    let files = try ArchivePackage(contents).files
    let list = try CSVTable(files["data-list.csv"] ?? [])
    #expect(list.rows.map { $0[list.column("source")] } == contents.study.sources.map(\.name))
    for row in list.rows {
      let text = try #require(files[row[list.column("text")]])
      #expect(SHA256Digest(of: text).description == row[list.column("text_sha256")])
      #expect((Int(row[list.column("words")]) ?? 0) > 100)
      #expect(row[list.column("original")].isEmpty || files[row[list.column("original")]] != nil)
    }
    #expect(list.rows.contains { $0[list.column("participant_profession")] == "occupational therapy" })
  }

  @Test(
    "RO-Crate names every file of the payload, and its descriptor and root are what the specification asks for"
  )
  func crate() throws {
    let files = try ArchivePackage(try project("support-workforce"), details: details).files
    let crate = try #require(
      try JSONSerialization.jsonObject(with: Data(files["ro-crate-metadata.json"] ?? [])) as? [String: Any])
    let graph = try #require(crate["@graph"] as? [[String: Any]])
    let entities = Dictionary(uniqueKeysWithValues: graph.map { ($0["@id"] as? String ?? "", $0) })
    #expect((entities["ro-crate-metadata.json"]?["about"] as? [String: String])?["@id"] == "./")
    let root = try #require(entities["./"])
    for key in ["name", "description", "datePublished", "license", "hasPart"] { #expect(root[key] != nil) }
    let parts = (root["hasPart"] as? [[String: String]] ?? []).compactMap {
      $0["@id"]?.removingPercentEncoding
    }
    for path in files.keys where path.hasPrefix("data/") { #expect(parts.contains(path), "\(path)") }
    #expect(
      parts.allSatisfy {
        entities[$0.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""] != nil
          || entities[$0] != nil
      })
  }

  @Test("the DDI description is well-formed and holds title, creators, abstract and dates as words")
  func ddi() throws {
    let files = try ArchivePackage(try project("support-workforce"), details: details).files
    let bytes = files["ddi-codebook.xml"] ?? []
    let parser = XMLParser(data: Data(bytes))
    let reader = TextReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.texts["AuthEnty"] == ["Okafor, Iris", "O'Neill & <Sons>"])
    #expect(reader.texts["titl"]?.count == 1 && reader.texts["abstract"]?.count == 1)
    #expect(reader.texts["collDate"]?.count == 2 && reader.texts["conditions"] == ["CC BY 4.0"])
  }

  @Test("withdrawals and missing consents are said before the package is handed on")
  func cautions() throws {
    var contents = try project("support-workforce")
    contents.study.participants[1].withdrawn = CalendarDate("2026-01-05")
    contents.study.participants[2].consent = ["quote"]
    let package = try ArchivePackage(contents)
    let (gone, silent) = (contents.study.participants[1].key, contents.study.participants[2].key)
    #expect(
      package.cautions.prefix(1) == [
        "\(gone) withdrew; their words are in the package as they are in the study folder"
      ])
    #expect(package.cautions.contains { $0.contains(silent) && $0.contains("did not consent to archiving") })
    #expect(String(decoding: package.files["README.md"] ?? [], as: UTF8.self).contains("- \(gone) withdrew;"))
  }
}

/// The texts of elements by name.
private final class TextReader: NSObject, XMLParserDelegate {
  var texts: [String: [String]] = [:]
  private var open = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open = ""
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open += text }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    texts[name, default: []].append(open)
    open = ""
  }
}
