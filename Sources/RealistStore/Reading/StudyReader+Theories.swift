import RealistModel
import SQLiteKit

extension StudyReader {
  /// All programme theories with their versions.
  public func theories() throws -> [Theory] {
    let (successors, passages) = (try theorySuccessors(), try theoryPassages())
    var versions: [ID<Theory>: [Theory.Version]] = [:]
    try connection.query(
      """
      SELECT theory, number, label, date, statement, reason, step
      FROM theory_version
      ORDER BY theory, number
      """
    ) { row in
      let (theory, number, label): (ID<Theory>, Int, String) = (row.id(0), row.int(1), row.text(2))
      let place = VersionPlace(theory: theory, number: number)
      versions[theory, default: []].append(
        Theory.Version(
          label: label, step: row.optionalValue(6) ?? Theory.Step(label: label, isFirst: number == 1),
          date: row.optionalDate(3), statement: row.text(4), reason: row.text(5),
          into: successors[place] ?? [], passages: passages[place] ?? []))
    }
    return try connection.queryAll("SELECT id, key, title, origin FROM theory ORDER BY position, key") {
      row in
      let id: ID<Theory> = row.id(0)
      return Theory(
        id: id, key: row.text(1), title: row.text(2), origin: row.value(3, or: .analyst),
        versions: versions[id] ?? [])
    }
  }

  private struct VersionPlace: Hashable {
    var theory: ID<Theory>
    var number: Int
  }

  private func theorySuccessors() throws -> [VersionPlace: [ID<Theory>]] {
    var successors: [VersionPlace: [ID<Theory>]] = [:]
    try connection.query(
      "SELECT theory, number, successor FROM theory_successor ORDER BY theory, number, position"
    ) { row in
      successors[VersionPlace(theory: row.id(0), number: row.int(1)), default: []].append(row.id(2))
    }
    return successors
  }

  private func theoryPassages() throws -> [VersionPlace: [Theory.Passage]] {
    var passages: [VersionPlace: [Theory.Passage]] = [:]
    try connection.query(
      """
      SELECT theory, number, segment, bearing, note
      FROM theory_passage
      ORDER BY theory, number, position
      """
    ) { row in
      passages[VersionPlace(theory: row.id(0), number: row.int(1)), default: []].append(
        Theory.Passage(segment: row.id(2), bearing: row.value(3, or: .supports), note: row.text(4)))
    }
    return passages
  }

  /// What people said to the theories that were put to them, by theory, version and place.
  public func responses() throws -> [TheoryResponse] {
    try connection.queryAll(
      """
      SELECT theory_response.id, theory, version, segment, kind, coder, created, note
      FROM theory_response JOIN theory ON theory.id = theory_response.theory
      ORDER BY theory.position, theory.key, version, theory_response.position, theory_response.id
      """
    ) { row in
      TheoryResponse(
        id: row.id(0), theory: row.id(1), version: row.int(2), segment: row.id(3),
        kind: row.value(4, or: .confirms), coder: row.text(5), created: row.time(6), note: row.text(7))
    }
  }

  /// What was judged of the confidence in each configuration.
  func confidences() throws -> [ID<Configuration>: Confidence] {
    var found: [ID<Configuration>: Confidence] = [:]
    try connection.query("SELECT configuration, level, note FROM confidence") { row in
      found[row.id(0)] = Confidence(level: row.optionalValue(1), note: row.text(2))
    }
    try connection.query("SELECT configuration, component, concern, note FROM confidence_judgement") { row in
      let component: Confidence.Component = row.value(1, or: .methods)
      found[row.id(0), default: Confidence()].judgements[component] = Confidence.Judgement(
        row.value(2, or: .none), note: row.text(3))
    }
    return found
  }
}
