import Foundation
import RealistExchange
import RealistFolder
import RealistModel
import TestSupport
import Testing

@Suite("Exported projects in other programs") struct PeerTests {
  private static let python = PeerProgram.python(with: "qualitative_coding")

  /// What qc has after its import.
  private struct Imported: Decodable {
    var coders: [String]
    var codes: [String]
    var documents: [String]
    var codings: Int
    var texts: [String: String]
  }

  @Test(
    "qc takes over coders, codes and texts, and finds the file valid",
    .enabled(
      if: python != nil,
      "qualitative-coding (PyPI) is not installed; name a Python that has it: REALIST_PYTHON"),
    arguments: ["first-study", "support-workforce"])
  func qc(name: String) throws {
    let contents = try StudyFolder.read(try projectFiles(name))
    try withTemporaryDirectory { directory in
      let file = directory.appendingPathComponent("study.qdpx")
      try Data(RefiWriter.project(contents, version: "1.0").bytes).write(to: file)
      let folder = directory.appendingPathComponent("qc")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let result = try PeerProgram.run(
        try #require(Self.python), [PeerProgram.script("qc.py"), file.path, folder.path])
      let said = String(decoding: result.output, as: UTF8.self)
      #expect(result.status == 0, "\(said.suffix(600))")
      let line = try #require(said.split(separator: "\n").last { $0.hasPrefix("JSON:") })
      let imported = try JSONDecoder().decode(Imported.self, from: Data(line.dropFirst(5).utf8))
      let study = contents.study
      #expect(Set(imported.coders).isSuperset(of: study.codings.map(\.coder)))
      #expect(Set(imported.codes) == Set(study.codes.map(\.name)))
      #expect(imported.documents.count == study.sources.count)
      #expect(imported.codings > 0)
      let texts = Dictionary(contents.revisions.map { ($0.source, $0.text.string) }) { _, newest in newest }
      for source in study.sources {
        let theirs = try #require(imported.texts["\(source.name).txt"])
        #expect(
          theirs.split(whereSeparator: \.isNewline) == texts[source.id]?.split(whereSeparator: \.isNewline))
      }
    }
  }
}
