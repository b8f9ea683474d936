import RealistFolder
import RealistModel
import RealistSamples
import TestSupport
import Testing

@Suite("Any study goes through a folder") struct RandomStudyTests {
  @Test("a study of texts that formats trip over is read back with every word", arguments: 0..<60)
  func nasty(seed: UInt64) throws {
    let contents = try NastyStudy.contents(seed: seed)
    let written = try StudyFolder.write(contents)
    let again = try reading(written)
    #expect(differences(written, try StudyFolder.write(again)) == [])
    expectSame(again.study, contents.study)
    for (left, right) in zip(again.revisions, contents.revisions) {
      #expect(left.text.string.utf8.elementsEqual(right.text.string.utf8))
      #expect(left.original == right.original)
      #expect((left.imported, left.reason) == (right.imported, right.reason))
      #expect(left.notes == right.notes)
    }
    #expect(try reading(written).study == again.study)
  }

  @Test("a sampled study is read back as it was, but for ids", arguments: 1...3)
  func samples(seed: UInt64) throws {
    let size = Sample.Size(sources: 5, codingsPerSource: 40, codes: 30, wordsPerSource: 900)
    let contents = Sample(size: size, seed: seed).contents()
    try #require(contents.study.codings.count == 200)
    let written = try StudyFolder.write(contents)
    let again = try reading(written)
    #expect(differences(written, try StudyFolder.write(again)) == [])
    expectSame(again.study, contents.study)
  }

  private func reading(_ files: [String: [UInt8]]) throws -> StudyContents {
    do {
      return try StudyFolder.read(files)
    } catch {
      Issue.record("\(error.problems.map { "\($0.message) — \($0.hint ?? "")" }.joined(separator: "\n"))")
      throw error
    }
  }

  /// What does not depend on ids is the same.
  private func expectSame(_ left: Study, _ right: Study) {
    #expect(left.title == right.title && left.question == right.question && left.summary == right.summary)
    #expect(
      left.guide == right.guide && left.attributes == right.attributes && left.template == right.template)
    #expect(left.participants.map { Row($0) } == right.participants.map { Row($0) })
    #expect(left.sources.map { Row($0) } == right.sources.map { Row($0) })
    #expect(left.codes.map { Row($0) }.sorted() == right.codes.map { Row($0) }.sorted())
    #expect(left.segments.map { Row($0) }.sorted() == right.segments.map { Row($0) }.sorted())
    #expect(left.codings.map { Row($0) }.sorted() == right.codings.map { Row($0) }.sorted())
    #expect(left.configurations.map { Row($0) } == right.configurations.map { Row($0) })
    #expect(left.evidence.map { Row($0) }.sorted() == right.evidence.map { Row($0) }.sorted())
    #expect(left.theories.map { Row($0) } == right.theories.map { Row($0) })
    #expect(left.linkedCodings.map { Row($0) }.sorted() == right.linkedCodings.map { Row($0) }.sorted())
    #expect(left.responses.map { Row($0) } == right.responses.map { Row($0) })
    #expect(left.factors.map { Row($0) } == right.factors.map { Row($0) })
    #expect(left.links.map { Row($0) }.sorted() == right.links.map { Row($0) }.sorted())
    #expect(left.loops.map { Row($0) } == right.loops.map { Row($0) })
    #expect(left.memos.map { Row($0) } == right.memos.map { Row($0) })
    #expect(left.recommendations.map { Row($0) } == right.recommendations.map { Row($0) })
  }
}

/// The fields of a value that are not ids, as text.
private struct Row: Comparable, CustomStringConvertible {
  var description: String

  init(_ one: Participant) {
    description =
      "\(one.key) \(one.name) \(one.attributes.sorted { $0.key < $1.key }) \(one.consent) \(one.withdrawn?.description ?? "")"
  }
  init(_ one: Source) {
    description =
      "\(one.name) \(one.title) \(one.kind) \(one.mode) \(one.date?.description ?? "") \(one.minutes ?? 0) \(one.participants.count) \(one.attributes.sorted { $0.key < $1.key }) \(one.revision) \(one.length) \(one.words)"
  }
  init(_ one: Code) {
    description =
      "\(one.name) \(one.definition) \(one.use) \(one.not) \(one.colour?.description ?? "") \(one.hotkey) \(one.position)"
  }
  init(_ one: Segment) {
    description = "\(one.revision) \(one.span) \(one.check) \(one.coder) \(one.created) \(one.memo)"
  }
  init(_ one: Coding) { description = "\(one.coder) \(one.created) \(one.memo)" }
  init(_ one: Configuration) {
    let elements = one.labelled.map {
      "\($0.label) \($0.element.text) \($0.element.code != nil) \(String(describing: $0.element.valence)) \($0.element.level) \($0.element.beneficiary)"
    }
    let judgements = one.confidence.ordered.map {
      "\($0.component) \($0.judgement.concern) \($0.judgement.note)"
    }
    let confidence = "\(judgements) \(one.confidence.level?.rawValue ?? "") \(one.confidence.note)"
    description =
      "\(one.key) \(one.title) \(one.theory != nil) \(one.status) \(one.group) \(elements) \(confidence)"
  }
  init(_ one: Evidence) {
    description =
      "\(one.elements.count) \(one.bearing) \(one.standing) \(one.coder) \(one.created) \(one.note)"
  }
  init(_ one: Theory) {
    let versions = one.versions.map { version in
      let date = version.date?.description ?? ""
      let passages = version.passages.map { "\($0.bearing) \($0.note)" }
      return
        "\(version.label) \(version.step) \(date) \(version.statement) \(version.reason) \(version.into.count) \(passages)"
    }
    description = "\(one.key) \(one.title) \(one.origin) \(versions)"
  }
  init(_ one: LinkedCoding) {
    description =
      "\(one.key) \(one.shape) \(one.parts.map { $0.segment != nil }) \(one.coder) \(one.created) \(one.memo)"
  }
  init(_ one: TheoryResponse) {
    description = "\(one.version) \(one.kind) \(one.coder) \(one.created) \(one.note)"
  }
  init(_ one: Factor) {
    description =
      "\(one.key) \(one.stage) \(one.text) \(one.details) \(one.group) \(one.code != nil) \(one.assumptions) \(one.indicators)"
  }
  init(_ one: CausalLink) {
    description = "\(one.polarity) \(one.label) \(one.configurations.count) \(one.segments.count)"
  }
  init(_ one: Loop) {
    description =
      "\(one.key) \(one.title) \(one.valence) \(one.factors.count) \(one.breaks.map { $0.recommendation != nil })"
  }
  init(_ one: Memo) { description = "\(one.coder) \(one.written) \(one.body)" }
  init(_ one: Recommendation) {
    description =
      "\(one.key) \(one.actor) \(one.action) \(one.rationale) \(one.configurations.count) \(one.loops.count)"
  }

  static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
