import RealistModel

/// An invented study of any size, the same for the same size and seed on every machine.
///
/// The words are strung together at random: they have the frequencies of speech, not its sense. Sources are made one by one, so that a
/// study of a thousand of them need not be in memory at once.
public struct Sample: Sendable {
  /// How much of everything there is.
  public struct Size: Hashable, Sendable {
    public var sources: Int
    public var codingsPerSource: Int
    public var codes: Int
    public var wordsPerSource: Int

    /// - Parameters:
    ///   - codes: at least 3, one each for contexts, mechanisms and outcomes.
    ///   - wordsPerSource: at least 50, and not fewer than `codingsPerSource`.
    public init(sources: Int, codingsPerSource: Int, codes: Int = 60, wordsPerSource: Int = 8000) {
      precondition(sources >= 0 && codingsPerSource >= 0 && codes >= 3)
      precondition(wordsPerSource >= max(50, codingsPerSource))
      (self.sources, self.codingsPerSource) = (sources, codingsPerSource)
      (self.codes, self.wordsPerSource) = (codes, wordsPerSource)
    }

    /// 12 sources, 1,800 codings, 96,000 words: one evaluator's study.
    public static let small = Size(sources: 12, codingsPerSource: 150)
    /// 200 sources, 100,000 codings, 1.6 million words: a national evaluation.
    public static let large = Size(sources: 200, codingsPerSource: 500)
    /// 1,000 sources, 500,000 codings, 8 million words: more than anybody has.
    public static let stress = Size(sources: 1000, codingsPerSource: 500)
  }

  public let size: Size
  public let seed: UInt64
  /// The study without its sources: participants, codes, configurations, theories, theory of change.
  public let frame: Study

  public init(size: Size, seed: UInt64 = 1) {
    (self.size, self.seed) = (size, seed)
    var builder = SampleFrame(size: size, seed: seed)
    frame = builder.study()
  }

  /// The sources in order, each made when it is asked for.
  public var sources: some Sequence<SampleSource> { (0..<size.sources).lazy.map { source($0) } }

  /// The source of that number, from 0, with everything that belongs to it; it does not depend on the other sources.
  public func source(_ number: Int) -> SampleSource {
    var builder = SampleSourceBuilder(sample: self, number: number)
    return builder.source()
  }

  /// The whole study. At ``Size/stress`` this is several hundred megabytes; use ``sources`` instead.
  public func contents() -> StudyContents {
    var contents = StudyContents(study: frame, revisions: [])
    for one in sources {
      contents.study.sources.append(one.source)
      contents.study.segments += one.segments
      contents.study.codings += one.codings
      contents.study.evidence += one.evidence
      contents.revisions.append(one.revision)
    }
    return contents
  }

  /// When everything begins: 2 March 2026, nine in the morning.
  static let start = Timestamp(milliseconds: 1_772_442_000_000)
  /// Two coders who do not always agree.
  public static let coders = ["ana", "ben"]
}

/// One source of a ``Sample`` with its text and what was marked in it.
public struct SampleSource: Sendable {
  public var source: Source
  public var revision: Revision
  /// In order of place.
  public var segments: [Segment]
  public var codings: [Coding]
  public var evidence: [Evidence]
}
