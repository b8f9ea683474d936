import CommandKit
import RealistModel
import RealistStore

extension Context {
  /// A path that opens what a name in the current directory means. In the directory of this process it is the name itself, so that errors say
  /// what the user wrote.
  package func path(_ name: String) -> String {
    name.hasPrefix("/") || directory == FileAccess.processDirectory ? name : directory + "/" + name
  }

  /// The moment the command was started at.
  package var time: Timestamp { Timestamp(milliseconds: now()) }

  /// Who is working: the one named, else $REALIST_CODER, else the login name.
  package func coder(named name: String?) -> String {
    let names = [name, environment["REALIST_CODER"], environment["USER"], environment["LOGNAME"]]
    return names.compactMap { $0?.trimmed }.first { !$0.isEmpty } ?? "unknown"
  }

  package func note(coder: String, _ command: String) -> ChangeNote {
    ChangeNote(
      coder: coder, time: time, command: command,
      ids: UUIDv7Source(time: time, random: ContextRandom(bytes: randomBytes)))
  }

  /// Says what a command that wrote has done, and how to take it back.
  package func report(_ sentence: String) {
    printError(sentence)
    printError(errorStyle.dim("undo it: realist undo"))
  }
}

/// Random words from the context's bytes.
struct ContextRandom: RandomNumberGenerator, Sendable {
  let bytes: @Sendable (Int) -> [UInt8]

  mutating func next() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
