import RealistModel
import RealistReading
import RealistReports
import RealistStore

extension TableKind {
  /// Who took part, and what the material is.
  static let register: [TableKind] = [
    TableKind("sources", "Sources") { _ in
      []
    } make: { request, reader in
      var study = try reader.study([.participants, .sources])
      study.sources = study.sources.filter(try Conditions(request.call, reader).holds)
      let table = Table.sources(of: study, counts: try reader.sourceCounts())
      return TableResult(request.shown(table))
    },
    TableKind("participants", "Participants") { _ in
      []
    } make: { request, reader in
      var study = try reader.study([.participants, .sources])
      let conditions = try Conditions(request.call, reader)
      study.participants = study.participants.filter { conditions.holds($0, sources: study.sources) }
      let table = Table.participants(of: study)
      return TableResult(request.shown(table))
    },
  ]

  /// Who did what when.
  static let audit = TableKind("journal", "Audit trail", isNarrowed: false) { _ in
    [.number("last", "Newest entries")]
  } make: {
    request, reader in
    TableResult(.journal(try reader.entries(last: try request.number("last"))))
  }

  /// The study in numbers.
  static let status = TableKind("status", "The study in numbers", isNarrowed: false) { _ in
    []
  } make: { _, reader in
    TableResult(.status(try reader.summary()))
  }

  /// What a careful evaluator would look at.
  static let check = TableKind("check", "What the checks find", isNarrowed: false) { _ in
    [.flag("errors", "Only errors")]
  } make: { request, reader in
    var findings = try reader.findings(onlyErrors: try request.flag("errors"))
    guard request.format == nil else { return TableResult(.findings(findings)) }
    // What to type is of no use here.
    for place in findings.indices where findings[place].finding.hint.contains("realist ") {
      findings[place].finding.hint = ""
    }
    var table = Table.findings(findings).withoutEmptyColumns()
    if findings.isEmpty { table.head.notes = ["Nothing found: the study is sound."] }
    return TableResult(table, limit: request.limit)
  }
}
