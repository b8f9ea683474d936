/// A word, mark or quotation of a filter expression.
struct FilterToken: Hashable {
  enum Kind: Hashable {
    case word(String)
    /// In ' '.
    case text(String)
    /// In " ", which is a field's name or a value, depending on the place.
    case quoted(String)
    /// In ` `.
    case name(String)
    case comparison(FilterComparison)
    case open
    case close
    case comma
    case end
  }

  let kind: Kind
  /// In Unicode scalars.
  let offset: Int
  /// As it was written; `nil` at the end.
  let written: String?
}

/// Cuts a filter expression into tokens.
struct FilterLexer {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private var place = 0

  /// The tokens in order; the last one is the end.
  static func tokens(of text: String) throws(FilterError) -> [FilterToken] {
    var lexer = FilterLexer(text: text, scalars: Array(text.unicodeScalars))
    var tokens: [FilterToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens + [FilterToken(kind: .end, offset: lexer.scalars.count, written: nil)]
  }

  private init(text: String, scalars: [Unicode.Scalar]) { (self.text, self.scalars) = (text, scalars) }

  /// Whether a scalar can be part of a word that needs no quotation marks.
  static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", ",", "'", "\"", "`", "=", "!", "<", ">": false
    default: !scalar.isWhiteSpace
    }
  }

  private mutating func next() throws(FilterError) -> FilterToken? {
    while place < scalars.count, scalars[place].isWhiteSpace { place += 1 }
    guard place < scalars.count else { return nil }
    let start = place
    let kind: FilterToken.Kind
    switch scalars[place] {
    case "(": kind = mark(.open)
    case ")": kind = mark(.close)
    case ",": kind = mark(.comma)
    case "'": kind = .text(try quotation())
    case "\"": kind = .quoted(try quotation())
    case "`": kind = .name(try quotation())
    case "=", "!", "<", ">": kind = .comparison(try comparison())
    default:
      while place < scalars.count, Self.isPartOfWord(scalars[place]) { place += 1 }
      kind = .word(written(start..<place))
    }
    return FilterToken(kind: kind, offset: start, written: written(start..<place))
  }

  private mutating func mark(_ kind: FilterToken.Kind) -> FilterToken.Kind {
    place += 1
    return kind
  }

  /// The text between two equal marks; a doubled mark stands for one.
  private mutating func quotation() throws(FilterError) -> String {
    let (start, mark) = (place, scalars[place])
    var content = String.UnicodeScalarView()
    place += 1
    while place < scalars.count {
      if scalars[place] == mark {
        place += 1
        guard place < scalars.count, scalars[place] == mark else { return String(content) }
      }
      content.append(scalars[place])
      place += 1
    }
    throw FilterError(.unclosedQuotation, in: text, at: start)
  }

  private mutating func comparison() throws(FilterError) -> FilterComparison {
    let start = place
    while place < scalars.count, ["=", "!", "<", ">"].contains(scalars[place]) { place += 1 }
    let sign = written(start..<place)
    switch sign {
    case "==": return .equal
    case "<>": return .notEqual
    default:
      guard let known = FilterComparison(rawValue: sign) else {
        throw FilterError(.unknownOperator(sign), in: text, at: start)
      }
      return known
    }
  }

  private func written(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
