import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistStore

/// What a survey makes of a study: participants, attributes, sources, questions of the guide.
struct SurveyPlan {
  /// New and changed ones.
  private(set) var participants: [Participant] = []
  private(set) var newAttributes: [AttributeDefinition] = []
  private(set) var sources: [(source: Source, text: SourceText, turns: [Turn])] = []
  private(set) var answers = 0
  /// Sources whose answers are others now.
  private var revised: [ChangedAnswers] = []
  private var guide: GuideQuestions
  private var (added, updated, matched, asked) = (0, 0, 0, 0)
  private var (silent, unchanged) = ([String](), 0)

  /// - Parameter revises: what becomes of changed answers: a new revision of their source. Without it they are an error.
  /// - Throws: ``Failure`` when a source is called like a respondent's and has other words, or is somebody else's.
  init(
    _ survey: Survey, file: String, naming pattern: String, revises: Bool, _ reader: StudyReader,
    newID: () -> ID<Participant>
  ) throws {
    guide = GuideQuestions(try reader.header().guide)
    let definitions = try reader.attributes()
    newAttributes = survey.attributes.filter { !definitions.contains($0) }
    let questions = survey.openColumns.map { column in
      if let known = guide.question(asking: column.name) {
        matched += 1
        return known
      }
      asked += 1
      return guide.add(column.name)
    }
    let people = Dictionary(try reader.participants().map { ($0.key, $0) }) { first, _ in first }
    let known = Dictionary(try reader.sources().map { ($0.name, $0) }) { first, _ in first }
    for respondent in survey.respondents {
      let participant = take(respondent, people[respondent.key], newID)
      guard let (text, turns) = respondent.transcript(questions) else {
        silent.append(respondent.key)
        continue
      }
      let name = pattern.replacing("{id}", with: respondent.key)
      let linked = turns.map { turn in
        var turn = turn
        turn.participant = participant
        return turn
      }
      if let same = known[name] {
        guard try !has(same, text, reader) else {
          unchanged += 1
          continue
        }
        guard revises, same.kind == .survey, same.participants == [participant] else {
          throw Self.otherWords(same, at: "\(file):\(respondent.line)", revises: revises)
        }
        revised.append(try ChangedAnswers(same, text, linked, reader))
        continue
      }
      var source = Source(id: ID(high: 0, low: 0), name: name, kind: .survey)
      source.participants = [participant]
      answers += turns.count
      sources.append((source, text, linked))
    }
  }

  private mutating func take(
    _ respondent: SurveyRespondent, _ known: Participant?, _ newID: () -> ID<Participant>
  ) -> ID<Participant> {
    let values = Dictionary(respondent.values.map { ($0.name, $0.value) }) { first, _ in first }
    guard let known else {
      let participant = Participant(id: newID(), key: respondent.key, attributes: values)
      participants.append(participant)
      added += 1
      return participant.id
    }
    let new = known.updated(from: Participant(id: known.id, key: known.key, attributes: values))
    if new != known {
      participants.append(new)
      updated += 1
    }
    return known.id
  }

  private func has(_ source: Source, _ text: SourceText, _ reader: StudyReader) throws -> Bool {
    try reader.text(of: source.id, revision: source.revision).string.isIdentical(to: text.string)
  }

  private static func otherWords(_ source: Source, at place: String, revises: Bool) -> Failure {
    revises
      ? Failure(
        "\(place): there is already a source '\(source.name)', and it is not the survey of this respondent alone",
        hint: "call the sources something else: --name survey-{id}", exitCode: Exit.badData)
      : Failure(
        "\(place): there is already a source '\(source.name)', and it has other words",
        hint: """
          where people changed their answers: --revise, and quotes go over to the new ones
          where these are answers to something else: --name second-survey-{id}
          """, exitCode: Exit.badData)
  }

  var changesNothing: Bool {
    participants.isEmpty && newAttributes.isEmpty && sources.isEmpty && revised.isEmpty && asked == 0
  }

  /// How many sources have other answers now.
  var changed: Int { revised.count }

  var notes: [String] {
    var notes = ["participants: \(added) new, \(updated) updated"]
    notes.append("questions: \(matched) of the guide, \(asked) added to it")
    if unchanged > 0 {
      notes.append(
        "\(counted(unchanged, "source")) \(unchanged == 1 ? "is" : "are") there already with the same answers"
      )
    }
    notes += revised.map(\.note)
    if !silent.isEmpty { notes.append("no source for \(listed(silent)): no answer in words") }
    return notes
  }

  func apply(_ writer: StudyWriter) throws {
    for definition in newAttributes { try writer.put(attribute: definition) }
    for participant in participants { try writer.put(participant) }
    if asked > 0 {
      var header = try writer.reader.header()
      header.guide = guide.markdown
      try writer.put(header: header)
    }
    for (source, text, turns) in sources {
      var source = source
      source.id = writer.newID()
      try writer.add(source, Revision(source: source.id, text: text, turns: turns, imported: writer.time))
    }
    for one in revised { try one.apply(writer) }
  }
}
