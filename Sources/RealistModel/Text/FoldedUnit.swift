/// One character of folded text as a number: ASCII as itself, everything else numbered by a ``CharacterTable``.
typealias FoldedUnit = UInt32

/// Numbers the characters that are not ASCII. Canonically equivalent characters (é in one scalar or two) have one number, because
/// `Character` compares that way.
struct CharacterTable: Sendable {
  /// What a character is for the purpose of finding words.
  enum Class: UInt8, Sendable {
    /// Part of a word.
    case letter
    /// A word of its own, as in Chinese and Japanese writing.
    case ideograph
    case other
  }

  static let space: FoldedUnit = 0x20
  /// Every straight or curly quotation mark and apostrophe.
  static let quotationMark: FoldedUnit = 0x27
  /// Every hyphen and dash.
  static let dash: FoldedUnit = 0x2d
  /// Stands for a character that does not occur in the text at all.
  static let unknown = FoldedUnit.max

  private static let first: FoldedUnit = 0x80
  private var numbers: [Character: FoldedUnit] = [:]
  private var lower: [FoldedUnit] = []
  private var classes: [Class] = []

  /// The character's number, given out now when it has none.
  mutating func number(_ character: Character) -> FoldedUnit {
    if let known = numbers[character] { return known }
    let new = Self.first + FoldedUnit(lower.count)
    numbers[character] = new
    lower.append(new)
    classes.append(Self.classify(character))
    if let small = Self.lowercase(character) { lower[Int(new - Self.first)] = unit(small) }
    return new
  }

  private mutating func unit(_ character: Character) -> FoldedUnit {
    character.asciiValue.map(FoldedUnit.init) ?? number(character)
  }

  /// The character's number; ``unknown`` when the text does not have it.
  func known(_ character: Character) -> FoldedUnit {
    character.asciiValue.map(FoldedUnit.init) ?? numbers[character] ?? Self.unknown
  }

  /// The number of the lower-case form, even when the text has the character in lower case only.
  func knownLowercase(_ character: Character) -> FoldedUnit {
    lowercase(known(Self.lowercase(character) ?? character))
  }

  func lowercase(_ unit: FoldedUnit) -> FoldedUnit {
    if unit < Self.first { return unit &- 0x41 < 26 ? unit | 0x20 : unit }
    return unit == Self.unknown ? unit : lower[Int(unit - Self.first)]
  }

  func classOf(_ unit: FoldedUnit) -> Class {
    if unit < Self.first {
      return (unit | 0x20) &- 0x61 < 26 || unit &- 0x30 < 10 ? .letter : .other
    }
    return unit == Self.unknown ? .letter : classes[Int(unit - Self.first)]
  }

  private static func lowercase(_ character: Character) -> Character? {
    let small = character.lowercased()
    guard small.count == 1, let first = small.first, first != character else { return nil }
    return first
  }

  private static func classify(_ character: Character) -> Class {
    guard let scalar = character.unicodeScalars.first else { return .other }
    switch scalar.value {
    // Thai, Lao, Hiragana, Katakana, Han: written without spaces between words.
    case 0x0e00...0x0eff, 0x3040...0x30ff, 0x3400...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff:
      return .ideograph
    default: return character.isLetter || character.isNumber ? .letter : .other
    }
  }
}

/// What becomes of a character when text is folded.
enum Folding {
  case unit(FoldedUnit)
  case kept
  case dropped

  /// Scalars that stand alone as a character and are written in several ways.
  static func of(_ character: Character) -> Folding {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return .kept }
    switch scalar.value {
    case 0x2018...0x201f, 0x2032...0x2037, 0x2039, 0x203a, 0xab, 0xbb, 0xb4, 0x02bc, 0x300c...0x300f:
      return .unit(CharacterTable.quotationMark)
    case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d: return .unit(CharacterTable.dash)
    case 0x2026: return .unit(CharacterTable.space)
    case 0xad, 0x200b...0x200f, 0x2060, 0xfeff: return .dropped
    default: return scalar.isWhiteSpace ? .unit(CharacterTable.space) : .kept
    }
  }

  /// ASCII: quotation marks are one, white space is one, the rest is kept.
  static func ofASCII(_ byte: UInt8) -> FoldedUnit {
    switch byte {
    case 0x09...0x0d: CharacterTable.space
    case 0x22, 0x60: CharacterTable.quotationMark
    default: FoldedUnit(byte)
    }
  }
}
