/// A JSON value (RFC 8259).
///
/// Our own, because the only JSON of FoundationEssentials is the coder of `Codable` types: its errors carry no line, and what it does
/// with a duplicate key or an unknown member is not ours to decide.
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The text, when it is one.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The elements, when it is an array.
  public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  /// The members, when it is an object.
  public var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  /// The whole number, when it is one.
  public var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }
}
