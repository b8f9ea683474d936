import RealistFormats
import RealistModel
import RealistTranscripts

/// Who speaks where: from the labels in a text, from sync points, from cases.
extension StudyAssembly {
  /// The turns of a text. A project that Realist wrote brings its own.
  func turns(in text: ForeignText, _ document: ForeignDocument, _ rule: OffsetRule) -> [Turn] {
    guard supplement["turns.csv"] == nil else { return [] }
    let known = Set(study.participants.map(\.key))
    var turns = SpeakerLinks(participants: study.participants).linked(
      TranscriptTurns.turns(of: text.text, known: known))
    let map = OffsetMap(text, rule)
    let points = document.syncPoints.compactMap { point -> (time: Int, place: Int)? in
      guard let position = point.position, let place = map.scalar(position) else { return nil }
      return (point.milliseconds, place)
    }.sorted { ($0.place, $0.time) < ($1.place, $1.time) }
    if points.isEmpty { return turns }
    if turns.isEmpty {
      for (point, next) in zip(points, points.dropFirst()) where point.place < next.place {
        turns.append(
          Turn(span: TextSpan(valid: point.place..<next.place), begins: point.time, ends: next.time))
      }
      return turns
    }
    for place in turns.indices {
      turns[place].begins = points.last { $0.place <= turns[place].span.start }?.time
      turns[place].ends = points.first { $0.place >= turns[place].span.end }?.time
    }
    return turns
  }

  /// Cases that name sources say who took part; those that name passages say who speaks there.
  mutating func linkCases() {
    var ranges: [ID<Source>: [(range: Range<Int>, participant: ID<Participant>)]] = [:]
    let spans = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
    var taking: [ID<Source>: [ID<Participant>]] = [:]
    for foreign in project.cases {
      guard let participant = participants[foreign.guid] else { continue }
      for source in foreign.sources {
        guard let id = sources[source] else {
          report.add("SourceRef of a case", .leftOut, "the source is not in the file")
          continue
        }
        taking[id, default: []].append(participant)
      }
      for selection in foreign.selections + (caseSelections[foreign.guid] ?? []) {
        guard let segment = segments[selection].flatMap({ spans[$0] }) else {
          report.add("SelectionRef of a case", .leftOut, "the selection has no place in a text")
          continue
        }
        taking[segment.source, default: []].append(participant)
        ranges[segment.source, default: []].append((segment.span.range, participant))
      }
    }
    for place in study.sources.indices {
      let id = study.sources[place].id
      study.sources[place].participants = (taking[id] ?? []).distinct
      link(ranges[id] ?? [], of: id, alone: study.sources[place].participants)
      if supplement["turns.csv"] == nil, let revision = revisions.first(where: { $0.source == id }) {
        study.sources[place] = study.sources[place].measured(by: revision.text, revision.turns)
      }
    }
  }

  private mutating func link(
    _ ranges: [(range: Range<Int>, participant: ID<Participant>)], of source: ID<Source>,
    alone: [ID<Participant>]
  ) {
    guard supplement["turns.csv"] == nil, let place = revisions.firstIndex(where: { $0.source == source })
    else { return }
    let length = revisions[place].text.length
    let parts = ranges.filter { $0.range.count < length }
    if revisions[place].turns.isEmpty {
      var end = 0
      for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        guard part.range.lowerBound >= end else {
          report.add("SelectionRef of a case", .leftOut, "it overlaps another's")
          continue
        }
        revisions[place].turns.append(
          Turn(span: TextSpan(valid: part.range), participant: part.participant))
        end = part.range.upperBound
      }
      // Somebody's own source without any label: that person speaks in it.
      if parts.isEmpty, alone.count == 1, let whole = revisions[place].text.wholeSpan {
        revisions[place].turns = [Turn(span: whole, participant: alone[0])]
      }
      return
    }
    if revisions[place].turns.allSatisfy({ $0.speaker == nil }), alone.count == 1 {
      for turn in revisions[place].turns.indices { revisions[place].turns[turn].participant = alone[0] }
    }
    for part in parts {
      for turn in revisions[place].turns.indices
      where revisions[place].turns[turn].participant == nil
        && part.range.contains(revisions[place].turns[turn].span.start)
        && revisions[place].turns[turn].span.end <= part.range.upperBound
      {
        revisions[place].turns[turn].participant = part.participant
      }
    }
  }
}
