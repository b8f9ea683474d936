import RealistFolder
import RealistModel
import Testing

/// The worked studies in Projects.
private let worked = ["first-study", "support-workforce"]

@Suite struct WorkedStudyTests {
  @Test("the worked studies are read without a problem", arguments: worked)
  func reads(name: String) throws {
    do {
      let contents = try StudyFolder.read(try projectFiles(name))
      #expect(!contents.study.codings.isEmpty)
      #expect(!contents.study.configurations.isEmpty)
      #expect(contents.revisions.allSatisfy { !$0.turns.isEmpty })
    } catch let error as FolderError {
      Issue.record("\(error.problems.map { "\($0.message) — \($0.hint ?? "")" }.joined(separator: "\n"))")
    }
  }

  @Test(
    "written out, a worked study is read back as the same study and written as the same bytes",
    arguments: worked)
  func roundTrip(name: String) throws {
    let contents = try StudyFolder.read(try projectFiles(name))
    let written = try StudyFolder.write(contents)
    let again = try StudyFolder.read(written)
    #expect(again.study == contents.study)
    for (left, right) in zip(again.revisions, contents.revisions) {
      #expect(left.text.string.utf8.elementsEqual(right.text.string.utf8))
      #expect(left.turns == right.turns)
      #expect(left.original == right.original)
      #expect(left.notes == right.notes)
      #expect(left.imported == right.imported)
    }
    #expect(differences(written, try StudyFolder.write(again)) == [])
  }

  @Test(
    "the worked studies are in the form that export writes: building and exporting changes no byte",
    arguments: worked)
  func canonical(name: String) throws {
    let files = try projectFiles(name)
    #expect(differences(files, try StudyFolder.write(try StudyFolder.read(files))) == [])
  }
}
