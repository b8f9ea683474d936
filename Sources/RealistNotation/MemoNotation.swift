import RealistFormats
import RealistModel

/// A memo as `memos.md` says it: its subject by name.
public struct NotatedMemo: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case study
    case participant(String)
    case source(String)
    case code(String)
    case configuration(String)
    case theory(String)
    case factor(String)
    case segment(source: String, span: TextSpan, revision: Int?)
  }

  public var written: Timestamp
  public var coder: String
  public var subject: Subject
  public var body: String
  public var place: TextPlace

  public init(
    written: Timestamp, coder: String, subject: Subject, body: String,
    place: TextPlace = TextPlace(line: 1, column: 1)
  ) {
    (self.written, self.coder, self.subject, self.body, self.place) = (written, coder, subject, body, place)
  }
}

/// The notation of `memos.md`: `## 2026-03-02T09:30:00Z Coder on code outcomes/service`, then Markdown up to the next such heading.
///
/// A heading of a memo's own, which does not begin with a date, is part of its body.
public enum MemoNotation {
  /// Reads a file; linear in its size.
  ///
  /// - Throws: ``NotationError`` with every problem of the file.
  public static func read(_ bytes: [UInt8]) throws(NotationError) -> [NotatedMemo] {
    let lines = NotationLines(bytes)
    var (memos, problems, body) = ([NotatedMemo](), [NotationProblem](), [String]())
    var isBodyOfMemo = false
    func finish() {
      if isBodyOfMemo, let last = memos.indices.last {
        memos[last].body = StatementLines.read(
          body.joined(separator: "\n").trimmedLineBreaks, isStructure: isHeading)
      }
      body = []
    }
    for line in lines.lines.indices {
      let place = lines.place(ofLine: line)
      let text = lines[line]
      if isHeading(text[...]) {
        finish()
        isBodyOfMemo = true
        if let memo = memo(heading: text, place: place) {
          memos.append(memo)
        } else {
          isBodyOfMemo = false
          let expected = "## 2026-03-02T09:30:00Z Coder on code outcomes/service"
          problems.append(NotationProblem(place, .unexpectedLine(expected: expected)))
        }
      } else if memos.isEmpty, problems.isEmpty, !lines.isBlank(line) {
        problems.append(NotationProblem(place, .textBeforeMemo))
      } else {
        body.append(text)
      }
    }
    finish()
    guard problems.isEmpty else { throw NotationError(problems) }
    return memos
  }

  private static func isHeading(_ line: Substring) -> Bool {
    guard line.utf8.starts(with: "## ".utf8) else { return false }
    let word = line.dropFirst(3).drop { $0 == " " }.prefix { $0 != " " }
    return Timestamp(fromCell: String(word)) != nil
  }

  private static func memo(heading: String, place: TextPlace) -> NotatedMemo? {
    let words = heading.dropFirst(3).trimmed
    let date = words.prefix { $0 != " " }
    let rest = words.dropFirst(date.count).trimmed
    guard let written = Timestamp(fromCell: String(date)) else { return nil }
    var searched = rest.startIndex
    while let on = rest[searched...].range(ofFirst: " on ") {
      if let subject = subject(String(rest[on.upperBound...])) {
        return NotatedMemo(
          written: written, coder: rest[..<on.lowerBound].trimmed, subject: subject, body: "", place: place)
      }
      searched = on.upperBound
    }
    // A memo of nobody: "on study" right after the date.
    guard let bare = rest.after("on "), let subject = subject(bare) else { return nil }
    return NotatedMemo(written: written, coder: "", subject: subject, body: "", place: place)
  }

  private static func subject(_ text: String) -> NotatedMemo.Subject? {
    let text = text.trimmed
    if text == "study" { return .study }
    let kind = text.prefix { $0 != " " }
    let name = text.dropFirst(kind.count).trimmed
    guard !name.isEmpty else { return nil }
    switch kind {
    case "participant": return .participant(name)
    case "source": return .source(name)
    case "code": return .code(name)
    case "configuration": return .configuration(name)
    case "theory": return .theory(name)
    case "factor": return .factor(name)
    case "segment": return segment(name)
    default: return nil
    }
  }

  /// `P02 120..164` or `P02 120..164 of revision 1`.
  private static func segment(_ text: String) -> NotatedMemo.Subject? {
    let head = text.range(ofLast: " of revision ")?.lowerBound ?? text.endIndex
    guard let space = text[..<head].range(ofLast: " ") else { return nil }
    var quote = NotatedQuote(source: text[..<space.lowerBound].trimmed, words: "")
    guard QuoteReference.readSpan(String(text[space.upperBound...]), into: &quote), let span = quote.span
    else {
      return nil
    }
    return .segment(source: quote.source, span: span, revision: quote.revision)
  }

  /// The file in canonical form.
  public static func text(_ memos: [NotatedMemo]) -> String {
    memos.map { memo in
      let coder = memo.coder.isEmpty ? "" : memo.coder.onOneLine + " "
      let heading = "## \(memo.written.iso8601) \(coder)on \(text(memo.subject))\n"
      let body = memo.body.trimmedLineBreaks
      return body.isEmpty ? heading : heading + StatementLines.written(body, isStructure: isHeading) + "\n"
    }.joined(separator: "\n")
  }

  private static func text(_ subject: NotatedMemo.Subject) -> String {
    switch subject {
    case .study: "study"
    case .participant(let key): "participant \(key)"
    case .source(let name): "source \(name)"
    case .code(let path): "code \(path)"
    case .configuration(let key): "configuration \(key)"
    case .theory(let key): "theory \(key)"
    case .factor(let key): "factor \(key)"
    case .segment(let source, let span, let revision):
      "segment \(source) \(span.start)..\(span.end)" + (revision.map { " of revision \($0)" } ?? "")
    }
  }
}
