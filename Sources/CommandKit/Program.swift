/// Runs one command line of a program.
public enum Program {
  /// Parses the arguments, runs the command and answers the exit status. Never throws, never exits.
  ///
  /// - Parameter arguments: the words after the program's name.
  ///
  /// When the reader of standard output goes away (`realist quotes | head`), the answer is 0: the reader has
  /// what it wanted, and a script under `set -o pipefail` must not fail for it.
  public static func run(_ root: any Command.Type, arguments: [String], context: Context) -> Int32 {
    let thrown = failure { try perform(Request(arguments, root: root), root: root, context: context) }
    let lost = failure { try context.output.flush() }
    // A command's own error counts more than lost last lines; its mere exit status does not.
    guard let error = (thrown is ExitStatus ? lost : nil) ?? thrown ?? lost else { return 0 }
    return present(error, program: root.configuration.name, context: context)
  }

  private static func failure(of work: () throws -> Void) -> (any Error)? {
    do {
      try work()
      return nil
    } catch {
      return error
    }
  }

  private static func perform(_ request: Request, root: any Command.Type, context: Context) throws {
    switch request {
    case .help(let node): try context.output.write(HelpPage(node).rendered(for: context).utf8)
    case .version: try context.print("\(root.configuration.name) \(root.configuration.version ?? "")")
    case .run(let command): try command.run(context)
    }
  }

  private static func present(_ error: any Error, program: String, context: Context) -> Int32 {
    let presentable: any PresentableError
    switch error {
    case let status as ExitStatus: return status.code
    case OutputError.brokenPipe: return 0
    case OutputError.failed(let reason): presentable = Wording.outputFailed(reason)
    case let error as any PresentableError: presentable = error
    default: presentable = Wording.internalError(error)
    }
    let style = context.errorStyle
    context.printError("\(program): \(style.bold("error:")) \(presentable.message)")
    if let hint = presentable.hint { context.printError("\(style.bold("hint:")) \(hint)") }
    return presentable.exitCode
  }
}
