/// Krippendorff's αU of one value on several continua (Krippendorff 1995, "On the reliability of unitizing continuous data", Sociological
/// Methodology 25:47–76; in the form of Krippendorff 2004, "Content Analysis", 2nd edition, section 11.6):
///
/// Do = 2 Σ over pairs of coders of Σ δ² / (m (m − 1) L²), where δ² of two sections that overlap is the square of how far their beginnings are
/// apart plus that of their ends, and δ² of a section that lies in a gap of the other coder is the square of its length;
/// De = 2/L Σ over sections of ((N − 1)/3 (2l³ − 3l² + l) + l² Σ over gaps g ≥ l of (g − l + 1)) / (mL (mL − 1) − Σ l (l − 1)).
///
/// Several continua are taken one after the other; gaps and sections end where a continuum ends. What does not depend on how often a
/// continuum counts is worked out once, so that resampling is linear in the number of sections.
public struct UnitizingAlpha: Sendable {
  private let coders: Int
  private let lengths: [Double]
  /// Σ δ² over pairs of coders, by continuum.
  private let distances: [Double]
  /// Σ l (l − 1), by continuum.
  private let squares: [Double]
  /// By length, longest first.
  private let sections, gaps: [Piece]

  private struct Piece {
    var length: Double
    var continuum: Int
  }

  /// - Parameter value: only sections of this value; `nil` for all, whatever their value.
  /// - Throws: ``RigourError/differentCoders(_:_:)``.
  public init(_ continua: [Continuum], value: Int? = nil) throws(RigourError) {
    let count = continua.first?.coders.count ?? 0
    if let other = continua.first(where: { $0.coders.count != count }) {
      throw .differentCoders(count, other.coders.count)
    }
    var (distances, squares) = ([Double](), [Double]())
    var (sections, gaps) = ([Piece](), [Piece]())
    for (place, continuum) in continua.enumerated() {
      let own = continuum.coders.map { coder in coder.filter { value == nil || $0.value == value } }
      distances.append(Self.distance(own))
      squares.append(own.joined().reduce(0) { $0 + Double($1.length) * Double($1.length - 1) })
      sections += own.joined().map { Piece(length: Double($0.length), continuum: place) }
      let only = Continuum(valid: own, length: continuum.length)
      for coder in own.indices {
        for gap in only.stretches(of: coder) where gap.value == nil {
          gaps.append(Piece(length: Double(gap.end - gap.start), continuum: place))
        }
      }
    }
    coders = count
    lengths = continua.map { Double($0.length) }
    (self.distances, self.squares) = (distances, squares)
    self.sections = sections.sorted { ($0.length, $1.continuum) > ($1.length, $0.continuum) }
    self.gaps = gaps.sorted { ($0.length, $1.continuum) > ($1.length, $0.continuum) }
  }

  /// The agreement; `times` says how often each continuum counts, once each when it is `nil`.
  ///
  /// - Throws: ``Undefined/nothingCompared``, ``Undefined/noPairs`` below two coders, ``Undefined/noVariation`` when nobody marked anything.
  public func agreement(times: [Int]? = nil) throws(Undefined) -> Agreement {
    let times = times?.map(Double.init) ?? lengths.map { _ in 1 }
    let length = zip(lengths, times).reduce(0) { $0 + $1.0 * $1.1 }
    guard length > 0 else { throw .nothingCompared }
    guard coders > 1 else { throw .noPairs }
    let count = sections.reduce(0) { $0 + times[$1.continuum] }
    guard count > 0 else { throw .noVariation }
    let many = Double(coders)
    let distance = zip(distances, times).reduce(0) { $0 + $1.0 * $1.1 }
    let square = zip(squares, times).reduce(0) { $0 + $1.0 * $1.1 }
    let expected = 2 / length * chance(count, times) / (many * length * (many * length - 1) - square)
    return Agreement(
      observedDisagreement: 2 * distance / (many * (many - 1) * length * length),
      expectedDisagreement: expected)
  }

  /// The sum over sections. Gaps that are as long as a section or longer are found by walking down both lists together.
  private func chance(_ count: Double, _ times: [Double]) -> Double {
    var (sum, next, gapCount, gapLength) = (0.0, 0, 0.0, 0.0)
    for section in sections {
      let own = times[section.continuum]
      guard own > 0 else { continue }
      let long = section.length
      while next < gaps.count, gaps[next].length >= long {
        gapCount += times[gaps[next].continuum]
        gapLength += times[gaps[next].continuum] * gaps[next].length
        next += 1
      }
      let among = (count - 1) / 3 * (2 * long * long * long - 3 * long * long + long)
      sum += own * (among + long * long * (gapLength - gapCount * (long - 1)))
    }
    return sum
  }

  /// Σ δ² over all pairs of coders.
  private static func distance(_ coders: [[Continuum.Section]]) -> Double {
    var sum = 0.0
    for (place, first) in coders.enumerated() {
      for second in coders[(place + 1)...] { sum += distance(first, second) }
    }
    return sum
  }

  private static func distance(_ first: [Continuum.Section], _ second: [Continuum.Section]) -> Double {
    var sum = 0.0
    var met = [Bool](repeating: false, count: second.count)
    var from = 0
    for section in first {
      while from < second.count, second[from].end <= section.start { from += 1 }
      var (place, isAlone) = (from, true)
      while place < second.count, second[place].start < section.end {
        let (begins, ends) = (section.start - second[place].start, section.end - second[place].end)
        sum += Double(begins * begins + ends * ends)
        (isAlone, met[place]) = (false, true)
        place += 1
      }
      if isAlone { sum += Double(section.length) * Double(section.length) }
    }
    for (section, isMet) in zip(second, met) where !isMet {
      sum += Double(section.length) * Double(section.length)
    }
    return sum
  }
}
