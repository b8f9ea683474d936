import RealistModel
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
  static let audit = TableKind("journal", "Audit trail") { _ in
    [.number("last", "Newest entries")]
  } make: {
    request, reader in
    TableResult(.journal(try reader.entries(last: try request.number("last"))))
  }
}
