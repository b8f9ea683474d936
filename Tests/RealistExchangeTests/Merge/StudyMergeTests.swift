import RealistExchange
import RealistFolder
import RealistModel
import RealistSamples
import TestSupport
import Testing

@Suite("A project into a study that is there") struct StudyMergeTests {
  private func merge(_ project: ImportedProject, into contents: StudyContents) throws -> StudyMerge {
    let texts = Dictionary(
      contents.revisions.map { ($0.source, $0.text) }, uniquingKeysWith: { _, newest in newest })
    return try StudyMerge(project, into: contents.study) { texts[$0.id] }
  }

  @Test("a study's own export adds nothing to it", arguments: 0..<20)
  func own(seed: UInt64) throws {
    let contents = Sample.random(seed: seed)
    let merged = try merge(try imported(RefiWriter.project(contents, version: "0").bytes), into: contents)
    #expect(
      merged.addsNothing,
      "\(merged.additions.study.memos.count) memos, \(merged.additions.study.evidence.count) evidence, \(merged.additions.study.links.count) links"
    )
  }

  @Test("into a study of its own, a project adds all of itself, and everything still refers to something")
  func foreign() throws {
    let own = Sample.random(seed: 1)
    let other = try StudyFolder.read(try projectFiles("support-workforce"))
    let project = try imported(RefiWriter.project(other, version: "0").bytes)
    let added = try merge(project, into: own).additions
    let study = added.study
    #expect(study.sources.count == other.study.sources.count && added.revisions.count == study.sources.count)
    #expect(study.codings.count == other.study.codings.count)
    #expect(study.evidence.count == other.study.evidence.count)
    let codes = Set((own.study.codes + study.codes).map(\.id))
    let segments = Set((own.study.segments + study.segments).map(\.id))
    #expect(study.codings.allSatisfy { codes.contains($0.code) && segments.contains($0.segment) })
    #expect(study.codes.allSatisfy { $0.parent.map(codes.contains) ?? true })
    #expect(Set(study.attributes).isDisjoint(with: own.study.attributes))
    // The joined codes are a tree.
    let joined = own.study.codes.filter { code in !study.codes.contains { $0.id == code.id } } + study.codes
    _ = try CodeTree(joined)
  }

  @Test("a colleague's codings of the same words join the passages, under her name")
  func colleague() throws {
    let contents = try StudyFolder.read(try projectFiles("first-study"))
    var hers = contents
    for place in hers.study.codings.indices { hers.study.codings[place].coder = "Hanna" }
    hers.study.codings.removeLast()
    let project = try imported(RefiWriter.project(hers, version: "0").bytes)
    let merged = try merge(project, into: contents)
    // Where two had coded alike, both are Hanna now.
    let places = Set(hers.study.codings.map { "\($0.segment) \($0.code)" })
    #expect(merged.additions.study.codings.count == places.count && places.count > 10)
    #expect(merged.additions.study.codings.allSatisfy { $0.coder == "Hanna" })
    #expect(merged.additions.study.segments.isEmpty && merged.additions.study.codes.isEmpty)
    #expect(merged.additions.revisions.isEmpty)
    let ids = Set(contents.study.codings.map(\.id))
    #expect(merged.additions.study.codings.allSatisfy { !ids.contains($0.id) })
  }

  @Test("another source of the name, and another kind of attribute, get other names")
  func names() throws {
    let xml = document(
      """
      <Variables><Variable guid="00000000-0000-0000-0000-0000000000b1" name="Area" typeOfVariable="Float"/></Variables>
      <Cases><Case guid="00000000-0000-0000-0000-0000000000c1" name="P01"><VariableValue><VariableRef targetGUID="00000000-0000-0000-0000-0000000000b1"/><FloatValue>3</FloatValue></VariableValue></Case></Cases>
      <Sources><TextSource guid="00000000-0000-0000-0000-000000000002" name="A"><PlainTextContent>one two</PlainTextContent></TextSource></Sources>
      """)
    let project = try imported(xml, "p.qde")
    var other = project.contents
    other.study.attributes = [AttributeDefinition(name: "Area", subject: .participant, kind: .text)]
    other.study.participants[0].attributes = ["Area": .text("North")]
    other.revisions[0].text = try SourceText("another")
    other.study.sources[0].length = 7
    let merged = try merge(project, into: other)
    #expect(merged.additions.study.attributes.map(\.name) == ["Area (2)"])
    #expect(
      merged.additions.study.participants.map(\.attributes) == [
        ["Area": .text("North"), "Area (2)": .number(3)]
      ])
    #expect(merged.additions.study.sources.map(\.name) == ["A (2)"])
    #expect(merged.additions.study.sources[0].id != other.study.sources[0].id)
  }
}
