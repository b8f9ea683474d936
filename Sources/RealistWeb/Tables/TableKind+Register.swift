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
      return TableResult(request.isForPeople ? table.withoutEmptyColumns() : table)
    },
    TableKind("participants", "Participants") { _ in
      []
    } make: { request, reader in
      var study = try reader.study([.participants, .sources])
      let conditions = try Conditions(request.call, reader)
      study.participants = study.participants.filter { conditions.holds($0, sources: study.sources) }
      let table = Table.participants(of: study)
      return TableResult(request.isForPeople ? table.withoutEmptyColumns() : table)
    },
  ]

  /// The theory of change, the programme theories and what follows from them.
  static let theory: [TableKind] = [
    TableKind("factors", "Factors and links") { _ in
      []
    } make: { _, reader in
      let study = try reader.study([.codes, .configurations, .theoryOfChange])
      return TableResult(.theoryOfChange(study, codes: try CodeTree(study.codes)))
    },
    TableKind("theories", "Programme theories") { _ in
      []
    } make: { _, reader in
      TableResult(.theories(try reader.study([.configurations])))
    },
    TableKind("recommendations", "Recommendations") { _ in
      []
    } make: { _, reader in
      TableResult(.recommendations(try reader.study([.configurations, .theoryOfChange, .notes])))
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
