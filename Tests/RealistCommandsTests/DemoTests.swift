import Foundation
import TestSupport
import Testing

@testable import RealistCommands

@Suite("Sessions: demo, build, export")
struct DemoTests {
  private static let projects = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Projects")

  private func session() throws -> Session {
    let session = try Session()
    try FileManager.default.copyItem(at: Self.projects, to: session.folder.appending(path: "Projects"))
    return session
  }

  private func files(_ session: Session, _ folder: String) throws -> [String: Data] {
    let root = session.folder.appending(path: folder)
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path()) {
      let file = root.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }

  @Test("two runs of the demo write the same bytes: tables, diagrams and quotes")
  func same() throws {
    let session = try session()
    let first = session.run("realist demo --output one")
    #expect(first.status == 0)
    #expect(first.output.contains("CMO 1"))
    #expect(session.run("realist demo --output two").status == 0)
    let (one, two) = (try files(session, "one"), try files(session, "two"))
    #expect(one.keys.sorted() == two.keys.sorted())
    for name in [
      "cmo-table.csv", "cmo-table.html", "cmo-table.md", "theory-of-change.dot", "configurations.dot",
      "quotes.csv",
    ] {
      #expect(one[name]?.isEmpty == false, "\(name)")
    }
    for (name, bytes) in one where !name.hasSuffix(".realist") { #expect(two[name] == bytes, "\(name)") }
  }

  @Test(
    "what is to be tried next can be typed as it stands, whether or not the program is in the path",
    .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"))
  func nextCommands() throws {
    let session = try session()
    let written = try BuiltProgram(folder: session.folder).run(["demo"]).errors.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let page = try #require(
      written.firstIndex { $0.hasSuffix("serve --study realist-demo/support-workforce.realist --open") })
    #expect(written[page - 1] == "open realist-demo/cmo-table.html in a browser")
    let status = try #require(written[page + 1].firstRange(of: " status --study"))
    let named = String(written[page + 1][..<status.lowerBound])
    let isInPath = PeerProgram.path(of: "realist") != nil
    #expect(isInPath ? named == "realist" : FileManager.default.isExecutableFile(atPath: named), "\(named)")
  }

  @Test(
    "a worked study that is built and exported is the folder it came from, and building that gives it again",
    arguments: ["first-study", "support-workforce"])
  func roundTrip(name: String) throws {
    let session = try session()
    #expect(session.run("realist build Projects/\(name) --output study.realist").status == 0)
    #expect(session.run("realist export folder out --study study.realist").status == 0)
    #expect(try files(session, "out") == files(session, "Projects/\(name)"))
    #expect(session.run("realist check --study study.realist --format csv").output.contains("error") == false)
  }

  @Test("a folder with other files in it is not written over")
  func otherFolder() throws {
    let session = try session()
    try session.write("mine", to: "notes/letter.txt")
    #expect(session.run("realist build Projects/first-study --output study.realist").status == 0)
    let refused = session.run("realist export folder notes --study study.realist")
    #expect(refused.status == 73)
    #expect(refused.errors.hasPrefix("realist: error: notes: the folder holds other files\n"))
    #expect(try files(session, "notes").keys.sorted() == ["letter.txt"])
  }

  @Test("what is wrong with a folder is listed with file and line, and no study is made")
  func brokenFolder() throws {
    let session = try session()
    let file = "Projects/first-study/configurations.md"
    let text = try session.text(file).replacing(
      "(M+: mechanisms/feeling-needed)", with: "(X: mechanisms/feeling-needed)")
    try session.write(text, to: file)
    let result = session.run("realist build Projects/first-study --output study.realist")
    #expect(result.status == 65)
    #expect(result.errors.contains("Projects/first-study/configurations.md:5:"))
    #expect(!FileManager.default.fileExists(atPath: session.path("study.realist")))
  }
}
