import Foundation
import RealistExchange
import RealistFolder
import RealistModel
import RealistSamples
import TestSupport
import Testing

@Suite("A study through a REFI-QDA project") struct RoundTripTests {
  @Test("a random study comes back with everything that is not an original file", arguments: 0..<60)
  func random(seed: UInt64) throws {
    try expectRoundTrip(Sample.random(seed: seed))
  }

  @Test("a sampled study comes back", arguments: 1...2)
  func sample(seed: UInt64) throws {
    let size = Sample.Size(sources: 6, codingsPerSource: 50, codes: 30, wordsPerSource: 900)
    try expectRoundTrip(Sample(size: size, seed: seed).contents())
  }

  @Test("the worked studies come back", arguments: ["first-study", "support-workforce"])
  func worked(name: String) throws {
    let contents = try StudyFolder.read(try projectFiles(name))
    try #require(!contents.study.configurations.isEmpty && !contents.study.evidence.isEmpty)
    try expectRoundTrip(contents)
  }

  @Test(
    "written for any program, a study comes back with its passages on their words",
    arguments: ExportProfile.allCases)
  func profiles(profile: ExportProfile) throws {
    let contents = try StudyFolder.read(try projectFiles("support-workforce"))
    let project = try imported(RefiWriter.project(contents, version: "0", profile: profile).bytes)
    #expect(project.study.segments.count == contents.study.segments.count)
    let own = Dictionary(contents.study.segments.map { ($0.id, $0) }) { first, _ in first }
    for segment in project.study.segments {
      #expect(own[segment.id]?.span == segment.span && own[segment.id]?.check == segment.check)
    }
    #expect(project.study.codings.count == contents.study.codings.count)
    #expect(project.study.configurations.count == contents.study.configurations.count)
  }

  @Test("two writings of a study are the same bytes")
  func deterministic() throws {
    let contents = Sample.random(seed: 3)
    #expect(
      try RefiWriter.project(contents, version: "0").bytes == RefiWriter.project(contents, version: "0").bytes
    )
  }

  private func expectRoundTrip(_ contents: StudyContents) throws {
    let written = try RefiWriter.project(contents, version: "0")
    let project = try imported(written.bytes)
    let (own, back) = (contents.study, project.study)
    #expect(ids(own.codes) == ids(back.codes))
    #expect(ids(own.sources) == ids(back.sources))
    #expect(ids(own.participants) == ids(back.participants))
    #expect(ids(own.configurations) == ids(back.configurations))
    #expect(ids(own.theories) == ids(back.theories))
    #expect(ids(own.factors) == ids(back.factors))
    let newest = Dictionary(own.sources.map { ($0.id, $0.revision) }) { first, _ in first }
    let segments = own.segments.filter { $0.revision == newest[$0.source] }
    #expect(ids(segments).isSubset(of: ids(back.segments)))
    let kept = ids(segments)
    #expect(ids(own.codings.filter { kept.contains($0.segment) }).isSubset(of: ids(back.codings)))
    // Everything else is what a study folder says of it, byte for byte.
    let (left, right) = (try StudyFolder.write(bare(contents)), try StudyFolder.write(bare(project.contents)))
    #expect(Set(left.keys) == Set(right.keys))
    for (name, bytes) in left where right[name] != bytes {
      Issue.record("\(name): \(firstDifference(bytes, right[name] ?? []))")
    }
    if !project.report.lines.allSatisfy({ $0.fate == .kept || $0.remark == "it is about several things" }) {
      Issue.record("\(project.report.summary(shown: 5))")
    }
  }

  private func ids<Value: Entity>(_ values: [Value]) -> Set<ID<Value>> { Set(values.map(\.id)) }

  /// Without originals, which no project of this kind carries, and with memos in one order.
  private func bare(_ contents: StudyContents) -> StudyContents {
    var contents = contents
    for place in contents.revisions.indices { contents.revisions[place].original = nil }
    contents.study.memos.sort { ($0.written, $0.body) < ($1.written, $1.body) }
    return contents
  }

  private func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> String {
    let lines = (
      String(decoding: left, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false),
      String(decoding: right, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    )
    for (number, (one, other)) in zip(lines.0, lines.1).enumerated() where !one.utf8.elementsEqual(other.utf8)
    {
      return "line \(number + 1): \(one) ≠ \(other)"
    }
    return "\(lines.0.count) lines ≠ \(lines.1.count) lines"
  }
}

/// The files of a worked study of this repository, by path below its folder.
func projectFiles(_ name: String, testFile: String = #filePath) throws -> [String: [UInt8]] {
  let tests = try #require(testFile.range(of: "/Tests/"))
  let root = URL(fileURLWithPath: String(testFile[..<tests.lowerBound])).appendingPathComponent(
    "Projects/\(name)"
  ).resolvingSymlinksInPath()
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
  var files: [String: [UInt8]] = [:]
  for path in paths.sorted() {
    let file = root.appendingPathComponent(path)
    let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
    if !isFolder { files[path] = [UInt8](try Data(contentsOf: file)) }
  }
  return files
}
