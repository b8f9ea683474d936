import RealistModel

extension StudyCheck {
  /// Saved queries can still be read: the codes, attributes and queries they name are there.
  public static let savedQueries = StudyCheck(
    key: "saved-queries", rule: "every saved query names codes, attributes and queries that exist"
  ) { material in
    guard !material.study.queries.isEmpty, let codes = try? CodeTree(material.study.codes) else { return [] }
    let saved = material.study.queries.map { ($0.name, $0.text) }
    let names = Query.Names(
      codes: codes, attributes: material.study.attributes,
      saved: Dictionary(saved, uniquingKeysWith: { first, _ in first }))
    return material.study.queries.compactMap { query in
      do throws(QueryError) {
        _ = try Query(query.text, names: names)
        return nil
      } catch {
        return Finding(
          .warning, "query @\(query.name)", error.message,
          hint: "realist query save \(query.name) '…', or realist query remove \(query.name)")
      }
    }
  }
}
