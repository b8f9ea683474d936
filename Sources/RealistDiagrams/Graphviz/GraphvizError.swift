import ChildProgram

/// Why Graphviz gave no drawing; the only place for the wording.
public enum GraphvizError: Error, Hashable, Sendable {
  /// There is no such program.
  case missing(program: String)
  /// The program could not be started or talked to; the number is the system's `errno`.
  case system(program: String, errno: Int32)
  /// The program ended with this status and said this.
  case failed(program: String, status: Int32, said: String)
  /// It took longer than it was given.
  case timedOut(program: String, seconds: Double)

  init(_ error: ChildProgramError) {
    switch error {
    case .missing(let program): self = .missing(program: program)
    case .system(let program, let errno): self = .system(program: program, errno: errno)
    case .failed(let program, let status, let said):
      self = .failed(program: program, status: status, said: said)
    case .timedOut(let program, let seconds): self = .timedOut(program: program, seconds: seconds)
    case .tooMuch(let program, let limit):
      self = .failed(program: program, status: 0, said: "more than \(limit >> 20) MB of drawing")
    }
  }

  /// Lower case, place first, without a full stop.
  public var message: String {
    switch self {
    case .missing(let program): "\(program): not installed"
    case .system(let program, let errno): "\(program): cannot be run (system error \(errno))"
    case .failed(let program, let status, let said):
      said.isEmpty ? "\(program): ended with status \(status)" : "\(program): \(said)"
    case .timedOut(let program, let seconds): "\(program): no drawing after \(seconds) seconds"
    }
  }

  public var hint: String {
    switch self {
    case .missing: "install Graphviz: sudo apt install graphviz, or write the graph itself: --format dot"
    case .system: "write the graph itself: --format dot"
    case .failed: "write the graph itself and look at it: --format dot"
    case .timedOut: "draw less of it: --min-sources 2, or --focus ID --steps 2"
    }
  }
}
