/// An error a user can act on.
///
/// `message` is lower case, names the place first and has no full stop; `hint` can be pasted.
public protocol PresentableError: Error {
  var message: String { get }
  var hint: String? { get }
  var exitCode: Int32 { get }
}

/// A presentable error made where it happens.
public struct Failure: PresentableError, Equatable {
  public var message: String
  public var hint: String?
  public var exitCode: Int32

  public init(_ message: String, hint: String? = nil, exitCode: Int32) {
    self.message = message
    self.hint = hint
    self.exitCode = exitCode
  }

  /// A combination of parameters that makes no sense: exit 64.
  public static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(message, hint: hint, exitCode: ExitCode.usage)
  }
}

/// Ends a command with a status and no words; for a `check` that printed its findings.
public struct ExitStatus: Error, Equatable {
  public var code: Int32

  public init(_ code: Int32) {
    self.code = code
  }
}

/// The exit codes that CommandKit itself uses, numbered as in `sysexits.h`.
public enum ExitCode {
  public static let usage: Int32 = 64
  public static let internalError: Int32 = 70
  public static let inputFailed: Int32 = 74
  public static let outputFailed: Int32 = 74
}
