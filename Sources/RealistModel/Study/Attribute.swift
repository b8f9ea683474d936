/// A column that participants or sources have.
public struct AttributeDefinition: Hashable, Sendable {
  /// Whom the attribute describes.
  public enum Subject: String, Hashable, Sendable, CaseIterable { case participant, source }
  /// How values are read and compared.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case text, number, date, boolean }

  public var name: String
  public var subject: Subject
  public var kind: Kind

  public init(name: String, subject: Subject, kind: Kind) {
    (self.name, self.subject, self.kind) = (name, subject, kind)
  }
}

/// One attribute value of one participant or source. Absent values are absent from the dictionary.
public enum AttributeValue: Hashable, Sendable, CustomStringConvertible {
  case text(String)
  case number(Double)
  case date(CalendarDate)
  case boolean(Bool)

  /// Reads a value of a kind; `nil` when the text does not fit it. `yes`, `no`, `true`, `false` are booleans in any case.
  public init?(_ text: String, kind: AttributeDefinition.Kind) {
    switch kind {
    case .text: self = .text(text)
    case .number:
      guard let number = Double(text), number.isFinite else { return nil }
      self = .number(number)
    case .date:
      guard let date = CalendarDate(text) else { return nil }
      self = .date(date)
    case .boolean:
      switch text.lowercased() {
      case "yes", "true": self = .boolean(true)
      case "no", "false": self = .boolean(false)
      default: return nil
      }
    }
  }

  public var kind: AttributeDefinition.Kind {
    switch self {
    case .text: .text
    case .number: .number
    case .date: .date
    case .boolean: .boolean
    }
  }

  /// The form in tables: whole numbers without a decimal point, `yes` and `no`.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      if let whole = Int(exactly: number) { "\(whole)" } else { "\(number)" }
    case .date(let date): date.description
    case .boolean(let value): value ? "yes" : "no"
    }
  }

  /// The narrowest kind that every non-empty value fits: boolean, number, date, else text. `007`, `0x1F` and `1e5` are text: as numbers
  /// they would not come back as written.
  public static func kind(ofColumn values: some Sequence<String>) -> AttributeDefinition.Kind {
    let filled = values.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return .text }
    for kind in [AttributeDefinition.Kind.boolean, .number, .date]
    where filled.allSatisfy({ AttributeValue($0, kind: kind) != nil }) {
      return kind == .number && !filled.allSatisfy(isPlainNumber) ? .text : kind
    }
    return .text
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" }
    guard digits.utf8.count >= text.utf8.count - 1, digits.first != "." else { return false }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else {
      return false
    }
    return !(digits.first == "0" && digits.utf8.count > 1 && digits.dropFirst().first != ".")
  }
}
