import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes the study's own values: title, question, template, stages, attribute columns. Collections are left alone.
  public func put(header study: Study) throws {
    try put(
      "study",
      "id title question summary ethics created template_key template_name attribution guide readme template_columns",
      study.id,
      study.title, study.question, study.summary, study.ethics, study.created, study.template.key,
      study.template.name, study.attribution.pattern, study.guide, study.readme,
      study.template.columns.joined(separator: "\n"))
    try connection.execute("DELETE FROM slot")
    for (position, slot) in study.template.slots.enumerated() {
      try put(
        "slot", key: "letter", "letter name plural role definition rule position", slot.letter,
        slot.name, slot.plural, slot.role.rawValue, slot.definition, slot.rule, position)
    }
    try put(stages: study.stages)
    for definition in study.attributes { try put(attribute: definition) }
  }

  /// Replaces the list of stages. One that is left out must have no factor.
  public func put(stages: [Stage]) throws {
    let kept = Set(stages.map(\.key))
    for stage in try reader.header().stages where !kept.contains(stage.key) {
      let used = try connection.int("SELECT count(*) FROM factor WHERE stage = \(stage.key)") ?? 0
      guard used == 0 else {
        throw StoreError.inUse(.stage, name: stage.key, by: [.init(count: used, kind: .factor)])
      }
      try connection.execute("DELETE FROM stage WHERE key = \(stage.key)")
    }
    for (position, stage) in stages.enumerated() {
      try put(
        "stage", key: "key", "key name kind position", stage.key, stage.name, stage.kind.rawValue, position)
    }
  }

  /// Adds an attribute column, or changes its kind.
  public func put(attribute definition: AttributeDefinition) throws {
    let table = "\(definition.subject.rawValue)_attribute"
    let known = try connection.int(
      "SELECT position FROM \(identifier: table) WHERE name = \(definition.name)")
    try put(
      table, key: "name", "name kind position", definition.name, definition.kind.rawValue,
      try known ?? nextPosition(in: table))
  }

  /// Writes a whole study with its texts into an empty file.
  func insert(_ contents: StudyContents) throws {
    try put(header: contents.study)
    try put(contents)
  }

  /// Writes values as they are, new or changed, in an order in which each finds what it refers to. The study's own values are left alone,
  /// and so are the texts of sources that are not among the revisions.
  public func put(_ contents: StudyContents) throws {
    let study = contents.study
    for participant in study.participants { try put(participant) }
    for code in study.codes { try put(code) }
    let revisions = Dictionary(grouping: contents.revisions, by: \.source)
    for source in study.sources {
      try put(source)
      for revision in revisions[source.id] ?? [] { try insert(revision) }
    }
    for segment in study.segments { try put(segment) }
    for coding in study.codings { try put(coding) }
    for linked in study.linkedCodings { try put(linked) }
    for theory in study.theories { try put(theory) }
    for response in study.responses { try put(response) }
    for configuration in study.configurations { try put(configuration) }
    for evidence in study.evidence { try put(evidence) }
    for factor in study.factors { try put(factor) }
    for link in study.links { try put(link) }
    for loop in study.loops { try put(loop) }
    for ripple in study.confirmedRipples { try put(ripple) }
    for memo in study.memos { try put(memo) }
    for recommendation in study.recommendations { try put(recommendation) }
    for query in study.queries { try put(query) }
    for summary in study.framework { try put(summary) }
    for table in study.contextTables { try put(table) }
  }
}
