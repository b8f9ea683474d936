import RealistModel

/// What some coders did with some codes in the sources that they have all coded, ready to be compared.
///
/// A code is compared as a judgement of each unit: it is here, or it is not. Units are the positions of the text, as other programs for
/// qualitative data take them (digitised codings), or sentences, turns or passages. Runs are counted, not characters, so that a comparison
/// takes time in proportion to the codings.
public struct Comparison: Sendable {
  public let coders: [String]
  /// In codebook order.
  public let codes: [ID<Code>]
  public let sources: [ComparedSource]
  /// By code: how many codings each coder made.
  public let codingCounts: [[Int]]
  let tallies: [PresenceTally]
  /// By code and source; `nil` where nobody used the code.
  let runs: [[CodedRuns?]]

  /// - Throws: ``RigourError/tooManyCoders(_:)``.
  public init(coders: [String], codes: [ID<Code>], sources: [ComparedSource]) throws(RigourError) {
    guard coders.count <= 32 else { throw .tooManyCoders(coders.count) }
    (self.coders, self.codes, self.sources) = (coders, codes, sources)
    var counts = codes.map { _ in [Int](repeating: 0, count: coders.count) }
    var runs = codes.map { _ in [CodedRuns?](repeating: nil, count: sources.count) }
    for (place, source) in sources.enumerated() {
      for coding in source.codings { counts[coding.code][coding.coder] += 1 }
      for own in CodedRuns.all(of: source) { runs[own.code][place] = own }
    }
    tallies = runs.map { own in
      var tally = PresenceTally(coders: coders.count)
      for (source, runs) in zip(sources, own) { tally.add(source, runs) }
      return tally
    }
    (codingCounts, self.runs) = (counts, runs)
  }

  /// The codes that at least one of the coders used, by place. On a code that nobody used there is nothing to agree on.
  public var usedCodes: [Int] { codes.indices.filter { codingCounts[$0].contains { $0 > 0 } } }

  /// The judgements on one code over all sources.
  public func ratings(ofCode code: Int) -> Ratings { tallies[code].ratings() }

  /// The judgements on one code in one source.
  public func ratings(ofCode code: Int, source: Int) -> Ratings { tallies[code].ratings(ofSource: source) }

  /// How many units there are, over all sources.
  public var unitCount: Int { sources.reduce(0) { $0 + $1.unitCount } }
}

/// Which rows a table of agreement has.
public enum AgreementGrouping: String, Hashable, Sendable, CaseIterable {
  /// A code a row, over all sources, and all codes pooled.
  case code
  /// A source a row, its codes pooled.
  case source
  /// All codes pooled, over all sources.
  case overall
}

/// One row of a table of agreement.
public struct AgreementRow: Sendable {
  /// What is compared in it.
  public enum Subject: Hashable, Sendable {
    /// By place in ``Comparison/codes``.
    case code(Int)
    /// By place in ``Comparison/sources``.
    case source(Int)
    case all
  }

  public var subject: Subject
  /// How many codes took part.
  public var codes: Int
  public var units: Int
  /// Judgements in units that two coders or more have judged.
  public var pairable: Int
  /// By coder.
  public var codings: [Int]
  public var estimates: [Coefficient: Estimate]
  public var intervals: [Coefficient: Interval]
}
