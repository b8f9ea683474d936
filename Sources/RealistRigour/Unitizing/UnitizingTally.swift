/// What the family uα, |uα, cuα and (k)uα is worked out from: how long sections of the coders overlap, by their values. Tallies of several
/// continua are added.
///
/// l_ck = 1/(m − 1) Σ over ordered pairs of coders of the length on which the first has c and the second k, the gap being a value too; S_v is
/// the sum of the squared lengths of sections of the value v, and of plain lengths for gaps (Krippendorff, Mathet, Bouvry and Widlöcher 2016,
/// "On the reliability of unitizing textual continua", Quality & Quantity 50:2347–2364, with the erratum 50:2365; Krippendorff 2019, "Content
/// Analysis", 4th edition, section 12.6, equations 32–38).
public struct UnitizingTally: Hashable, Sendable {
  /// How many values there are beside the gap.
  public let values: Int
  /// l_ck, row by row; 0 is the gap.
  var overlaps: [Double]
  /// S_v; 0 is the gap.
  var squares: [Double]
  /// S_v of the parts of sections that overlap a section of another coder, each pair of coders weighing 1 / (m − 1). For two coders all
  /// readings of the paper are the same; for more, some programs square the union of a section's overlaps instead.
  var commonSquares: [Double]

  public init(values: Int) {
    self.values = values
    overlaps = [Double](repeating: 0, count: (values + 1) * (values + 1))
    squares = [Double](repeating: 0, count: values + 1)
    commonSquares = squares
  }

  /// The tally of one continuum; values that are not below `values` are no part of it.
  public init(_ continuum: Continuum, values: Int) {
    self.init(values: values)
    let stretches = continuum.coders.indices.map { continuum.stretches(of: $0) }
    for coder in stretches {
      for stretch in coder {
        let length = Double(stretch.end - stretch.start)
        if let value = stretch.value { squares[value + 1] += length * length } else { squares[0] += length }
      }
    }
    let weight = 1 / Double(max(1, stretches.count - 1))
    for (place, first) in stretches.enumerated() {
      for second in stretches[(place + 1)...] { addOverlaps(first, second, weight: weight) }
    }
  }

  private typealias Stretches = [(start: Int, end: Int, value: Int?)]

  /// Both orders of a pair at once.
  private mutating func addOverlaps(_ first: Stretches, _ second: Stretches, weight: Double) {
    var (one, other) = (0, 0)
    while one < first.count, other < second.count {
      let (left, right) = (first[one], second[other])
      let common = Double(min(left.end, right.end) - max(left.start, right.start))
      let (row, column) = (left.value.map { $0 + 1 } ?? 0, right.value.map { $0 + 1 } ?? 0)
      overlaps[row * (values + 1) + column] += common * weight
      overlaps[column * (values + 1) + row] += common * weight
      if row > 0, column > 0 {
        commonSquares[row] += common * common * weight
        commonSquares[column] += common * common * weight
      }
      if left.end <= right.end { one += 1 }
      if right.end <= left.end { other += 1 }
    }
  }

  /// Adds a tally of the same values, `times` over.
  public mutating func add(_ other: UnitizingTally, times: Int = 1) {
    let times = Double(times)
    for place in overlaps.indices { overlaps[place] += times * other.overlaps[place] }
    for place in squares.indices {
      squares[place] += times * other.squares[place]
      commonSquares[place] += times * other.commonSquares[place]
    }
  }
}

extension UnitizingTally {
  /// An agreement by the name of its coefficient; of (k)uα that of the first value.
  func agreement(_ coefficient: Coefficient) throws(Undefined) -> Agreement {
    switch coefficient {
    case .uBinary: try binaryAlpha()
    case .cuAlpha: try commonAlpha()
    case .kuAlpha: try alpha(ofValue: 0)
    default: try uAlpha()
    }
  }

  /// uα: what values the coders gave to which places, gaps included.
  public func uAlpha() throws(Undefined) -> Agreement {
    try Self.agreement(overlaps, squares, size: values + 1)
  }

  /// |uα: marked against not marked, whatever the value.
  public func binaryAlpha() throws(Undefined) -> Agreement {
    var merged = [0.0, 0, 0, 0]
    for row in 0...values {
      for column in 0...values {
        merged[min(row, 1) * 2 + min(column, 1)] += overlaps[row * (values + 1) + column]
      }
    }
    return try Self.agreement(merged, [squares[0], squares.dropFirst().reduce(0, +)], size: 2)
  }

  /// cuα: what values the coders gave where both marked something.
  ///
  /// - Throws: ``Undefined/oneValue``, ``Undefined/noCommonPlace``.
  public func commonAlpha() throws(Undefined) -> Agreement {
    guard values > 1 else { throw .oneValue }
    let common = self.common
    guard common.contains(where: { $0 > 0 }) else { throw .noCommonPlace }
    return try Self.agreement(common, Array(commonSquares.dropFirst()), size: values)
  }

  /// (k)uα: how reliably one value was told from the others where both marked something: 1 − (e_.k / l_.k) (l_.k − l_kk) / (e_.k − e_kk).
  ///
  /// - Throws: ``Undefined/oneValue``, ``Undefined/noCommonPlace``, ``Undefined/noCommonUse``.
  public func alpha(ofValue value: Int) throws(Undefined) -> Agreement {
    guard values > 1 else { throw .oneValue }
    let common = self.common
    let sums = (0..<values).map { row in common[row * values..<(row + 1) * values].reduce(0, +) }
    let total = sums.reduce(0, +)
    guard total > 0 else { throw .noCommonPlace }
    guard sums[value] > 0 else { throw .noCommonUse }
    let free = total * total - commonSquares.dropFirst().reduce(0, +)
    let others = total - sums[value]
    let mixed = free > 0 ? total * sums[value] * others / free : 0
    let own = free > 0 ? total * max(0, sums[value] * sums[value] - commonSquares[value + 1]) / free : 0
    guard mixed > 0 else { throw .noVariation }
    return Agreement(
      observedDisagreement: (sums[value] - common[value * values + value]) / sums[value],
      expectedDisagreement: mixed / (mixed + own))
  }

  /// The share of what was marked that another coder marked too: l*.. / l.. without gaps.
  public func coverage() throws(Undefined) -> Double {
    let total = (1..<values + 1).reduce(0.0) { $0 + marked($1) }
    guard total > 0 else { throw .nothingCompared }
    return common.reduce(0, +) / total
  }

  /// The share of a value's length that another coder marked too, with whatever value.
  public func coverage(ofValue value: Int) throws(Undefined) -> Double {
    let total = marked(value + 1)
    guard total > 0 else { throw .nothingCompared }
    return common[value * values..<(value + 1) * values].reduce(0, +) / total
  }

  private func marked(_ row: Int) -> Double {
    overlaps[row * (values + 1)..<(row + 1) * (values + 1)].reduce(0, +)
  }

  /// The overlaps of values without the gap.
  private var common: [Double] {
    (1..<values + 1).flatMap { row in overlaps[row * (values + 1) + 1..<(row + 1) * (values + 1)] }
  }

  /// 1 − (l.. − Σ l_cc) / (Σ e − Σ e_cc), e_ck = l.. (l_c. l_k. − [c = k] S_c) / (l..² − Σ S_v); both divided by l..
  private static func agreement(
    _ overlaps: [Double], _ squares: [Double], size: Int
  ) throws(Undefined) -> Agreement {
    let sums = (0..<size).map { row in overlaps[row * size..<(row + 1) * size].reduce(0, +) }
    let total = sums.reduce(0, +)
    guard total > 0 else { throw .nothingCompared }
    var (observed, expected) = (0.0, 0.0)
    for row in 0..<size {
      for column in 0..<size where row != column {
        observed += overlaps[row * size + column]
        expected += sums[row] * sums[column]
      }
    }
    let free = total * total - squares.reduce(0, +)
    return Agreement(
      observedDisagreement: observed / total, expectedDisagreement: free > 0 ? expected / free : 0)
  }
}

extension UnitizingTally {
  /// The share of all places (each counted for each coder) that two coders have marked: l*.. / l..
  public func commonShare() throws(Undefined) -> Double {
    let total = overlaps.reduce(0, +)
    guard total > 0 else { throw .nothingCompared }
    return common.reduce(0, +) / total
  }
}
