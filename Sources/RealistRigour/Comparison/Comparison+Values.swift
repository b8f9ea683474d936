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
    var (overlaps, count, continua) = ([Overlap](), 0, [Continuum]())
    for (place, source) in sources.enumerated() {
      var lines: [[Continuum.Section]] = []
      for coder in coders.indices where source.judged[coder] {
        let sections = self.sections(of: coder, source: place)
        let (first, own) = self.overlaps(in: sections, coder: coder, source: place)
        if let first { overlaps.append(first) }
        count += own
        lines.append(sections)
      }
      continua.append(Continuum(valid: lines, length: source.length))
    }
    return count > 0 ? .overlapping(overlaps, count: count) : .continua(continua)
  }

  private func sections(of coder: Int, source: Int) -> [Continuum.Section] {
    usedCodes.enumerated().flatMap { value, code in
      (runs[code][source]?.coders[coder] ?? []).map {
        Continuum.Section(start: $0.lowerBound, end: $0.upperBound, value: value)
      }
    }.sorted { ($0.start, $0.end, $0.value) < ($1.start, $1.end, $1.value) }
  }

  /// The first place where sections overlap, and how often they do.
  private func overlaps(
    in sections: [Continuum.Section], coder: Int, source: Int
  ) -> (first: Overlap?, count: Int) {
    guard var last = sections.first else { return (nil, 0) }
    var (first, count) = (Overlap?.none, 0)
    for section in sections.dropFirst() {
      if section.start < last.end {
        count += 1
        let used = usedCodes
        first =
          first
          ?? Overlap(
            coder: coder, source: source, first: used[last.value], second: used[section.value],
            place: section.start..<min(section.end, last.end))
      }
      if section.end > last.end { last = section }
    }
    return (first, count)
  }
}
