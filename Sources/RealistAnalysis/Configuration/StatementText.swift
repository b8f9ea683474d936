import RealistModel

/// A configuration's statement as reports print it: with bare tags, `… (C), … (M) …`, or without any.
public enum StatementText {
  /// What becomes of the tags.
  public enum Tags: Hashable, Sendable { case letters, none }

  /// The statement on one line. A tag is a pair of parentheses that begins with a letter of the template, perhaps a sign, and then ends or
  /// goes on with `:` or `;`; the tag `(M+: enabling/skills; level: service)` is printed as `(M)`. A configuration without a statement is
  /// printed as its elements, in order.
  public static func sentence(of configuration: Configuration, template: Template, tags: Tags) -> String {
    let statement =
      configuration.statement.trimmed.isEmpty ? composed(configuration) : configuration.statement
    let letters = template.slots.map { Array($0.letter.utf8) }
    let bytes = Array(statement.utf8)
    var (result, at) = ([UInt8](), 0)
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "("), let close = bytes.closingParenthesis(of: at),
        let letter = letter(of: bytes[(at + 1)..<close], letters: letters)
      else {
        result.append(bytes[at])
        at += 1
        continue
      }
      switch tags {
      case .letters: result += Array("(".utf8) + letter + Array(")".utf8)
      case .none: while let last = result.last, isSpace(last) { result.removeLast() }
      }
      at = close + 1
    }
    return onOneLine(result)
  }

  private static func composed(_ configuration: Configuration) -> String {
    let clauses = configuration.elements.enumerated().map { place, element in
      "\(place == 0 ? element.text : continued(element.text)) (\(element.letter))"
    }
    return clauses.isEmpty ? "" : clauses.joined(separator: ", ") + "."
  }

  /// A clause inside a sentence: the capital that only its first letter has is taken back.
  private static func continued(_ text: String) -> String {
    let second = text.dropFirst().first
    guard let first = text.first, first.isUppercase, second?.isLowercase ?? false || "A " == text.prefix(2)
    else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }

  private static func letter(of content: ArraySlice<UInt8>, letters: [[UInt8]]) -> [UInt8]? {
    let inside = content.drop(while: isSpace)
    return letters.first { letter in
      guard inside.starts(with: letter) else { return false }
      var rest = inside.dropFirst(letter.count).drop(while: isSpace)
      for sign in ["+", "-", "−", "–"] where rest.starts(with: sign.utf8) {
        rest = rest.dropFirst(sign.utf8.count).drop(while: isSpace)
        break
      }
      return rest.first.map { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") } ?? true
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private static func onOneLine(_ bytes: [UInt8]) -> String {
    bytes.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
