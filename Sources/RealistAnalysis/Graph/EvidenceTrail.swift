import RealistModel

/// The quotes behind a node or a link, and how many sources and participants they come from.
///
/// Counts are the volume of evidence, never the size of an effect.
public struct EvidenceTrail: Hashable, Sendable {
  /// A passage with the words around it that a figure prints.
  public struct Quote: Hashable, Sendable {
    public var words: String
    /// `(Participant 5)`.
    public var attribution: String
    /// The source's short name.
    public var source: String
    /// Where the quote begins in the source, in Unicode scalars.
    public var start: Int
    public var end: Int
    /// What it speaks to: `CMO2.M1`, `CMO2.M1-O1`, `CMO2`, `link`, or `code` for a quote that only bears the factor's code.
    public var place: String
    public var bearing: Evidence.Bearing
    public var standing: Evidence.Standing

    public init(
      words: String, attribution: String, source: String, start: Int, end: Int, place: String,
      bearing: Evidence.Bearing = .supports, standing: Evidence.Standing = .observed
    ) {
      (self.words, self.attribution, self.source) = (words, attribution, source)
      (self.start, self.end) = (start, end)
      (self.place, self.bearing, self.standing) = (place, bearing, standing)
    }
  }

  /// Supporting ones first within each place; those whose words are known.
  public var quotes: [Quote]
  /// How many passages there are, each counted once, though it may speak to several places; also where their words are not known.
  public var passageCount: Int
  /// The names of the distinct sources that support it, in the study's order.
  public var sources: [String]
  /// The pseudonyms of the distinct participants whose words support it, in the study's order.
  public var participants: [String]
  /// Those of `sources` that state the connection itself: a passage on the link, on a pair or three, or on a whole configuration.
  public var direct: [String]
  /// The names of the distinct sources that refute it.
  public var refuting: [String]

  public init(
    quotes: [Quote] = [], passageCount: Int? = nil, sources: [String] = [], participants: [String] = [],
    direct: [String] = [], refuting: [String] = []
  ) {
    self.passageCount = passageCount ?? quotes.distinct(by: Self.place).count
    (self.quotes, self.sources, self.participants) = (quotes, sources, participants)
    (self.direct, self.refuting) = (direct, refuting)
  }

  /// The quotes with each passage once, though it may speak to several places.
  public var passages: [Quote] {
    quotes.distinct(by: Self.place)
  }

  private static func place(of quote: Quote) -> Place {
    Place(source: quote.source, start: quote.start, end: quote.end)
  }

  private struct Place: Hashable {
    var source: String
    var start, end: Int
  }

  public var isEmpty: Bool { quotes.isEmpty && sources.isEmpty && refuting.isEmpty }

  /// Whether everything that supports it is expected and nothing has been observed.
  public var isOnlyAnticipated: Bool {
    let supporting = quotes.filter { $0.bearing == .supports }
    return !supporting.isEmpty && supporting.allSatisfy { $0.standing == .anticipated }
  }

  /// At most `limit` quotes, but one of every place first, so that no element that has evidence goes without words.
  public func selection(limit: Int) -> [Quote] { chosen(limit).map { quotes[$0] } }

  /// Gives the quotes of ``selection(limit:)`` their words, where they were left out; the others keep theirs.
  public mutating func setWords(limit: Int, _ words: (Quote) throws -> String) rethrows {
    for place in chosen(limit) { quotes[place].words = try words(quotes[place]) }
  }

  private func chosen(_ limit: Int) -> [Int] {
    let firsts = quotes.indices.distinct { quotes[$0].place }
    let known = Set(firsts)
    let others = quotes.indices.lazy.filter { !known.contains($0) }.prefix(max(0, limit - firsts.count))
    return (firsts + others).sorted()
  }
}
