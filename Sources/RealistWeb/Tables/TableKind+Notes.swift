import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// What was written down beside the codes: memos, saved queries.
  static let notes: [TableKind] = [
    TableKind("memos", "Memos", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      TableResult(
        .memos(
          try reader.memos().enumerated().map { place, memo in
            (number: place + 1, subject: try reader.name(of: memo.subject), memo: memo)
          }))
    },
    TableKind("queries", "Saved queries", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      let saved = try reader.queries()
      let names = Query.Names(
        codes: try reader.codeTree(), attributes: try reader.attributes(), queries: saved)
      let read = saved.map { try? Query($0.text, names: names) }
      let parts = read.compactMap { $0?.parts }.reduce(into: CodingTable.Part()) { $0.formUnion($1) }
      guard !saved.isEmpty else { return TableResult(.savedQueries([])) }
      let table = try reader.codingTable(parts)
      return TableResult(.savedQueries(zip(saved, read).map { ($0, $1?.passages(in: table).count) }))
    },
  ]
}
