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
  /// By source and pattern: how many units.
  private var counts: [[Int]] = []

  init(coders: Int) { self.coders = coders }

  /// Adds the next source, in which nobody used the code when `runs` is `nil`.
  mutating func add(_ source: ComparedSource, _ runs: CodedRuns?) {
    var own = [Int](repeating: 0, count: judgements.count)
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
      own.append(0)
      return judgements.count - 1
    }
    var empty = source.unitCount
    if let runs, let units = source.units {
      for present in runs.presence(in: units) where present != 0 {
        own[place(of: present)] += 1
        empty -= 1
      }
    } else if let runs {
      runs.stretches { stretch, present in
        own[place(of: present)] += stretch.count
        empty -= stretch.count
      }
    }
    own[place(of: 0)] += max(0, empty)
    counts.append(own)
  }

  /// The ratings of all sources, each counted `times` over, or once.
  func ratings(times: [Int]? = nil) -> Ratings {
    var sums = [Int](repeating: 0, count: judgements.count)
    for (source, own) in counts.enumerated() {
      let many = times?[source] ?? 1
      for (place, count) in own.enumerated() { sums[place] += many * count }
    }
    return Ratings(
      valid: zip(judgements, sums).map { Ratings.Unit($0, count: $1) }, coders: coders, values: [0, 1])
  }

  /// The ratings of one source.
  func ratings(ofSource source: Int) -> Ratings {
    Ratings(
      valid: zip(judgements, counts[source]).map { Ratings.Unit($0, count: $1) }, coders: coders,
      values: [0, 1])
  }
}
