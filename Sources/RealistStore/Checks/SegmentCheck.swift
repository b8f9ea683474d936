import RealistModel

extension StudyReader {
  /// Segments that lie outside their text, or whose words are not the ones that were marked. Reads one text at a time.
  func segmentProblems() throws -> [StoreProblem] {
    var problems: [StoreProblem] = []
    for source in try sources() {
      let segments = Dictionary(grouping: try self.segments(of: source.id), by: \.revision)
      for (revision, own) in segments.sorted(by: { $0.key < $1.key }) {
        do {
          let text = try self.text(of: source.id, revision: revision)
          problems += own.compactMap { Self.problem($0, in: text, of: source.name) }
        } catch StoreError.contentDamaged {
          problems.append(
            StoreProblem(.segments, "\(source.name) revision \(revision)", "the text cannot be read"))
        }
      }
    }
    return problems
  }

  private static func problem(_ segment: Segment, in text: SourceText, of source: String) -> StoreProblem? {
    let place = "\(source) \(segment.span.start)..\(segment.span.end)"
    guard segment.span.end <= text.length else {
      return StoreProblem(
        .segments, place, "reaches beyond the end of the text, which has \(text.length) characters")
    }
    guard text.check(segment.span) != segment.check else { return nil }
    return StoreProblem(
      .segments, place, "its words are not the ones that were marked",
      hint: "compare with the copy made before the last change")
  }
}
