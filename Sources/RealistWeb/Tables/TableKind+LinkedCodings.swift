import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// Passages coded as a pair or three that belong together, one by one and put together.
  static let linkedCodings: [TableKind] = [
    TableKind("linked-codings", "Linked codings") { reader in
      [try .code(reader), .choice("links", "Links", try reader.linkedShapes())]
    } make: { request, reader in
      let material = try LinkedMaterial(request, reader)
      let study = material.study.keepingLinkedCodings(
        code: try request.text("code").map { try material.tree.code(named: $0).code.id },
        in: material.tree, links: request.text("links"))
      return TableResult(
        Table.linkedCodings(study, codes: material.tree, passages: material.passages)
          .withoutEmptyColumns())
    },
    TableKind("linked-coding-groups", "Linked codings put together") { _ in
      [
        .number("level", "Alike down to level"), .flag("pairs", "Triads as the pairs in them"),
        .number("minSources", "From at least so many sources"),
        .flag("explain", "The passages behind the numbers"),
      ]
    } make: { request, reader in
      let material = try LinkedMaterial(request, reader)
      let least = try request.number("minSources") ?? 0
      let groups = LinkedCodingGroups(
        material.study, material.tree, speakers: material.passages.speakers(of: material.study.segments),
        level: try request.place("level"), pairs: try request.flag("pairs")
      ).keeping { $0.sources.count >= least }
      return TableResult(
        try request.flag("explain")
          ? .explanation(groups.explained, passages: material.passages)
          : Table.linkedCodingGroups(groups, material.study.template, codes: material.tree)
            .withoutEmptyColumns())
    },
  ]
}

/// The linked codings that `where=` lets through, with their words.
private struct LinkedMaterial {
  let study: Study
  let tree: CodeTree
  let passages: QuotedPassages

  init(_ request: TableRequest, _ reader: StudyReader) throws {
    var study = try reader.linkedStudy()
    let lookup = try StudyLookup(study)
    (tree, passages) = (
      lookup.codes, QuotedPassages(study, lookup, words: try reader.words(of: study.segments))
    )
    let conditions = try Conditions(request.call, reader, ofSegments: true)
    if !conditions.isEmpty {
      let speakers = passages.speakers(of: study.segments)
      study.linkedCodings.removeAll { linked in
        guard let segment = lookup.segments[linked.segment], let source = lookup.sources[segment.source]
        else { return true }
        return !conditions.holds(segment: segment.id, speaker: speakers[segment.id], source: source)
      }
    }
    self.study = study
  }
}

extension StudyReader {
  /// What the study's linked codings link, `C-M`, each once.
  fileprivate func linkedShapes() throws -> [String] {
    Set(try linkedCodings().map { $0.parts.map(\.letter).joined(separator: "-") }).sorted()
  }
}
