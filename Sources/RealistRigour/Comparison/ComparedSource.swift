import RealistModel

/// A code that a coder put on a stretch of a source.
public struct ComparedCoding: Hashable, Sendable {
  /// The code's place in ``Comparison/codes``.
  public var code: Int
  /// The coder's place in ``Comparison/coders``.
  public var coder: Int
  /// In Unicode scalars, half-open.
  public var start: Int
  public var end: Int

  public init(code: Int, coder: Int, start: Int, end: Int) {
    (self.code, self.coder, self.start, self.end) = (code, coder, start, end)
  }
}

/// A source with what the compared coders did in it.
public struct ComparedSource: Sendable {
  public var source: ID<Source>
  public var name: String
  /// In Unicode scalars.
  public var length: Int
  /// The stretches that are judged as wholes, in order and without overlaps; `nil` when every position is a unit.
  public var units: [Range<Int>]?
  /// By coder: whether the coder has coded this source. One that has not has judged nothing in it.
  public var judged: [Bool]
  /// In any order.
  public var codings: [ComparedCoding]

  public init(
    source: ID<Source>, name: String, length: Int, units: [Range<Int>]? = nil, judged: [Bool],
    codings: [ComparedCoding]
  ) {
    (self.source, self.name, self.length, self.units) = (source, name, length, units)
    (self.judged, self.codings) = (judged, codings)
  }

  /// How many codings each coder made.
  public var codingCounts: [Int] {
    codings.reduce(into: [Int](repeating: 0, count: judged.count)) { $0[$1.coder] += 1 }
  }

  /// How many units the source has.
  var unitCount: Int { units?.count ?? length }
}

/// Where each coder put one code in one source: runs in order of place, those of a coder that overlapped made one.
struct CodedRuns {
  let code: Int
  /// By coder.
  var coders: [[Range<Int>]]

  /// All codes of a source that anybody used there, ascending.
  static func all(of source: ComparedSource) -> [CodedRuns] {
    let sorted = source.codings.sorted {
      ($0.code, $0.coder, $0.start, $0.end) < ($1.code, $1.coder, $1.start, $1.end)
    }
    var runs: [CodedRuns] = []
    for coding in sorted where coding.start < coding.end {
      if runs.last?.code != coding.code {
        runs.append(CodedRuns(code: coding.code, coders: source.judged.map { _ in [] }))
      }
      runs[runs.count - 1].add(coding)
    }
    return runs
  }

  private mutating func add(_ coding: ComparedCoding) {
    let last = coders[coding.coder].count - 1
    if last >= 0, coding.start < coders[coding.coder][last].upperBound {
      let run = coders[coding.coder][last]
      coders[coding.coder][last] = run.lowerBound..<max(run.upperBound, coding.end)
    } else {
      coders[coding.coder].append(coding.start..<coding.end)
    }
  }

  /// The stretches between all beginnings and ends, each with who has the code there, as a set of bits; where nobody has it is left out.
  func stretches(_ body: (_ stretch: Range<Int>, _ coders: UInt32) -> Void) {
    var next = [Int](repeating: 0, count: coders.count)
    var place = 0
    while true {
      var (present, border) = (UInt32(0), Int.max)
      for (coder, runs) in coders.enumerated() {
        while next[coder] < runs.count, runs[next[coder]].upperBound <= place { next[coder] += 1 }
        guard next[coder] < runs.count else { continue }
        let run = runs[next[coder]]
        if run.lowerBound <= place {
          present |= 1 << UInt32(coder)
          border = min(border, run.upperBound)
        } else {
          border = min(border, run.lowerBound)
        }
      }
      guard border < Int.max else { return }
      if present != 0 { body(place..<border, present) }
      place = border
    }
  }

  /// Which coders have the code somewhere in each of some stretches, which are in order and do not overlap.
  func presence(in units: [Range<Int>]) -> [UInt32] {
    var presence = [UInt32](repeating: 0, count: units.count)
    for (coder, runs) in coders.enumerated() {
      var unit = 0
      for run in runs {
        while unit < units.count, units[unit].upperBound <= run.lowerBound { unit += 1 }
        var touched = unit
        while touched < units.count, units[touched].lowerBound < run.upperBound {
          presence[touched] |= 1 << UInt32(coder)
          touched += 1
        }
      }
    }
    return presence
  }

  /// The runs as a continuum with one value.
  func continuum(length: Int, judged: [Bool]) -> Continuum {
    let sections = zip(coders, judged).filter(\.1).map { runs, _ in
      runs.map { Continuum.Section(start: $0.lowerBound, end: min($0.upperBound, length)) }
    }
    return Continuum(valid: sections, length: length)
  }
}
