/// All words about command lines that cannot be understood, and about failures of the program itself.
extension UsageError: PresentableError {
  public var exitCode: Int32 { ExitCode.usage }

  public var message: String {
    switch problem {
    case .unknownCommand(let word, _): "unknown command \(quoted("\(command) \(word)"))"
    case .unknownOption(let name, _): "unknown option \(quoted(name))"
    case .optionBeforeCommand(let name): "option \(quoted(name)) stands before the command"
    case .missingArgument(let name): "missing argument \(name)"
    case .missingOption(let label): "missing option \(label)"
    case .missingValue(let option, _): "option \(option) needs a value"
    case .unexpectedValue(let flag): "option \(flag) takes no value"
    case .unexpectedArgument(let text, _): "unexpected argument \(quoted(text))"
    case .repeatedOption(let name): "option \(name) is given more than once"
    case .badValue(let text, let parameter, "", _, _): "bad value \(quoted(text)) for \(parameter)"
    case .badValue(let text, let parameter, let expectation, _, _):
      "bad value \(quoted(text)) for \(parameter): expected \(expectation)"
    }
  }

  public var hint: String? {
    switch problem {
    case .unknownCommand(_, let suggestion?): "did you mean '\(command) \(suggestion)'?"
    case .unknownOption(_, let suggestion?): "did you mean \(suggestion)?"
    case .optionBeforeCommand(let name): "put it after the command: \(command) COMMAND \(name.printable)"
    case .missingArgument, .missingOption: "usage: \(usage)"
    case .missingValue(let option, let valueName):
      "write \(option) \(valueName), or \(option)=\(valueName) when the value begins with a dash"
    case .unexpectedArgument(let text, let option?): "did you mean \(option) \(text.printable)?"
    case .unexpectedArgument: "put words that belong together into quotation marks; usage: \(usage)"
    case .badValue(_, _, _, let permitted, let suggestion) where !permitted.isEmpty:
      (suggestion.map { "did you mean \($0)? " } ?? "") + "permitted: " + permitted.joined(separator: ", ")
    default: "see: \(command) --help"
    }
  }

  private func quoted(_ text: String) -> String {
    let shown = text.printable
    return "'" + (shown.count > 60 ? shown.prefix(59) + "…" : shown) + "'"
  }
}

/// Words for what the program cannot explain to its user any better.
enum Wording {
  static let wholeNumber = "a whole number"
  static let number = "a number"

  static func internalError(_ error: any Error) -> Failure {
    // Only the type: the payload could hold words of a participant.
    Failure(
      "internal error (\(String(reflecting: type(of: error))))",
      hint: "this is a fault of the program; please report it with the command you ran",
      exitCode: ExitCode.internalError)
  }

  static func outputFailed(_ reason: String) -> Failure {
    Failure("cannot write to standard output: \(reason)", exitCode: ExitCode.outputFailed)
  }
}
