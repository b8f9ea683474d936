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
  private var guide: GuideQuestions
  private var (added, updated, matched, asked) = (0, 0, 0, 0)
  private var (silent, unchanged) = ([String](), 0)

  /// - Throws: ``Failure`` when a source is called like a respondent's and has other words.
  init(
    _ survey: Survey, file: String, naming pattern: String, _ reader: StudyReader,
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
      if let same = known[name] {
        try requireSame(same, text, respondent, file: file, reader)
        unchanged += 1
        continue
      }
      var source = Source(id: ID(high: 0, low: 0), name: name, kind: .survey)
      source.participants = [participant]
      answers += turns.count
      sources.append(
        (
          source, text,
          turns.map { turn in
            var turn = turn
            turn.participant = participant
            return turn
          }
        ))
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

  private func requireSame(
    _ source: Source, _ text: SourceText, _ respondent: SurveyRespondent, file: String, _ reader: StudyReader
  ) throws {
    guard try reader.text(of: source.id, revision: source.revision).string.isIdentical(to: text.string) else {
      throw Failure(
        "\(file):\(respondent.line): there is already a source '\(source.name)', and it has other words",
        hint: "call the sources something else: --name survey-{id}", exitCode: Exit.badData)
    }
  }

  var changesNothing: Bool { participants.isEmpty && newAttributes.isEmpty && sources.isEmpty && asked == 0 }

  var notes: [String] {
    var notes = ["participants: \(added) new, \(updated) updated"]
    notes.append("questions: \(matched) of the guide, \(asked) added to it")
    if unchanged > 0 {
      notes.append(
        "\(counted(unchanged, "source")) \(unchanged == 1 ? "is" : "are") there already with the same answers"
      )
    }
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
  }
}
