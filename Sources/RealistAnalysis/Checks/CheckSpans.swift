import RealistModel

extension StudyCheck {
  /// Every segment lies within its text.
  public static let spansInBounds = StudyCheck(
    key: "spans-in-bounds", rule: "every segment lies within the text that it is measured in"
  ) { material in
    material.study.segments.compactMap { segment in
      guard let source = material.sources[segment.source] else { return nil }
      guard (1...max(1, source.revision)).contains(segment.revision) else {
        return Finding(
          .error, material.name(segment), "is measured in revision \(segment.revision), which does not exist")
      }
      let key = CheckMaterial.RevisionKey(source: segment.source, number: segment.revision)
      guard let length = material.lengths[key], segment.span.end > length else { return nil }
      return Finding(
        .error, material.name(segment), "reaches beyond the end of the text, which has \(length) characters")
    }
  }

  /// Every segment still holds the words it was made for.
  public static let quoteChecks = StudyCheck(
    key: "quote-checks", rule: "the check value of every segment fits its words"
  ) { material in
    material.study.segments.compactMap { segment in
      guard let spoken = material.words[segment.id], QuoteCheck(of: spoken.words) != segment.check else {
        return nil
      }
      return Finding(
        .error, material.name(segment), "its words are not the ones that were tagged",
        hint: "compare with the copy made before the last change")
    }
  }
}
