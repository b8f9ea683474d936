/// A command line that cannot be understood. Its words are in `UsageError+Wording.swift`.
public struct UsageError: Error, Equatable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    case unknownCommand(String, suggestion: String?)
    case unknownOption(String, suggestion: String?)
    case optionBeforeCommand(String)
    case missingArgument(String)
    case missingOption(String)
    case missingValue(option: String, valueName: String)
    case unexpectedValue(flag: String)
    /// `meant` is the option whose values end like it.
    case unexpectedArgument(String, meant: String?)
    case repeatedOption(String)
    case badValue(String, parameter: String, expectation: String, permitted: [String], suggestion: String?)
  }

  public var problem: Problem
  /// The command as typed in full, such as `realist source import`.
  public var command: String
  /// Its usage line.
  public var usage: String

  init(_ problem: Problem, at node: CommandNode) {
    self.problem = problem
    self.command = node.title
    self.usage = HelpPage.usage(of: node)
  }
}

/// A text that its parameter does not take.
struct BadValue: Error, Equatable {
  var text: String
  var expectation: String
  var permitted: [String]
}
