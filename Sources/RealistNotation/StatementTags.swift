import RealistModel

/// Finds the tags of a statement: `(C: path)`, `(M+; for: patients)`, `(O)`.
///
/// A pair of parentheses is a tag when it begins with a letter of the template, perhaps a sign, and then ends or goes on with `:` or `;`.
/// What looks like a tag with another letter is a problem; any other parenthesis is prose. Inside a tag, `\` before `;`, `(`, `)` or `\`
/// takes their meaning away.
struct StatementTags {
  let lines: NotationLines
  let letters: [String]
  let outcomeLetters: Set<String>
  private(set) var elements: [NotatedElement] = []
  private(set) var problems: [NotationProblem] = []
  /// The bytes of each element's tag.
  private(set) var ranges: [Range<Int>] = []

  init(lines: NotationLines, template: Template) {
    self.lines = lines
    letters = template.slots.map(\.letter)
    outcomeLetters = Set(template.slots.filter { $0.role == .outcome }.map(\.letter))
  }

  private var bytes: [UInt8] { lines.bytes }

  /// Reads the elements of the statement that takes up those bytes.
  mutating func read(_ statement: Range<Int>) {
    var (at, clauseStart) = (statement.lowerBound, statement.lowerBound)
    while at < statement.upperBound {
      guard bytes[at] == UInt8(ascii: "(") else {
        at += 1
        continue
      }
      let close = bytes.closingParenthesis(of: at, before: statement.upperBound)
      switch Self.head(of: bytes[(at + 1)..<(close ?? statement.upperBound)], letters: letters) {
      case .prose:
        at += 1
      case .unknown(let tag):
        problems.append(NotationProblem(lines.place(ofByte: at), .unknownTag(tag, letters: letters)))
        at = (close ?? at) + 1
        clauseStart = at
      case .tag(let letter, let sign):
        guard let close else {
          problems.append(NotationProblem(lines.place(ofByte: at), .unclosedTag))
          return
        }
        append(letter: letter, sign: sign, tag: at..<(close + 1), clause: clauseStart..<at)
        at = close + 1
        clauseStart = at
      }
    }
  }

  // MARK: - One tag

  private enum Head {
    case prose
    case unknown(String)
    case tag(letter: String, sign: Bool?)
  }

  private static func head(of content: ArraySlice<UInt8>, letters: [String]) -> Head {
    let short = String(decoding: content.prefix(40), as: UTF8.self)
    let end = short.firstIndex { $0 == ":" || $0 == ";" || $0 == ")" || $0.isNewline } ?? short.endIndex
    let goesOn = end < short.endIndex && (short[end] == ":" || short[end] == ";")
    guard goesOn || content.count < 8 else { return .prose }
    var word = short[..<end].trimmed
    let whole = word
    var sign: Bool?
    if let last = word.unicodeScalars.last {
      if last == "+" { sign = true }
      if "-−–".unicodeScalars.contains(last) { sign = false }
      if sign != nil { word = String(word.unicodeScalars.dropLast()).trimmed }
    }
    if letters.contains(where: { $0.isIdentical(to: word) }) { return .tag(letter: word, sign: sign) }
    return looksLikeTag(word, signed: sign != nil, goesOn: goesOn, letters: letters)
      ? .unknown(whole) : .prose
  }

  /// A capital letter alone or with a number, `(X)`, `(M2)`; anything of at most three characters with a sign or with `:` or `;` after it.
  private static func looksLikeTag(_ word: String, signed: Bool, goesOn: Bool, letters: [String]) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    let rest = word.unicodeScalars.dropFirst()
    guard rest.count <= 2, rest.allSatisfy({ $0.properties.isAlphabetic || ("0"..."9").contains($0) }) else {
      return false
    }
    if signed || goesOn { return true }
    guard first.properties.isUppercase else { return false }
    if rest.isEmpty { return true }
    return letters.contains(String(first)) && rest.allSatisfy { ("0"..."9").contains($0) }
  }

  private mutating func append(letter: String, sign: Bool?, tag: Range<Int>, clause: Range<Int>) {
    let words = Array(bytes[clause])
    var text = StatementClause.text(
      of: String(decoding: words[StatementClause.startOfLastSentence(words)...], as: UTF8.self))
    if text.isEmpty {
      let follows = clause.lowerBound > 0 && bytes[clause.lowerBound - 1] == UInt8(ascii: ")")
      if follows, let last = elements.last {
        text = last.text
      } else {
        problems.append(NotationProblem(lines.place(ofByte: tag.lowerBound), .emptyClause(tag: letter)))
      }
    }
    var element = NotatedElement(
      letter: letter, text: text, valence: sign.map { valence(letter: letter, positive: $0) },
      place: lines.place(ofByte: tag.lowerBound))
    readAttributes(of: tag, into: &element)
    elements.append(element)
    ranges.append(tag)
  }

  private func valence(letter: String, positive: Bool) -> Element.Valence {
    if outcomeLetters.contains(letter) { return positive ? .intended : .unintended }
    return positive ? .enabling : .disabling
  }

  private mutating func readAttributes(of tag: Range<Int>, into element: inout NotatedElement) {
    let place = lines.place(ofByte: tag.lowerBound)
    let inside = bytes[(tag.lowerBound + 1)..<(tag.upperBound - 1)]
    for (position, part) in Self.parts(of: inside).enumerated() {
      let colon = part.firstIndex(of: UInt8(ascii: ":"))
      let name = String(decoding: part[..<(colon ?? part.endIndex)], as: UTF8.self).trimmed
      let value = colon.map { Self.unescaped(part[($0 + 1)...]) } ?? ""
      if position == 0 {
        if colon != nil, value.isEmpty { problems.append(NotationProblem(place, .emptyTagPath)) }
        element.code = value.isEmpty ? nil : value
        continue
      }
      switch name {
      case "level": element.level = value
      case "for": element.beneficiary = value
      default: problems.append(NotationProblem(place, .unknownTagAttribute(name)))
      }
    }
  }

  /// The pieces between semicolons that have no `\` before them.
  private static func parts(of content: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var (parts, start, at) = ([ArraySlice<UInt8>](), content.startIndex, content.startIndex)
    while at < content.endIndex {
      if content[at] == UInt8(ascii: "\\") {
        at += 1
      } else if content[at] == UInt8(ascii: ";") {
        parts.append(content[start..<at])
        start = at + 1
      }
      at += 1
    }
    return parts + [content[start...]]
  }

  /// A value that goes on in the next line, on one line: a line break and the white space around it are one space.
  private static func unwrapped(_ value: String) -> String {
    value.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed).joined(separator: " ")
      .trimmed
  }

  /// Without escapes, on one line, without space at the ends.
  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    var (plain, isEscaped) = ([UInt8](), false)
    for byte in value {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, !";()\\".utf8.contains(byte) { plain.append(UInt8(ascii: "\\")) }
      isEscaped = false
      plain.append(byte)
    }
    if isEscaped { plain.append(UInt8(ascii: "\\")) }
    return unwrapped(String(decoding: plain, as: UTF8.self))
  }
}

extension NotatedElement {
  /// The tag: `(M+: enabling/skills; level: service; for: patients)`.
  public var tag: String {
    var tag = "(" + letter
    switch valence {
    case .enabling, .intended: tag += "+"
    case .disabling, .unintended: tag += "-"
    case nil: break
    }
    if let code { tag += ": " + Self.escaped(code) }
    if !level.isEmpty { tag += "; level: " + Self.escaped(level) }
    if !beneficiary.isEmpty { tag += "; for: " + Self.escaped(beneficiary) }
    return tag + ")"
  }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      if ";()\\".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
