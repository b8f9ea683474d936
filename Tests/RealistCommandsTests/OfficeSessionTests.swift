import Foundation
import RealistFormats
import TestSupport
import Testing

@Suite("Workbooks, documents, graphs and packages") struct OfficeSessionTests {
  private func session() throws -> Session {
    let session = try Session()
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Projects/first-study").path()
    #expect(session.run(words: ["build", project, "--output", "study.realist"]).status == 0)
    return session
  }

  private func part(_ name: String, of file: String, _ session: Session) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: session.path(file))))
    var part: [UInt8] = []
    try ZipArchive(bytes, file: file).read(name) { part += $0 }
    return String(decoding: part, as: UTF8.self)
  }

  @Test("a workbook or a document is not printed, and says where to put it", arguments: ["xlsx", "docx"])
  func refusal(format: String) throws {
    let session = try session()
    for command in ["cmo table", "quotes", "code list", "quotes --by-code"] {
      let result = session.run("realist \(command) --format \(format)")
      #expect(result.status == 64 && result.output.isEmpty)
      #expect(
        result.errors == """
          realist: error: \(format) is no text and is not written to standard output
          hint: name a file: --output table.\(format)

          """)
    }
  }

  @Test("the end of the file's name says what is written, and --format overrules it")
  func endings() throws {
    let session = try session()
    for (file, start) in [
      ("t.csv", "No.,"), ("t.tsv", "No.\t"), ("t.md", "| No."), ("t.html", "<!DOCTYPE"), ("t.tex", "% needs"),
      ("t.json", "["),
      ("t.txt", "No."),
    ] {
      session.run("realist cmo table --output \(file)")
      #expect(try session.text(file).hasPrefix(start), "\(file)")
    }
    session.run("realist cmo table --output t2.csv --format json")
    #expect(try session.text("t2.csv").hasPrefix("["))
  }

  @Test("the CMO table's workbook has its quotes on a second sheet, and links to them")
  func workbook() throws {
    let session = try session()
    #expect(session.run("realist cmo table --output cmo.xlsx").errors == "wrote cmo.xlsx\n")
    #expect(try part("xl/workbook.xml", of: "cmo.xlsx", session).contains("name=\"Quotes\""))
    let table = try part("xl/worksheets/sheet1.xml", of: "cmo.xlsx", session)
    #expect(
      table.contains("<hyperlink ref=\"A2\" location=\"'Quotes'!A3\"")
        || table.contains("location=\"Quotes!A3\""))
    #expect(!FileManager.default.fileExists(atPath: session.path("cmo.xlsx.unfinished")))
  }

  @Test("a failed workbook leaves no file behind")
  func failure() throws {
    let session = try session()
    #expect(session.run("realist cmo table --columns nonsense --output cmo.xlsx").status == 64)
    #expect(session.run("realist quotes --code nonsense --output q.xlsx").status == 66)
    for file in ["cmo.xlsx", "cmo.xlsx.unfinished", "q.xlsx", "q.xlsx.unfinished"] {
      #expect(!FileManager.default.fileExists(atPath: session.path(file)), "\(file)")
    }
  }

  @Test("the same commands write the same bytes")
  func deterministic() throws {
    let session = try session()
    for command in ["cmo table", "quotes --by-code", "quotes", "code list"] {
      for ending in ["xlsx", "docx"] {
        session.run("realist \(command) --output a.\(ending)")
        session.run("realist \(command) --output b.\(ending)")
        let (a, b) = (
          try Data(contentsOf: URL(filePath: session.path("a.\(ending)"))),
          try Data(contentsOf: URL(filePath: session.path("b.\(ending)")))
        )
        #expect(a == b && a.count > 1000, "\(command) \(ending)")
      }
    }
  }

  @Test("graphs are written for other programs, and what was cut is said")
  func graphs() throws {
    let session = try session()
    for (file, start) in [
      ("g.graphml", "<?xml"), ("g.gexf", "<?xml"), ("g.json", "{"), ("g.dag", "dag {"),
      ("g.loopy", "https://ncase.me/loopy/"),
    ] {
      let result = session.run("realist graph toc --output \(file)")
      #expect(result.status == 0, "\(result.errors)")
      #expect(try session.text(file).hasPrefix(start), "\(file)")
    }
    let result = session.run("realist matrix diagram --format graphml")
    #expect(result.status == 64 && result.errors.contains("is a drawing"))
    #expect(session.run("realist map export map.xlsx").errors.hasPrefix("wrote map.xlsx\n"))
    #expect(
      try part("xl/workbook.xml", of: "map.xlsx", session).components(separatedBy: "<sheet ").count == 6)
  }

  @Test("segments and codebook are exported under these names, in any format")
  func named() throws {
    let session = try session()
    session.run("realist export segments --output s.csv")
    #expect(try session.text("s.csv") == session.run("realist quotes --format csv").output)
    for file in ["s.xlsx", "s.docx", "c.xlsx", "c.docx"] {
      let noun = file.hasPrefix("s") ? "segments" : "codebook"
      #expect(session.run("realist export \(noun) --output \(file)").errors == "wrote \(file)\n")
    }
    #expect(session.run("realist export codebook --format markdown").output.contains("| Use it when |"))
  }

  @Test("a package is written, checked, and a changed file is found")
  func archive() throws {
    let session = try session()
    let written = session.run(
      "realist export archive deposit --creator \"Okafor, Iris\" --licence \"CC BY 4.0\"")
    #expect(written.status == 0 && written.errors.contains("files to deposit"))
    #expect(session.run("realist export archive deposit --check").status == 0)
    #expect(session.run("realist build deposit/data --output again.realist").status == 0)
    try session.write("changed", to: "deposit/data/memos.md")
    let checked = session.run("realist export archive deposit --check")
    #expect(checked.status == 1)
    #expect(
      checked.output == "deposit/data/memos.md: the file is not what it was when the package was made\n")
    try session.write("x", to: "other/notes.txt")
    #expect(session.run("realist export archive other --study study.realist").status == 73)
  }
}
