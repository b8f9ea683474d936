import CommandKit
import RealistModel

/// A value given by name: `mode=Teams`.
package struct Assignment: Hashable, ArgumentValue {
  package var name: String
  /// Empty to take the value away.
  package var value: String

  /// The part before the first `=` is the name.
  package init?(argument: String) {
    guard let equals = argument.firstIndex(of: "=") else { return nil }
    (name, value) = (argument[..<equals].trimmed, argument[argument.index(after: equals)...].trimmed)
    guard !name.isEmpty else { return nil }
  }

  package var argument: String { "\(name)=\(value)" }
  package static var expectation: String { "NAME=VALUE" }
}

extension CalendarDate: ArgumentValue {
  public init?(argument: String) { self.init(argument) }
  public var argument: String { description }
  public static var expectation: String { "a day such as 2026-03-02" }
}
