import RealistAnalysis
import RealistModel
import RealistRigour
import RealistStore

/// The places of codings, by source, while they are read.
struct CollectedPlaces {
  /// Of one source.
  struct OfSource {
    /// Everybody who put any code on anything in it, by place in ``CollectedPlaces/coders``.
    var coders: Set<Int> = []
    fileprivate var all: [ComparedCoding] = []
    fileprivate var spans: [(coder: Int, span: Range<Int>)] = []

    /// Those of some coders, numbered as these are.
    func codings(of coders: [Int]) -> [ComparedCoding] {
      let numbers = Dictionary(uniqueKeysWithValues: coders.enumerated().map { ($1, $0) })
      return all.compactMap { coding in
        guard let coder = numbers[coding.coder] else { return nil }
        return ComparedCoding(code: coding.code, coder: coder, start: coding.start, end: coding.end)
      }
    }

    /// The passages that one of some coders has coded, with whatever code: where they overlap, cut at each border.
    func segments(of coders: [Int]) -> [Range<Int>] {
      let spans = spans.filter { coders.contains($0.coder) }.map(\.span)
      let borders = Set(spans.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
      var (reach, next, cuts) = (0, 0, [Range<Int>]())
      let sorted = spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      for (low, high) in zip(borders, borders.dropFirst()) {
        while next < sorted.count, sorted[next].lowerBound <= low {
          reach = max(reach, sorted[next].upperBound)
          next += 1
        }
        if reach >= high { cuts.append(low..<high) }
      }
      return cuts
    }
  }

  /// The codes that are compared, in codebook order.
  let codes: [ID<Code>]
  /// Everybody who has coded anything in the study, in order of the alphabet.
  let coders: [String]
  private(set) var places: [ID<Source>: OfSource] = [:]
  /// Those who have coded these sources.
  private(set) var active: [Int] = []
  private var older = 0

  /// - Parameters:
  ///   - codes: what each code that counts counts as.
  ///   - wanted: the sources; `nil` for all.
  init(_ table: CodingTable, codes: [ID<Code>: ID<Code>], wanted: Set<ID<Source>>?) throws {
    let kept = Set(codes.values)
    self.codes = table.codes.order.map(\.code.id).filter(kept.contains)
    let places = Dictionary(uniqueKeysWithValues: self.codes.enumerated().map { ($1, $0) })
    coders = table.coders
    let numbers = table.codes.order.map { node in codes[node.code.id].flatMap { places[$0] } }
    try collect(table, numbers: numbers, wanted: wanted)
  }

  /// Takes the codings of the newest revision of each source.
  private mutating func collect(_ table: CodingTable, numbers: [Int?], wanted: Set<ID<Source>>?) throws {
    var isAnybody = [Bool](repeating: false, count: table.coders.count)
    for text in table.texts {
      let source = table.sources[Int(table.passages[text.lowerBound].source)]
      guard wanted?.contains(source.id) ?? true else { continue }
      let isNewest = Int(table.passages[text.lowerBound].revision) == source.revision
      var own = OfSource()
      for passage in table.passages[text] {
        guard isNewest else {
          older += passage.marks.count
          continue
        }
        let span = Int(passage.start)..<Int(passage.end)
        for mark in table.marks[Int(passage.marks.lowerBound)..<Int(passage.marks.upperBound)] {
          let coder = Int(mark.coder)
          isAnybody[coder] = true
          own.coders.insert(coder)
          own.spans.append((coder, span))
          guard let code = numbers[Int(mark.code)] else { continue }
          own.all.append(
            ComparedCoding(code: code, coder: coder, start: span.lowerBound, end: span.upperBound))
        }
      }
      if isNewest { places[source.id] = own }
    }
    active = isAnybody.indices.filter { isAnybody[$0] }
    guard !active.isEmpty else { throw RigourMaterialError.noCoding(ofSources: wanted != nil) }
  }

  /// The coders of some names, or all, in order of the alphabet.
  func coders(named names: [String]) throws -> [Int] {
    guard !names.isEmpty else { return active }
    var found: [Int] = []
    for name in names {
      let folded = name.lowercased()
      let alike = coders.indices.filter { coders[$0].lowercased().hasPrefix(folded) }
      let exact =
        coders.firstIndex { $0.isIdentical(to: name) } ?? alike.first { coders[$0].lowercased() == folded }
      guard let coder = exact ?? (alike.count == 1 ? alike[0] : nil)
      else {
        throw RigourMaterialError.unknownCoder(
          name, nearest: Suggestion.nearest(to: name, in: coders), coders: coders)
      }
      if !found.contains(coder) { found.append(coder) }
    }
    guard found.count > 1 else { throw RigourMaterialError.oneCoderNamed }
    return found
  }

  var notes: [String] {
    older > 0 ? ["left out, of older revisions of their source: \(counted(older, "coding"))"] : []
  }
}
