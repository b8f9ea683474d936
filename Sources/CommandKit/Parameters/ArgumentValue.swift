/// A value that a command line can give.
///
/// A `String`-backed enumeration conforms by name only: `enum Format: String, CaseIterable, ArgumentValue`.
/// Its values then show in help, errors and completion.
public protocol ArgumentValue: Sendable {
  /// `nil` when the text is not such a value.
  init?(argument: String)

  /// The text that would give this value.
  var argument: String { get }

  /// All texts there are, empty when there is no end of them.
  static var permittedArguments: [String] { get }

  /// What the error message says was expected, such as `a whole number`; empty to say nothing.
  static var expectation: String { get }
}

extension ArgumentValue {
  public static var permittedArguments: [String] { [] }
  public static var expectation: String { "" }
}

extension ArgumentValue where Self: RawRepresentable, RawValue == String {
  public init?(argument: String) { self.init(rawValue: argument) }
  public var argument: String { rawValue }
}

extension ArgumentValue where Self: CaseIterable {
  public static var permittedArguments: [String] { allCases.map { $0.argument } }
}

extension String: ArgumentValue {
  public init?(argument: String) { self = argument }
  public var argument: String { self }
}

extension Int: ArgumentValue {
  public init?(argument: String) { self.init(argument) }
  public var argument: String { description }
  public static var expectation: String { Wording.wholeNumber }
}

extension Double: ArgumentValue {
  /// Finite numbers only.
  public init?(argument: String) {
    guard let value = Double(argument), value.isFinite else { return nil }
    self = value
  }
  public var argument: String { description }
  public static var expectation: String { Wording.number }
}
