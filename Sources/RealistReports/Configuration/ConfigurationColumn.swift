import RealistModel

/// A column of a table of configurations.
public enum ConfigurationColumn: Hashable, Sendable {
  /// `CMO 2`.
  case number
  /// `Number 2, relates to programme theory 1`.
  case numberWithTheory
  case key
  case title
  /// The title of the programme theory.
  case theory
  /// The theory's newest statement.
  case theoryStatement
  case group
  case level
  case forWhom
  /// The elements of one slot of the template.
  case elements(letter: String)
  /// The mechanisms of one valence; `nil` for those of which nothing was said.
  case mechanisms(Element.Valence?)
  /// The statement with bare tags: `… (C), … (M) …`.
  case sentence
  /// The title as a heading, the statement with bare tags below.
  case titledSentence
  case plainSentence
  /// How many sources and participants, and which.
  case evidence
  case quotes
  case refuting
  case standing
  case status
  case rippleTo
  case assumptions
  case comments
  case references
  /// The evaluators' level of confidence, and the concerns behind it.
  case confidence

  /// The name it is asked for by: `theory-statement`, `c`, `enabling`, …
  public var name: String {
    switch self {
    case .elements(let letter): letter.lowercased()
    case .mechanisms(let valence): valence?.rawValue ?? "other-mechanisms"
    default: Self.named.first { $0.column == self }?.name ?? ""
    }
  }

  /// The column of a name: one of ``names(template:)``, a slot's letter or name, in any case.
  public init(_ name: String, template: Template) throws(ReportError) {
    let wanted = name.trimmed.lowercased()
    if let named = Self.named.first(where: { $0.name == wanted }) {
      self = named.column
    } else if let slot = template.slots.first(where: {
      $0.letter.lowercased() == wanted || $0.name.lowercased() == wanted || $0.plural.lowercased() == wanted
    }) {
      self = .elements(letter: slot.letter)
    } else {
      throw .unknownColumn(name, known: Self.names(template: template))
    }
  }

  /// Columns from names with commas between.
  public static func list(_ names: String, template: Template) throws(ReportError) -> [Self] {
    var columns: [Self] = []
    for name in names.split(separator: ",") where !name.allSatisfy(\.isWhitespace) {
      columns.append(try Self(String(name), template: template))
    }
    return columns
  }

  /// All names, the slots of the template by their letters.
  public static func names(template: Template) -> [String] {
    template.slots.map { $0.letter.lowercased() } + named.map(\.name)
  }

  private static let named: [(name: String, column: Self)] = [
    ("number", .number), ("number-with-theory", .numberWithTheory), ("key", .key), ("title", .title),
    ("theory", .theory), ("theory-statement", .theoryStatement), ("group", .group), ("level", .level),
    ("for-whom", .forWhom), ("enabling", .mechanisms(.enabling)), ("disabling", .mechanisms(.disabling)),
    ("other-mechanisms", .mechanisms(nil)), ("sentence", .sentence), ("titled-sentence", .titledSentence),
    ("plain-sentence", .plainSentence), ("evidence", .evidence), ("quotes", .quotes), ("refuting", .refuting),
    ("standing", .standing), ("status", .status), ("ripple", .rippleTo), ("assumptions", .assumptions),
    ("comments", .comments), ("references", .references), ("confidence", .confidence),
  ]
}

extension ConfigurationColumn {
  /// The column's head in a table.
  func head(template: Template, letters: ConfigurationTableOptions.Letters) -> Table.Column {
    let key = name.replacing("-", with: "_")
    switch self {
    case .elements(let letter):
      let slot = template.slot(letter: letter)
      let title = slot?.plural ?? letter
      return Table.Column(key, letters == .header ? "\(title) (\(letter))" : title, kind: .list, weight: 6)
    case .mechanisms: return Table.Column(key, heading, kind: .list, weight: 6)
    case .number, .numberWithTheory: return Table.Column(key, heading, weight: 2, isRowHeading: true)
    case .key, .status, .level, .forWhom, .group: return Table.Column(key, heading, weight: 2)
    case .quotes, .refuting, .assumptions, .comments, .references, .rippleTo, .standing, .evidence,
      .confidence:
      return Table.Column(key, heading, kind: .list, weight: 5)
    case .sentence, .titledSentence, .plainSentence: return Table.Column(key, heading, weight: 12)
    case .title, .theory, .theoryStatement: return Table.Column(key, heading, weight: 4)
    }
  }

  private var heading: String {
    switch self {
    case .number: "No."
    case .numberWithTheory: "CMOC"
    case .key: "Key"
    case .title: "Title"
    case .theory: "Programme theory"
    case .theoryStatement: "Programme theory in words"
    case .group: "Group"
    case .level: "Level"
    case .forWhom: "For whom"
    case .elements(let letter): letter
    case .mechanisms(.enabling): "Enabling mechanisms"
    case .mechanisms(.disabling): "Disabling mechanisms"
    case .mechanisms: "Mechanisms"
    case .sentence, .titledSentence, .plainSentence: "Configuration"
    case .evidence: "Evidence"
    case .quotes: "Quotes"
    case .refuting: "Refuting evidence"
    case .standing: "Standing"
    case .status: "Status"
    case .rippleTo: "Ripple to"
    case .assumptions: "Key assumptions"
    case .comments: "Summary of comments"
    case .references: "References"
    case .confidence: "Confidence (adapted CERQual)"
    }
  }
}
