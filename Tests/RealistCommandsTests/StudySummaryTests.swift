import Foundation
import RealistAnalysis
import RealistModel
import RealistReading
import RealistStore
import Testing

@testable import RealistCommands

@Suite("What status says")
struct StudySummaryTests {
  @Test("is what the whole study says, counted in the file")
  func counted() throws {
    let session = try Session()
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Projects/support-workforce")
    session.run(words: ["build", project.path(), "--output", "study.realist"])
    session.run("realist participant remove P13 --yes")
    session.run("realist tag P02 --span 10..20")
    let store = try StudyStore.open(session.path("study.realist"))
    var (whole, narrow) = try store.read { (StudySummary(try $0.study()), try $0.summary()) }
    #expect(
      narrow.lastChanges.map(\.command) == [
        "build from a study folder", "remove participant P13", "tag P02 10..20",
      ])
    (whole.lastChanges, narrow.lastChanges) = ([], [])
    #expect(narrow == whole)
    // A field that the narrow way forgets would be 0 there: so the study has something of everything that is counted.
    let numbers = Mirror(reflecting: whole).children.compactMap { child in
      (child.value as? Int).map { (child.label ?? "", $0) }
    }
    try #require(numbers.count > 10)
    #expect(numbers.filter { $0.1 == 0 }.map(\.0) == ["withdrawnParticipants"])
  }
}
