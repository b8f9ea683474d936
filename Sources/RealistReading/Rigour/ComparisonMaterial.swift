import RealistAnalysis
import RealistModel
import RealistReports
import RealistRigour
import RealistStore

/// The codings of a study, ready to be compared.
public struct ComparisonMaterial {
  public let comparison: Comparison
  public let tree: CodeTree
  /// What was left out, and what looks lopsided: one sentence each, in lower case, without a full stop.
  public let notes: [String]
  let unit: ComparisonRequest.Unit

  /// - Throws: ``RigourMaterialError``, and what reading throws.
  public init(_ reader: StudyReader, _ request: ComparisonRequest) throws {
    unit = request.unit
    let table = try reader.codingTable()
    tree = table.codes
    let sources = table.sources
    let places = try CollectedPlaces(
      table, codes: Self.codes(request, tree), wanted: reader.sourceIDs(named: request.sources))
    let coders = try places.coders(named: request.coders)
    guard coders.count > 1 else {
      throw RigourMaterialError.onlyCoder(
        places.coders[places.active[0]], ofSources: !request.sources.isEmpty)
    }
    let compared = try Self.compared(request, sources, places, coders, reader)
    comparison = try Comparison(
      coders: coders.map { places.coders[$0] }, codes: places.codes, sources: compared)
    notes =
      places.notes + Self.leftOut(comparison, sources, places, coders) + Self.lopsided(comparison)
    guard !compared.isEmpty else { throw RigourMaterialError.noSharedSource(coders: comparison.coders) }
    guard !comparison.usedCodes.isEmpty else { throw RigourMaterialError.noSharedCode }
  }

  /// The sources that all coders have coded, or where it is partial two of them.
  private static func compared(
    _ request: ComparisonRequest, _ sources: [Source], _ places: CollectedPlaces, _ coders: [Int],
    _ reader: StudyReader
  ) throws -> [ComparedSource] {
    try sources.compactMap { source in
      guard let own = places.places[source.id] else { return nil }
      let judged = coders.map { own.coders.contains($0) }
      guard judged.count(where: \.self) >= (request.isPartial ? 2 : coders.count) else { return nil }
      return ComparedSource(
        source: source.id, name: source.name, length: source.length,
        units: try units(request.unit, source, own, coders, reader), judged: judged,
        codings: own.codings(of: coders))
    }
  }

  /// The codes that are compared, and what each code counts as.
  private static func codes(_ request: ComparisonRequest, _ tree: CodeTree) throws -> [ID<Code>: ID<Code>] {
    var nodes = tree.order[...]
    if !request.codes.isEmpty {
      let wanted = try Set(
        request.codes.flatMap { try tree.subtree(of: tree.code(named: $0).code.id).map(\.code.id) })
      nodes = tree.order.filter { wanted.contains($0.code.id) }[...]
    }
    guard !nodes.isEmpty else { throw RigourMaterialError.noCode }
    return nodes.reduce(into: [:]) { codes, node in
      var above = node
      while let zoom = request.zoom, above.depth >= zoom, let parent = above.code.parent.flatMap({ tree[$0] })
      {
        above = parent
      }
      codes[node.code.id] = above.code.id
    }
  }

  /// The stretches that are judged as wholes.
  private static func units(
    _ unit: ComparisonRequest.Unit, _ source: Source, _ places: CollectedPlaces.OfSource, _ coders: [Int],
    _ reader: StudyReader
  ) throws -> [Range<Int>]? {
    switch unit {
    case .character: return nil
    case .turn:
      let turns = try reader.turns(of: source.id, revision: source.revision).map(\.span.range)
      return turns.isEmpty ? [0..<source.length] : turns
    case .sentence:
      let text = try reader.text(of: source.id, revision: source.revision)
      let turns = try reader.turns(of: source.id, revision: source.revision).map(\.span)
      return (turns.isEmpty ? text.wholeSpan.map { [$0] } ?? [] : turns).flatMap { turn in
        text.sentences(in: turn).map(\.range)
      }
    case .segment: return places.segments(of: coders)
    }
  }

  // Notes

  private static func leftOut(
    _ comparison: Comparison, _ sources: [Source], _ places: CollectedPlaces, _ coders: [Int]
  ) -> [String] {
    let kept = Set(comparison.sources.map(\.source))
    let names = sources.compactMap { source -> String? in
      guard !kept.contains(source.id), let own = places.places[source.id] else { return nil }
      let absent = coders.filter { !own.coders.contains($0) }.map { places.coders[$0] }
      return absent.isEmpty ? nil : "\(source.name) (not by \(series(absent)))"
    }
    let unused = comparison.codes.count - comparison.usedCodes.count
    return (names.isEmpty ? [] : ["left out, not coded by every coder: \(listed(names, limit: 12))"])
      + (unused > 0
        ? ["left out, used by none of the coders in these sources: \(counted(unused, "code"))"] : [])
  }

  /// A source where one coder made a handful of codings and another many was probably not coded by both.
  private static func lopsided(_ comparison: Comparison) -> [String] {
    let names = comparison.sources.compactMap { source -> String? in
      let counts = zip(source.codingCounts, source.judged).filter(\.1).map(\.0)
      guard let least = counts.min(), let most = counts.max(), most >= 10, least * 5 < most else {
        return nil
      }
      return "\(source.name) (\(source.codingCounts.map(String.init).joined(separator: " and ")) codings)"
    }
    guard !names.isEmpty else { return [] }
    return [
      "probably not coded through by every coder: \(listed(names, limit: 8)); to compare others only, name them"
    ]
  }
}

extension ComparisonMaterial {
  /// The codes as values of one variable.
  ///
  /// - Throws: when a coder's codings overlap, saying where.
  func continua() throws -> [Continuum] {
    switch comparison.asOneVariable() {
    case .continua(let continua): return continua
    case .overlapping(let overlaps, let count):
      let places = overlaps.map { overlap -> String in
        let codes = [overlap.first, overlap.second].map { tree[comparison.codes[$0]]?.path ?? "" }
        return
          "\(comparison.sources[overlap.source].name) \(overlap.place.lowerBound)..\(overlap.place.upperBound) "
          + "(\(comparison.coders[overlap.coder]): \(codes[0]), \(codes[1]))"
      }
      throw RigourMaterialError.overlapping(count: count, places: places)
    }
  }

  /// The places where coders have a code, side by side.
  ///
  /// - Parameters:
  ///   - onlyDiffering: leaves out those where they mark the same.
  ///   - explained: the coefficients whose arithmetic is told with each code; `nil` for none.
  public func places(
    _ reader: StudyReader, onlyDiffering: Bool, explained: [Coefficient]?, isForPeople: Bool
  ) throws -> PassageReport {
    var passages = comparison.passages(ofCodes: comparison.usedCodes)
    if onlyDiffering { passages.removeAll { $0.finding == .same } }
    let sums = try explained.map { coefficients in
      try comparison.usedCodes.reduce(into: [Int: String]()) { sums, code in
        sums[code] = try Arithmetic(comparison, code: code, coefficients).words
      }
    }
    return PassageReport(
      comparison, codes: tree, passages: passages, words: try words(of: passages, reader), sums: sums ?? [:],
      isForPeople: isForPeople)
  }

  /// The words of passages; those of people who withdrew are not given.
  private func words(of passages: [ComparedPassage], _ reader: StudyReader) throws -> [PassageReport.Place:
    String]
  {
    let withdrawn = Set(try reader.participants().filter { $0.withdrawn != nil }.map(\.id))
    var words: [PassageReport.Place: String] = [:]
    for (place, own) in Dictionary(grouping: passages, by: \.source) {
      let source = try reader.source(comparison.sources[place].name)
      let text = try reader.text(of: source.id, revision: source.revision)
      let turns = try reader.turns(of: source.id, revision: source.revision)
      for run in own.flatMap({ $0.coders.compactMap(\.self).joined() }) {
        let span = try text.checked(TextSpan(start: run.lowerBound, end: run.upperBound))
        let isWithdrawn = turns.touched(by: span).contains { $0.participant.map(withdrawn.contains) ?? false }
        words[.init(source: place, span: run)] = isWithdrawn ? "(withdrawn)" : String(text[span])
      }
    }
    return words
  }
}
