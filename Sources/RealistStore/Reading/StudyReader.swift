import RealistModel
import SQLiteKit

/// Reads values from one consistent state of a study; valid inside the closure it was handed to.
///
/// Collections come in the study's order. Nothing here reads more tables than its name says.
public struct StudyReader {
  let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The study's own values, all collections empty.
  public func header() throws -> Study {
    let found = try connection.queryOne(
      """
      SELECT id, title, question, summary, ethics, created, template_key, template_name, attribution, guide,
        readme, template_columns
      FROM study
      """
    ) { row in
      Study(
        id: row.id(0), title: row.text(1), question: row.text(2), summary: row.text(3), ethics: row.text(4),
        created: row.time(5),
        template: Template(key: row.text(6), name: row.text(7), slots: [], columns: row.lines(11)),
        attribution: AttributionPattern(row.text(8)), guide: row.text(9), readme: row.text(10))
    }
    guard var study = found else { throw StoreError.notAStudy(path: connection.path ?? "") }
    study.template.slots = try slots()
    study.stages = try stages()
    study.attributes = try attributes()
    return study
  }

  private func slots() throws -> [Template.Slot] {
    try connection.queryAll(
      "SELECT letter, name, plural, role, definition, rule FROM slot ORDER BY position"
    ) {
      row in
      Template.Slot(
        letter: row.text(0), name: row.text(1), plural: row.text(2), role: row.value(3, or: .other),
        definition: row.text(4), rule: row.text(5))
    }
  }

  private func stages() throws -> [Stage] {
    try connection.queryAll("SELECT key, name, kind FROM stage ORDER BY position, key") { row in
      Stage(key: row.text(0), name: row.text(1), kind: row.value(2, or: .activities))
    }
  }

  /// The columns that participants and sources have.
  public func attributes() throws -> [AttributeDefinition] {
    try connection.queryAll(
      """
      SELECT name, 'participant', kind, 0, position FROM participant_attribute
      UNION ALL
      SELECT name, 'source', kind, 1, position FROM source_attribute
      ORDER BY 4, 5, 1
      """
    ) { row in
      AttributeDefinition(
        name: row.text(0), subject: row.value(1, or: .participant), kind: row.value(2, or: .text))
    }
  }

  /// Everything but the texts.
  public func study(_ parts: StudyParts = .everything) throws -> Study {
    var study = try header()
    if parts.contains(.participants) { study.participants = try participants() }
    if parts.contains(.sources) { study.sources = try sources() }
    if parts.contains(.codes) { study.codes = try codes() }
    if parts.contains(.codings) { (study.segments, study.codings) = (try segments(), try codings()) }
    if parts.contains(.linkedCodings) { study.linkedCodings = try linkedCodings() }
    if parts.contains(.configurations) {
      (study.configurations, study.evidence) = (try configurations(), try evidence())
      (study.theories, study.responses) = (try theories(), try responses())
    }
    if parts.contains(.theoryOfChange) {
      (study.factors, study.links, study.loops) = (try factors(), try links(), try loops())
    }
    if !parts.isDisjoint(with: [.configurations, .theoryOfChange]) {
      study.confirmedRipples = try confirmedRipples()
    }
    if parts.contains(.notes) { (study.memos, study.recommendations) = (try memos(), try recommendations()) }
    if parts.contains(.asking) {
      (study.queries, study.framework) = (try queries(), try frameworkSummaries())
      study.contextTables = try contextTables()
    }
    return study
  }

  /// The study with every text, as a study folder holds it.
  public func contents() throws -> StudyContents {
    let study = try study()
    return StudyContents(study: study, revisions: try study.sources.flatMap { try revisions(of: $0.id) })
  }
}

/// Which collections of a study to read.
public struct StudyParts: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let participants = StudyParts(rawValue: 1)
  public static let sources = StudyParts(rawValue: 2)
  public static let codes = StudyParts(rawValue: 4)
  /// Segments and codings.
  public static let codings = StudyParts(rawValue: 8)
  /// Configurations with elements and evidence, and programme theories with responses. Evidence refers to segments: see ``codings`` or
  /// ``StudyReader/segments(_:)``.
  public static let configurations = StudyParts(rawValue: 16)
  /// Factors, links, loops, confirmed ripples.
  public static let theoryOfChange = StudyParts(rawValue: 32)
  /// Memos and recommendations.
  public static let notes = StudyParts(rawValue: 64)
  /// Linked codings. They refer to segments, as evidence does.
  public static let linkedCodings = StudyParts(rawValue: 1 << 8)
  /// Saved queries, the cells of framework matrices, tables of context.
  public static let asking = StudyParts(rawValue: 1 << 9)
  public static let everything = StudyParts(rawValue: 0xffff)
}
