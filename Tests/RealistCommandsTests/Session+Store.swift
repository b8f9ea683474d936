import RealistModel
import RealistStore

extension Session {
  /// Reads the study `s.realist` of the folder.
  func read<Result>(_ body: (StudyReader) throws -> Result) throws -> Result {
    try StudyStore.open(path("s.realist"), .readOnly).read(body)
  }

  /// Changes the study `s.realist` of the folder as the library does.
  func change(_ body: (StudyWriter) throws -> Void) throws {
    let note = ChangeNote(
      coder: "Iris", time: Timestamp(milliseconds: 1_772_442_000_000), command: "changed by a test",
      ids: UUIDv7Source(
        time: Timestamp(milliseconds: 1_772_442_000_000), random: SystemRandomNumberGenerator()))
    try StudyStore.open(path("s.realist")).change(note, body)
  }

  /// Puts codes on quotes of the only source, in one change.
  func tag(_ quotes: [(words: String, code: String)]) throws {
    try change { writer in
      let source = try writer.reader.sources()[0]
      let text = try writer.reader.text(of: source.id, revision: source.revision)
      for quote in quotes {
        let place = try QuoteLocator(text: text).locate(quote.words).span
        let segment = try writer.segment(at: place, of: source, text: text).segment
        try writer.tag(segment.id, with: try writer.addCode(path: quote.code).id)
      }
    }
  }

  /// `code: words` of every coding, sorted; the words are read from the text that the segment is of.
  func quotes() throws -> [String] {
    try read { reader in
      let (codes, segments) = (try reader.codeTree(), try reader.segments())
      let words = try reader.words(of: segments)
      let checks = try segments.allSatisfy { segment in
        try reader.text(of: segment.source, revision: segment.revision).check(segment.span) == segment.check
      }
      guard checks else { return ["a check value does not fit"] }
      return try reader.codings().map { "\(codes[$0.code]?.path ?? "?"): \(words[$0.segment]?.words ?? "?")" }
        .sorted()
    }
  }

  /// The revisions that segments are of, each once.
  func revisions() throws -> [Int] { try read { Set(try $0.segments().map(\.revision)).sorted() } }
}
