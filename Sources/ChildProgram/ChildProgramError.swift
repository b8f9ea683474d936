/// Why another program gave no answer. The wording is its caller's, who knows what the program was for.
public enum ChildProgramError: Error, Hashable, Sendable {
  /// There is no such program.
  case missing(program: String)
  /// The program could not be started or talked to; the number is the system's `errno`.
  case system(program: String, errno: Int32)
  /// The program ended with this status and said this.
  case failed(program: String, status: Int32, said: String)
  /// It took longer than it was given.
  case timedOut(program: String, seconds: Double)
  /// It answered more bytes than it was given.
  case tooMuch(program: String, limit: Int)
}
