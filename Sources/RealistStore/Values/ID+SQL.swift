import RealistModel
import SQLiteKit

extension ID: SQLValueConvertible {
  public var sqlValue: SQLValue { .blob(bytes) }

  public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(high: high, low: low, at: index)
  }
}

extension Row {
  /// A column that holds an id; the schema keeps it at 16 bytes.
  func id<Entity>(_ column: Int, of entity: Entity.Type = Entity.self) -> ID<Entity> {
    guard let (high, low) = uuid(column) else { return ID(high: 0, low: 0) }
    return ID(high: high, low: low)
  }

  func optionalID<Entity>(_ column: Int, of entity: Entity.Type = Entity.self) -> ID<Entity>? {
    isNull(column) ? nil : id(column)
  }

  /// A column that holds the raw value of an enum; `fallback` for one that a CHECK would have refused.
  func value<Value: RawRepresentable>(_ column: Int, or fallback: Value) -> Value
  where Value.RawValue == String {
    withText(column) { Value(rawValue: String(decoding: $0, as: UTF8.self)) } ?? fallback
  }

  /// A column that holds the raw value of an enum, or NULL.
  func optionalValue<Value: RawRepresentable>(_ column: Int) -> Value? where Value.RawValue == String {
    isNull(column) ? nil : Value(rawValue: text(column))
  }

  func time(_ column: Int) -> Timestamp { Timestamp(milliseconds: int64(column)) }
  func optionalDate(_ column: Int) -> CalendarDate? {
    optionalInt(column).map(CalendarDate.init(daysSince1970:))
  }

  /// A column that holds lines, one a value; empty text is no value.
  func lines(_ column: Int) -> [String] {
    text(column).split(separator: "\n").map(String.init)
  }
}

extension Timestamp: SQLValueConvertible {
  public var sqlValue: SQLValue { .integer(milliseconds) }
  public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: milliseconds, at: index)
  }
}

extension CalendarDate: SQLValueConvertible {
  public var sqlValue: SQLValue { .integer(Int64(daysSince1970)) }
}

extension QuoteCheck: SQLValueConvertible {
  public var sqlValue: SQLValue { .integer(Int64(bitPattern: value)) }
  public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: Int64(bitPattern: value), at: index)
  }
}

extension SHA256Digest: SQLValueConvertible {
  public var sqlValue: SQLValue { .blob(bytes) }
}

extension AttributeValue: SQLValueConvertible {
  public var sqlValue: SQLValue {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .real(number)
    case .date(let date): .text(date.description)
    case .boolean(let value): .integer(value ? 1 : 0)
    }
  }

  /// The stored value, read as the kind its attribute has.
  init(_ stored: SQLValue, kind: AttributeDefinition.Kind) {
    switch (stored, kind) {
    case (.integer(let value), .boolean): self = .boolean(value != 0)
    case (.integer(let value), .number): self = .number(Double(value))
    case (.real(let value), .number): self = .number(value)
    case (.text(let text), .date): self = CalendarDate(text).map(AttributeValue.date) ?? .text(text)
    case (.text(let text), _): self = .text(text)
    case (.integer(let value), _): self = .text("\(value)")
    case (.real(let value), _): self = .text("\(value)")
    case (.blob, _), (.null, _): self = .text("")
    }
  }
}

extension Colour {
  var packed: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }

  init(packed: Int) {
    self.init(
      red: UInt8(truncatingIfNeeded: packed >> 16), green: UInt8(truncatingIfNeeded: packed >> 8),
      blue: UInt8(truncatingIfNeeded: packed))
  }
}
