import RealistFormats
import RealistModel
import RealistNotation

/// `linked-codings.csv`: passages that are coded as a pair or three that belong together.
///
/// A row for each role; rows of one key are one linked coding. What belongs to the whole passage (source, revision, start, end, quote, coder,
/// date, memo) stands in the first of its rows; the others leave it empty. A role has its own words as `role_start` and `role_end`, offsets
/// of the source like `start` and `end`, or as `role_quote`, which is looked for inside the passage; without them the whole passage says it.
public enum LinkedCodingsCSV {
  /// Its name in a study folder.
  public static let file = "linked-codings.csv"
  static let columns = [
    "key", "source", "revision", "start", "end", "quote", "letter", "code", "role_start", "role_end",
    "role_quote", "coder", "date", "memo",
  ]

  /// The cells of one linked coding, a row for each role.
  ///
  /// - Parameters:
  ///   - place: the cells source, revision, start, end of the passage.
  ///   - words: the words of a segment.
  static func rows(
    _ linked: LinkedCoding, place: [String], codes: (ID<Code>) -> String, span: (ID<Segment>) -> TextSpan?,
    words: (ID<Segment>) -> String
  ) -> [[String]] {
    linked.parts.enumerated().map { number, part in
      let isFirst = number == 0
      let own = part.segment.flatMap(span)
      return [linked.key]
        + (isFirst ? place + [words(linked.segment)] : ["", "", "", "", ""])
        + [part.letter, codes(part.code)]
        + [own.map { "\($0.start)" } ?? "", own.map { "\($0.end)" } ?? "", part.segment.map(words) ?? ""]
        + (isFirst ? [linked.coder, linked.created.cell, linked.memo] : ["", "", ""])
    }
  }
}
