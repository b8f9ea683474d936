/// A stretch, such as the text of a source, in which each coder marked sections and gave them a value.
public struct Continuum: Hashable, Sendable {
  /// A marked section, half-open.
  public struct Section: Hashable, Sendable {
    public var start: Int
    public var end: Int
    /// From 0.
    public var value: Int

    public init(start: Int, end: Int, value: Int = 0) {
      (self.start, self.end, self.value) = (start, end, value)
    }

    var length: Int { end - start }
  }

  public let length: Int
  /// By coder: sections that do not overlap, in order of place. What is between them is a gap.
  public let coders: [[Section]]

  /// - Throws: ``RigourError/overlap(coder:first:second:)`` when a coder's sections overlap: the measures of this family know one value at
  ///   each place. ``RigourError/outside(coder:section:length:)`` for an empty section and one outside of the continuum.
  public init(length: Int, coders: [[Section]]) throws(RigourError) {
    let sorted = coders.map { $0.sorted { ($0.start, $0.end) < ($1.start, $1.end) } }
    for (coder, sections) in sorted.enumerated() {
      for section in sections
      where section.start < 0 || section.end > length || section.start >= section.end {
        throw .outside(
          coder: coder, section: min(section.start, section.end)..<max(section.start, section.end),
          length: length)
      }
      for (first, second) in zip(sections, sections.dropFirst()) where second.start < first.end {
        throw .overlap(coder: coder, first: first.start..<first.end, second: second.start..<second.end)
      }
    }
    self.init(valid: sorted, length: length)
  }

  init(valid coders: [[Section]], length: Int) { (self.coders, self.length) = (coders, length) }

  /// The sections of a coder with the gaps between them, which have the value `nil`.
  func stretches(of coder: Int) -> [(start: Int, end: Int, value: Int?)] {
    var (stretches, place) = ([(start: Int, end: Int, value: Int?)](), 0)
    stretches.reserveCapacity(coders[coder].count * 2 + 1)
    for section in coders[coder] {
      if section.start > place { stretches.append((place, section.start, nil)) }
      stretches.append((section.start, section.end, section.value))
      place = section.end
    }
    if place < length { stretches.append((place, length, nil)) }
    return stretches
  }
}
