import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// Brings programme theories that are written in notation into a study.
///
/// A theory with a known key is changed and stays itself. Responses that the file does not list stay, and so do the passages of a wording
/// that says what it said and for which the file lists none.
struct TheoryImport {
  let writer: StudyWriter
  /// What problems name as their place.
  let file: String

  private(set) var added: [String] = []
  private(set) var changed: [String] = []

  init(_ writer: StudyWriter, file: String) { (self.writer, self.file) = (writer, file) }

  /// Writes them, in the file's order when it names all theories of the study.
  ///
  /// - Throws: ``Problems`` with everything that could not be resolved.
  mutating func add(_ notated: [NotatedTheory]) throws {
    var study = try writer.reader.configuredStudy()
    let (known, responses) = (study.theories, study.responses)
    let keys = Set(notated.map(\.key))
    study.theories.removeAll { keys.contains($0.key) }
    (study.evidence, study.responses, study.segments) = ([], [], [])
    let ids = TheoryIDs(
      known: Dictionary(known.map { ($0.key, $0.id) }) { first, _ in first }, writer: writer)
    var builder = StudyBuilder(
      study: study, coder: "", moment: writer.time, ids: ids, text: writer.reader.texts())
    builder.add(notated, file: file)
    guard builder.problems.isEmpty else { throw Problems(file, builder.problems) }
    let (segmentIDs, _) = try writer.keep(builder.study.segments)
    for built in builder.study.theories where keys.contains(built.key) {
      let old = known.first { $0.id == built.id }
      let theory = Self.renewed(built, segmentIDs, over: old)
      if theory != old { try writer.put(theory) }
      let before = responses.filter { $0.theory == built.id }
      let after = Self.merged(
        builder.study.responses.filter { $0.theory == built.id }, segmentIDs, into: before)
      try writer.replaceResponses(to: built.id, with: after)
      if old == nil {
        added.append(built.key)
      } else if theory != old || after != before {
        changed.append(built.key)
      }
    }
    let all = try writer.reader.theories()
    if all.count == notated.count {
      try writer.orderTheories(notated.compactMap { one in all.first { $0.key == one.key }?.id })
    }
  }

  private static func renewed(
    _ built: Theory, _ segments: [ID<Segment>: ID<Segment>], over old: Theory?
  ) -> Theory {
    var theory = built
    for (index, version) in built.versions.enumerated() {
      theory.versions[index].passages = version.passages.map { passage in
        var passage = passage
        passage.segment = segments[passage.segment] ?? passage.segment
        return passage
      }
      guard version.passages.isEmpty, let before = old?.versions, before.indices.contains(index),
        before[index].statement.isIdentical(to: version.statement), before[index].step == version.step
      else { continue }
      theory.versions[index].passages = before[index].passages
    }
    return theory
  }

  /// The file's responses in its order, then what only the study has.
  private static func merged(
    _ own: [TheoryResponse], _ segments: [ID<Segment>: ID<Segment>], into known: [TheoryResponse]
  ) -> [TheoryResponse] {
    var rest = known
    var result: [TheoryResponse] = []
    for response in own {
      var response = response
      response.segment = segments[response.segment] ?? response.segment
      let place = rest.firstIndex {
        ($0.version, $0.segment, $0.kind) == (response.version, response.segment, response.kind)
      }
      if let place {
        let same = rest.remove(at: place)
        response.id = same.id
        if response.coder.isEmpty { (response.coder, response.created) = (same.coder, same.created) }
      }
      result.append(response)
    }
    return result + rest
  }
}

/// New ids but for theories that the study has.
private struct TheoryIDs: NaturalIDs {
  let known: [String: ID<Theory>]
  let writer: StudyWriter

  func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity> {
    if kind == "theory", let id = known[key] as? ID<Entity> { return id }
    return writer.newID()
  }
}
