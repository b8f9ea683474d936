import Foundation
import RealistModel
import RealistStore

@testable import RealistCommands

extension Session {
  /// Makes `study.realist`, an invented study: each source is its lines, `Speaker: words`; speakers called `P…` are participants.
  func makeStudy(
    _ sources: [(name: String, lines: String)], attributes: [String: [String: Double]] = [:],
    named file: String = "study.realist"
  ) throws {
    let time = Timestamp(milliseconds: 1_772_000_000_000)
    var ids = UUIDv7Source(time: time, random: SystemRandomNumberGenerator())
    var study = Study(id: ids.next(Study.self), title: "An invented clinic", created: time)
    study.attributes = Set(attributes.values.flatMap(\.keys)).sorted().map {
      AttributeDefinition(name: $0, subject: .participant, kind: .number)
    }
    var revisions: [Revision] = []
    for (name, lines) in sources {
      let text = try SourceText(lines)
      var (turns, offset) = ([Turn](), 0)
      for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
        let length = line.unicodeScalars.count
        defer { offset += length + 1 }
        guard let colon = line.firstIndex(of: ":") else { continue }
        let speaker = String(line[..<colon])
        let span = try TextSpan(start: offset + speaker.unicodeScalars.count + 2, end: offset + length)
        if speaker.hasPrefix("P"), !study.participants.contains(where: { $0.key == speaker }) {
          study.participants.append(
            Participant(
              id: ids.next(Participant.self), key: speaker,
              attributes: (attributes[speaker] ?? [:]).mapValues { .number($0) }))
        }
        let participant = study.participants.first { $0.key == speaker }?.id
        turns.append(Turn(span: span, speaker: speaker, participant: participant))
      }
      let source = Source(id: ids.next(Source.self), name: name)
      let revision = Revision(source: source.id, text: text, turns: turns, imported: time)
      study.sources.append(source.measured(by: revision))
      revisions.append(revision)
    }
    let note = ChangeNote(coder: "Iris", time: time, command: "init", ids: ids)
    _ = try StudyStore.create(
      path(file), contents: StudyContents(study: study, revisions: revisions), entry: note)
  }

  /// The codes, segments and codings of `study.realist`.
  func content() throws -> [AnyHashable] {
    let study = try StudyStore.open(path("study.realist"), .readOnly).read { try $0.study() }
    return [study.codes, study.segments, study.codings, study.memos]
  }

  /// Makes the study that most of these tests work on.
  func makeClinic() throws {
    try makeStudy(
      [
        (
          "P01",
          """
          INT: How was it?
          P01: 🙂🙂 I trusted the nurse. She remembered my dog’s name!
          INT: And the waiting?
          P01: We waited for hours. Well, Dr. Okafor says two hours. I felt safe though.
          """
        ),
        (
          "P02",
          """
          INT: How was it?
          P02: It felt safe. I felt safe there, and then they moved us.
          """
        ),
      ], attributes: ["P01": ["band": 3], "P02": ["band": 5]])
  }
}
