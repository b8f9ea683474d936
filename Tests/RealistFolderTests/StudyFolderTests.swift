import RealistFolder
import RealistModel
import TestSupport
import Testing

@Suite struct StudyFolderTests {
  private func read(_ files: [String: String]) throws(FolderError) -> StudyContents {
    try StudyFolder.read(bytes(files))
  }

  @Test("a canonical folder is written back byte for byte")
  func roundTrip() throws {
    let contents = try read(smallFolder)
    var written = try StudyFolder.write(contents)
    #expect(written.removeValue(forKey: "README.md") != nil)
    #expect(differences(bytes(smallFolder), written) == [])
  }

  @Test("everything a folder says is in the study")
  func says() throws {
    let contents = try read(smallFolder)
    let study = contents.study
    #expect(study.title == "The tool library")
    #expect(study.template.key == "own")
    #expect(study.sources.map(\.name) == ["P01", "FG 1"])
    #expect(study.sources[0].revision == 2)
    #expect(study.sources[1].minutes == 12.5)
    #expect(study.sources[1].words == 8)
    #expect(study.segments.count == 6)
    #expect(study.codings.count == 4)
    let evidence = study.evidence.map {
      "\($0.elements.count) \($0.bearing) \($0.standing) \($0.coder) \($0.note)"
    }
    #expect(
      evidence == [
        "1 supports observed  ", "2 refines implied  not sure", "1 refutes anticipated Mo ",
        "0 supports observed  ",
        "0 supports observed  ",
      ])
    #expect(study.links.map(\.polarity) == [.decreases, .increases])
    #expect(study.loops[0].breaks.map(\.recommendation) == [study.recommendations[0].id])
    #expect(study.recommendations[0].loops == [study.loops[0].id])
    #expect(contents.revisions.map(\.notes) == [["One note."], [], []])
    #expect(contents.revisions[1].original?.bytes == bytes(smallFolder)["originals/P01.txt"])
  }

  @Test("every segment's check value fits the words of its span")
  func checks() throws {
    let contents = try read(smallFolder)
    for segment in contents.study.segments {
      let revision = contents.revisions.first { $0.source == segment.source && $0.number == segment.revision }
      #expect(revision?.text.check(segment.span) == segment.check)
    }
  }

  @Test("two readings give the same ids, another study other ones")
  func ids() throws {
    let (one, same) = (try read(smallFolder).study, try read(smallFolder).study)
    #expect(one == same)
    var other = smallFolder
    other["study.json"] = smallFolder["study.json"]?.replacing("0123456789ab", with: "0123456789ac")
    #expect(try read(other).study.segments[0].id != one.segments[0].id)
  }

  @Test("a folder with little in it is a study")
  func small() throws {
    let files = [
      "study.json":
        #"{"title": "T", "id": "019b8d0f-5c00-7aaa-8bbb-0123456789ab", "created": "2026-01-05T08:00:00Z"}"#,
      "sources.csv": "name,speakers\nA,Interviewer=interviewer\n",
      "sources/A.txt":
        "\u{FEFF}Interviewer: How are you?\r\n\r\nAda: Well.\r\n\r\nInterviewer: Good.\r\n\r\nAda: Yes, well, well.\r\n",
      "participants.csv": "id,name\nP01,Ada\n",
      "codebook.csv": "path\ngood\n",
      "codings.csv": "source,quote,occurrence,code,coder\nA,How … you,,good,Jo\nA,well,2,good,Jo\n",
    ]
    let contents = try read(files)
    #expect(contents.study.template == .cmo)
    #expect(contents.study.stages == Stage.usual)
    #expect(contents.revisions[0].turns.map(\.speaker) == ["Interviewer", "Ada", "Interviewer", "Ada"])
    #expect(
      contents.revisions[0].turns.map { $0.participant != nil } == [false, true, false, true])
    #expect(contents.study.codings.count == 2)
    #expect(contents.study.segments.map(\.coder) == ["Jo", "Jo"])
    #expect(try StudyFolder.read(try StudyFolder.write(contents)).study == contents.study)
  }

  @Test("a name that no file system takes is still a source's name")
  func names() throws {
    var files = smallFolder
    let name = "../a/b: é%.."
    for file in ["sources.csv", "turns.csv", "segments.csv", "codings.csv", "configurations.md"] {
      files[file] = files[file]?.replacing("FG 1", with: name)
    }
    files["sources/%2E./a%2Fb".replacing("/a%", with: "%2Fa%") + "%3A é%25...txt"] = files.removeValue(
      forKey: "sources/FG 1.txt")
    let contents = try read(files)
    #expect(contents.study.sources[1].name == name)
    let written = try StudyFolder.write(contents)
    #expect(written.keys.allSatisfy { !$0.split(separator: "/").contains("..") })
    #expect(try StudyFolder.read(written).study == contents.study)
  }

  @Test("a renamed code and a changed valence reach the tags, and the prose stays as it is")
  func retags() throws {
    var contents = try read(smallFolder)
    let late = try #require(contents.study.codes.firstIndex { $0.name == "late" })
    contents.study.codes[late].name = "early"
    contents.study.configurations[0].elements[1].valence = .enabling
    let written = try StudyFolder.write(contents)
    let text = String(decoding: written["configurations.md"] ?? [], as: UTF8.self)
    #expect(
      text.contains("If doors open late (C: contexts/early), people feel small (M+) and leave (O-: outcomes;")
    )
    let again = try StudyFolder.read(written).study
    #expect(again.configurations[0].elements.map(\.valence) == [nil, .enabling, .unintended])
  }

  @Test("an element with other words gives a statement made from the elements")
  func rewrites() throws {
    var contents = try read(smallFolder)
    contents.study.configurations[1].elements[0].text = "Nobody waits"
    let text = String(decoding: try StudyFolder.write(contents)["configurations.md"] ?? [], as: UTF8.self)
    #expect(text.hasSuffix("Group: At the door\nNobody waits (O).\n"))
  }
}
