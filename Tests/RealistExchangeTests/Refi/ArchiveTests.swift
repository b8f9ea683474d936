import RealistExchange
import RealistFormats
import TestSupport
import Testing

@Suite("Project archives") struct ArchiveTests {
  private static let text = "00000000-0000-0000-0000-0000000000aa"

  private func archive(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    let writer = ZipWriter()
    for (name, bytes) in entries { writer.add(name, bytes) }
    return try writer.finish()
  }

  private var project: [UInt8] {
    document(
      #"<Sources><TextSource guid="\#(Self.text)" name="A" plainTextPath="internal://\#(Self.text).TXT"/></Sources>"#
    )
  }

  @Test("the project is found at any case and name, its texts at any case, beside what macOS and NVivo add")
  func names() throws {
    let bytes = try archive([
      ("Sources/\(Self.text).txt", Array("words".utf8)), ("__MACOSX/._Trial.qde", [0]), ("Sources/.root", []),
      ("Trial.QDE", project),
    ])
    #expect(try imported(bytes).contents.revisions.map(\.text.string) == ["words"])
  }

  @Test("a document without an archive has its texts in the files beside it, by name at any case")
  func beside() throws {
    for path in ["internal://\(Self.text).TXT", "relative:///deep/\(Self.text).txt", "\(Self.text).txt"] {
      let xml = document(
        #"<Sources><TextSource guid="\#(Self.text)" name="A" plainTextPath="\#(path)"/></Sources>"#)
      let found = try ProjectReader.read(
        xml, file: "a.qde", settings: settings,
        texts: ["\(Self.text).TXT": Array("words".utf8), "b.txt": [0xff]])
      #expect(found.contents.revisions.map(\.text.string) == ["words"], "\(path)")
      #expect(found.report.count("Source", .kept) == 1)
    }
    let alone = try ProjectReader.read(project, file: "a.qde", settings: settings)
    #expect(alone.contents.revisions.map(\.text.string) == [""])
    #expect(throws: ExchangeError.self) {
      try ProjectReader.read(
        project, file: "a.qde", settings: settings, texts: ["\(Self.text).txt": [0x61, 0xff]])
    }
  }

  @Test("no text is looked for outside of the archive")
  func outside() throws {
    let xml = document(
      #"<Sources><TextSource guid="\#(Self.text)" name="A" plainTextPath="absolute:///etc/passwd"/></Sources>"#
    )
    let found = try imported(try archive([("project.qde", xml)]))
    #expect(found.contents.revisions.map(\.text.string) == [""])
    #expect(found.report.count("Source", .changed) == 1)
  }

  @Test("two projects, none, unsafe names and a lying text are refused with a sentence")
  func refused() throws {
    #expect(
      refusal(try archive([("a.qde", project), ("b.qde", project)]))?.message
        == "bad.qde: the archive has several projects: a.qde, b.qde")
    #expect(
      refusal(try archive([("readme.txt", [])]))?.message
        == "bad.qde: there is no project.qde in this archive")
    #expect(refusal(try archive([("word/document.xml", [])])) == .transcript(file: "bad.qde"))
    for name in ["../project.qde", "/project.qde", "C:/project.qde", "sources/../../x"] {
      #expect(
        refusal(try archive([(name, project), ("project.qde", project)]))?.message.contains("unsafe name")
          == true)
    }
    let latin = try archive([
      ("project.qde", project), ("sources/\(Self.text).txt", Array("caf".utf8) + [0xe9]),
    ])
    #expect(refusal(latin)?.message == "bad.qde: sources/\(Self.text).txt:1:4: byte 0xE9 is not valid UTF-8")
    #expect(
      refusal(latin)?.hint == "a text of a project is UTF-8; export it again from the program it is from")
  }

  @Test("an archive that unpacks to far more than it is, is refused")
  func bomb() throws {
    let bomb = try archive([
      (
        "project.qde",
        Array("<Project xmlns=\"urn:QDA-XML:project:1.0\">".utf8) + [UInt8](repeating: 0x20, count: 40 << 20)
      )
    ])
    #expect(refusal(bomb)?.message.contains("unpacks to more") == true)
  }
}
