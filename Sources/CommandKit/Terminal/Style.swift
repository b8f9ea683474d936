/// Emphasis on a terminal. What a text means never depends on it.
public struct Style: Sendable, Equatable {
  public var isEnabled: Bool

  /// Emphasis on a terminal, unless `NO_COLOR` is set and not empty (no-color.org) or the terminal is `dumb`.
  public init(isTerminal: Bool, environment: [String: String]) {
    isEnabled = isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  public func bold(_ text: String) -> String { emphasized(text, "1") }

  public func dim(_ text: String) -> String { emphasized(text, "2") }

  private func emphasized(_ text: String, _ code: String) -> String {
    isEnabled ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
