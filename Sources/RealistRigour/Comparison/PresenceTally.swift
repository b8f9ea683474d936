/// How many units have each pattern of judgements on one code, source by source.
///
/// A judgement is "the code is here" (1) or "it is not" (0), missing where the coder has not coded the source.
struct PresenceTally: Sendable {
  private struct Pattern: Hashable {
    var judged, present: UInt32
  }

  private let coders: Int
  private var places: [Pattern: Int] = [:]
  private var judgements: [[Int?]] = []
  /// By pattern: how many units of each source have it.
  private var counts: [[Int]] = []
  private var sources = 0

  init(coders: Int) { self.coders = coders }

  /// Adds the next source, in which nobody used the code when `runs` is `nil`.
  mutating func add(_ source: ComparedSource, _ runs: CodedRuns?) {
    for pattern in counts.indices { counts[pattern].append(0) }
    let judged = source.judged.enumerated().reduce(UInt32(0)) {
      $0 | ($1.element ? 1 << UInt32($1.offset) : 0)
    }
    func place(of present: UInt32) -> Int {
      let pattern = Pattern(judged: judged, present: present)
      if let place = places[pattern] { return place }
      places[pattern] = judgements.count
      judgements.append(
        (0..<coders).map { coder in
          judged & 1 << UInt32(coder) == 0 ? nil : present & 1 << UInt32(coder) == 0 ? 0 : 1
        })
      counts.append([Int](repeating: 0, count: sources + 1))
      return judgements.count - 1
    }
    var empty = source.unitCount
    if let runs, let units = source.units {
      for present in runs.presence(in: units) where present != 0 {
        counts[place(of: present)][sources] += 1
        empty -= 1
      }
    } else if let runs {
      runs.stretches { stretch, present in
        counts[place(of: present)][sources] += stretch.count
        empty -= stretch.count
      }
    }
    counts[place(of: 0)][sources] += max(0, empty)
    sources += 1
  }

  /// The ratings of all sources, each counted `times` over, or once.
  func ratings(times: [Int]? = nil) -> Ratings {
    let sums = counts.map { own in
      guard let times else { return own.reduce(0, +) }
      return zip(own, times).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return Ratings(
      valid: zip(judgements, sums).map { Ratings.Unit($0, count: $1) }, coders: coders, values: [0, 1])
  }

  /// The ratings of one source.
  func ratings(ofSource source: Int) -> Ratings {
    Ratings(
      valid: zip(judgements, counts).map { Ratings.Unit($0, count: $1[source]) }, coders: coders,
      values: [0, 1])
  }
}
