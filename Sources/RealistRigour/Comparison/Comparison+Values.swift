extension Comparison {
  /// One code in one source as a continuum with one value.
  func continuum(_ code: Int, _ source: Int) -> Continuum {
    let source = (place: source, value: sources[source])
    let none = CodedRuns(code: code, coders: coders.map { _ in [] })
    return (runs[code][source.place] ?? none).continuum(
      length: source.value.length, judged: source.value.judged)
  }

  /// Where two codings of one coder overlap, so that the codes are no values of one variable.
  public struct Overlap: Hashable, Sendable {
    /// By place in ``Comparison/coders`` and ``Comparison/sources``.
    public var coder, source: Int
    /// By place in ``Comparison/codes``.
    public var first, second: Int
    /// Where both are.
    public var place: Range<Int>

    public init(coder: Int, source: Int, first: Int, second: Int, place: Range<Int>) {
      (self.coder, self.source, self.first, self.second) = (coder, source, first, second)
      self.place = place
    }
  }

  /// All codes as values of one variable: what the family uα of several values compares.
  public enum OneVariable: Sendable {
    case continua([Continuum])
    /// It cannot be: the first overlap of each source and coder, and how many there are in all.
    case overlapping([Overlap], count: Int)
  }

  /// The codes that were used as the values of one variable, numbered as in ``usedCodes``. Codings of one coder with one code that overlap
  /// are one section; those with different codes exclude the comparison.
  public func asOneVariable() -> OneVariable {
    let used = usedCodes
    let values = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    var (overlaps, count, continua) = ([Overlap](), 0, [Continuum]())
    for (place, source) in sources.enumerated() {
      var lines: [[Continuum.Section]] = []
      for coder in coders.indices where source.judged[coder] {
        let sections = used.flatMap { code in
          (runs[code][place]?.coders[coder] ?? []).map {
            Continuum.Section(start: $0.lowerBound, end: $0.upperBound, value: values[code] ?? 0)
          }
        }.sorted { ($0.start, $0.end, $0.value) < ($1.start, $1.end, $1.value) }
        var (isFirst, reach) = (true, sections.first)
        for section in sections.dropFirst() {
          guard let last = reach else { break }
          if section.start < last.end {
            count += 1
            if isFirst {
              overlaps.append(
                Overlap(
                  coder: coder, source: place, first: used[last.value], second: used[section.value],
                  place: section.start..<min(section.end, last.end)))
              isFirst = false
            }
          }
          if section.end > last.end { reach = section }
        }
        lines.append(sections)
      }
      continua.append(Continuum(valid: lines, length: source.length))
    }
    return count > 0 ? .overlapping(overlaps, count: count) : .continua(continua)
  }

  /// The agreement on several codes as values of one variable: a row for all of them, and one for each with its (k)uα.
  public static func rows(
    ofContinua continua: [Continuum], values: [Int], coefficients: [Coefficient], comparison: Comparison,
    bootstrap: Bootstrap? = nil
  ) throws(RigourError) -> [AgreementRow] {
    let tallies = continua.map { UnitizingTally($0, values: values.count) }
    let alpha = try UnitizingAlphas(continua, values: coefficients.contains(.alphaU) ? values.count : 0)
    let draws = try bootstrap?.draws(from: continua.count)
    func sum(_ times: [Int]?) -> UnitizingTally {
      var sum = UnitizingTally(values: values.count)
      for (place, tally) in tallies.enumerated() { sum.add(tally, times: times?[place] ?? 1) }
      return sum
    }
    func estimate(_ coefficient: Coefficient, _ value: Int?, _ sum: UnitizingTally, _ times: [Int]?)
      -> Estimate?
    {
      switch (coefficient, value) {
      case (.alphaU, _): Estimate { () throws(Undefined) in try alpha.agreement(value: value, times: times) }
      case (.uAlpha, nil): Estimate { () throws(Undefined) in try sum.uAlpha() }
      case (.uBinary, nil): Estimate { () throws(Undefined) in try sum.binaryAlpha() }
      case (.cuAlpha, nil): Estimate { () throws(Undefined) in try sum.commonAlpha() }
      case (.kuAlpha, let value?): Estimate { () throws(Undefined) in try sum.alpha(ofValue: value) }
      default: nil
      }
    }
    var rows: [AgreementRow] = []
    let whole = sum(nil)
    let sums = draws?.map { ($0, sum($0)) } ?? []
    let subjects: [Int?] = [nil] + (coefficients.contains(.kuAlpha) ? values.indices.map { $0 } : [])
    for value in subjects {
      var row = AgreementRow(
        subject: value.map { .code(values[$0]) } ?? .all, codes: value == nil ? values.count : 1,
        units: comparison.unitCount, pairable: comparison.unitCount * comparison.coders.count,
        codings: comparison.coders.indices.map { coder in
          (value.map { [values[$0]] } ?? values).reduce(0) { $0 + comparison.codingCounts[$1][coder] }
        }, estimates: [:], intervals: [:])
      for coefficient in coefficients {
        row.estimates[coefficient] = estimate(coefficient, value, whole, nil)
        guard !sums.isEmpty, row.estimates[coefficient] != nil else { continue }
        row.intervals[coefficient] = Interval(
          sums.compactMap { estimate(coefficient, value, $0.1, $0.0) })
      }
      rows.append(row)
    }
    return rows
  }
}

/// αU of each value and of all together, 1 − Σ Do / Σ De (Krippendorff 2004, section 11.6).
public struct UnitizingAlphas: Sendable {
  private let alphas: [UnitizingAlpha]

  public init(_ continua: [Continuum], values: Int) throws(RigourError) {
    alphas = try (0..<values).map { value throws(RigourError) in try UnitizingAlpha(continua, value: value) }
  }

  /// - Parameters:
  ///   - value: of one value; `nil` for all.
  ///   - times: how often each continuum counts.
  public func agreement(value: Int? = nil, times: [Int]? = nil) throws(Undefined) -> Agreement {
    if let value { return try alphas[value].agreement(times: times) }
    var agreements: [Agreement] = []
    for alpha in alphas {
      do {
        agreements.append(try alpha.agreement(times: times))
      } catch {
        // A value that a resample does not hold takes no part.
        guard error == .noVariation else { throw error }
      }
    }
    guard !agreements.isEmpty else { throw .noVariation }
    return try .pooled(agreements)
  }
}
