import RealistModel

/// A column of a survey, and what it is taken for.
public struct SurveyColumn: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    /// Tells the respondents apart.
    case id
    /// An answer out of a list, a number, a date: an attribute of the participant.
    case closed(AttributeDefinition.Kind)
    /// An answer in the respondent's own words.
    case open
    /// Names, addresses: left out, for participants are pseudonyms.
    case identifying
    /// Left out because a person said so.
    case leftOut
    /// Nobody answered.
    case empty
  }

  /// From 0.
  public let index: Int
  /// The heading, made unique: one that comes again carries the heading before it, `How was it?: Comments`.
  public let name: String
  public internal(set) var role: Role
  /// How many cells have something in them, and how many of these differ.
  public let filled: Int
  public let distinct: Int
  /// Words in a filled cell, on average.
  public let words: Double

  /// The rule by which a column of words counts as open answers, for people.
  public static let rule =
    "open answers are columns with five words or more in an answer and hardly any answer twice, and columns that ask for comments; all others are attributes"

  init(index: Int, name: String, cells: [String], isDefinedAs known: AttributeDefinition.Kind?) {
    (self.index, self.name) = (index, name)
    let filledCells = cells.filter { !$0.isEmpty }
    let texts = filledCells.filter { !Self.isMissing($0) }
    filled = filledCells.count
    distinct = Set(filledCells).count
    let counts = texts.map { $0.split(whereSeparator: \.isWhitespace).count }
    words = texts.isEmpty ? 0 : Double(counts.reduce(0, +)) / Double(texts.count)
    let kind = known ?? AttributeValue.kind(ofColumn: filledCells)
    let isVaried = Set(texts).count * 5 >= texts.count * 4
    if filled == 0 {
      role = .empty
    } else if SurveyHeadings.isIdentifying(name) {
      role = .identifying
    } else if kind == .text, known == nil, words >= 5, isVaried {
      role = .open
    } else if kind == .text, known == nil, SurveyHeadings.asksForWords(name), (counts.max() ?? 0) > 1 {
      role = .open
    } else {
      role = .closed(kind)
    }
  }
}

extension SurveyColumn {
  /// Whether a cell holds a survey tool's code for no answer: `-99`, `-66`, `N/A`.
  static func isMissing(_ cell: String) -> Bool {
    let digits = cell.dropFirst()
    if cell.hasPrefix("-"), !digits.isEmpty, digits.count < 4,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      return true
    }
    return ["na", "n/a", "#n/a", "nan"].contains(cell.lowercased())
  }
}

/// What headings give away.
enum SurveyHeadings {
  private static let identifying: Set<String> = [
    "name", "first name", "last name", "full name", "surname", "your name", "e-mail", "email",
    "email address",
    "e-mail address", "mail", "phone", "telephone", "phone number", "ip address", "ip", "ipaddress",
    "recipientemail",
    "recipientfirstname", "recipientlastname", "username", "address", "postcode", "latitude", "longitude",
    "locationlatitude", "locationlongitude", "vorname", "nachname", "nom", "prénom", "nombre", "correo",
    "nome",
  ]
  private static let ids: Set<String> = [
    "id", "participant", "participant id", "participantid", "pseudonym", "respondent", "respondent id",
    "case", "lfdn",
    "responseid", "response id", "code", "fall", "caseid", "case id", "nr", "no",
  ]

  static func isIdentifying(_ heading: String) -> Bool { identifying.contains(heading.lowercased()) }
  static func namesRespondents(_ heading: String) -> Bool {
    let folded = heading.lowercased()
    return ids.contains(folded) || folded.contains("participant number")
      || folded.contains("participant code")
  }

  static func asksForWords(_ heading: String) -> Bool {
    let folded = heading.lowercased()
    return [
      "comment", "free text", "freetext", "please explain", "please describe", "why?", "in your own words",
      "kommentar", "commentaire", "comentario", "comentário",
    ]
    .contains { folded.contains($0) }
  }

  /// The headings, each one different: one that comes again takes the last one before it that did not.
  static func unique(_ headings: [String]) -> [String] {
    let counts = Dictionary(headings.map { ($0, 1) }, uniquingKeysWith: +)
    var (names, taken, last) = ([String](), Set<String>(), "")
    for (index, heading) in headings.enumerated() {
      var name = heading.isEmpty ? "column \(index + 1)" : heading
      if !heading.isEmpty, counts[heading, default: 0] > 1, !last.isEmpty { name = "\(last): \(heading)" }
      if counts[heading, default: 0] == 1 { last = heading }
      let base = name
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base) (\(number))"
        number += 1
      }
      names.append(name)
    }
    return names
  }
}
