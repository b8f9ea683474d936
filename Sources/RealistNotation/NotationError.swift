import RealistFormats
import RealistModel

/// What is wrong in a text that is written by hand: every finding of one reading, in the order of the text.
public struct NotationError: Error, Hashable, Sendable {
  public var problems: [NotationProblem]

  public init(_ problems: [NotationProblem]) { self.problems = problems.sorted { $0.place < $1.place } }
}

/// One finding.
public struct NotationProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case textBeforeHeading
    case textBeforeMemo
    case untaggedStatement
    case unknownTag(String, letters: [String])
    case unclosedTag
    case emptyClause(tag: String)
    case unknownTagAttribute(String)
    case emptyTagPath
    case badStatus(String)
    case repeatedField(String)
    case badKey(String)
    case duplicateKey(String)
    case textAfterEvidence
    case badEvidence
    case unknownTarget(String, labels: [String])
    case unknownBearing(String)
    case missingQuote
    case unknownQuoteNote(String)
    /// A line that fits none of the forms the file may have.
    case unexpectedLine(expected: String)
    case badDate(String)
    case badValue(String, expected: [String])
    case badLink
    case badLoop
    case badRipple
  }

  public var place: TextPlace
  public var kind: Kind

  public init(_ place: TextPlace, _ kind: Kind) { (self.place, self.kind) = (place, kind) }
}

extension NotationProblem {
  /// What is wrong, without the place.
  public var message: String {
    switch kind {
    case .textBeforeHeading: "text before the first heading"
    case .textBeforeMemo: "text before the first memo"
    case .untaggedStatement: "a statement without any tag"
    case .unknownTag(let tag, _): "unknown tag (\(tag))"
    case .unclosedTag: "this tag is not closed"
    case .emptyClause(let tag): "no clause before the tag (\(tag))"
    case .unknownTagAttribute(let name): "a tag has no attribute \"\(name)\""
    case .emptyTagPath: "no code after the colon of the tag"
    case .badStatus(let status): "unknown status \"\(status)\""
    case .repeatedField(let name): "\"\(name):\" is given twice"
    case .badKey(let key): "\"\(key)\" cannot be a key"
    case .duplicateKey(let key): "the key \"\(key)\" is used twice"
    case .textAfterEvidence: "text after the evidence lines"
    case .badEvidence: "this is no evidence line"
    case .unknownTarget(let label, _): "the configuration has no \(label)"
    case .unknownBearing(let word): "unknown bearing \"\(word)\""
    case .missingQuote: "no quote in quotation marks"
    case .unknownQuoteNote(let text): "cannot read \"\(text)\" after the quote"
    case .unexpectedLine(let expected): "expected \(expected)"
    case .badDate(let text): "\"\(text)\" is no date"
    case .badValue(let text, _): "unknown value \"\(text)\""
    case .badLink: "this is no link"
    case .badLoop: "this is no loop"
    case .badRipple: "this is no ripple"
    }
  }

  /// What to write instead; `nil` when the message says it.
  public var hint: String? {
    switch kind {
    case .textBeforeHeading: "begin with a heading, ## …, and keep other text in README.md"
    case .textBeforeMemo: "begin with ## 2026-03-02T09:30:00Z Coder on code outcomes/service"
    case .untaggedStatement: "end each clause with its tag: … (C), … (M), … (O)"
    case .unknownTag(_, let letters):
      "the letters of this study are " + letters.map { "(\($0))" }.joined(separator: ", ")
    case .unclosedTag: "close it: (C: contexts/new-routes)"
    case .emptyClause: "write the words first, then the tag: new routes are open (C)"
    case .unknownTagAttribute:
      "attributes are level and for: (O: outcomes/care; level: service; for: patients)"
    case .emptyTagPath: "name a code, (C: contexts/new-routes), or leave the colon out, (C)"
    case .badStatus: "write proposed, agreed or rejected"
    case .badKey: "keys have no spaces, braces or quotation marks: {#bespoke-skills}"
    case .textAfterEvidence: "put the statement before the first line that begins with \"- \""
    case .badEvidence, .missingQuote: "write - M1 supports P02 \"words of the quote\""
    case .unknownTarget(_, let labels):
      labels.isEmpty
        ? "write CMO for the whole configuration"
        : "it has " + labels.joined(separator: ", ") + "; CMO is the whole configuration"
    case .unknownBearing: "write supports, refutes or refines"
    case .unknownQuoteNote: "write (observed), (anticipated) or (implied), (occurrence 2), then — and a note"
    case .badDate: "write 2026-03-02"
    case .badValue(_, let expected): "write " + expected.joined(separator: ", ")
    case .badLink: "write - -> factor-key \"label\" via CMO2 from P02 \"words of the quote\""
    case .badLoop: "write - Title {#key} vicious: a -> b -> a"
    case .badRipple: "write - CMO7.O1 -> CMO8.C1: why"
    case .repeatedField, .duplicateKey, .unexpectedLine: nil
    }
  }
}
