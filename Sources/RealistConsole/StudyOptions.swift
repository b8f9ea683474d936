import CommandKit
import RealistModel
import RealistStore

/// Which study a command works on, and who is working.
package struct StudyOptions: ParameterGroup {
  package static let title: String? = "Study options"

  @Option(
    short: "s", help: "The study; else $REALIST_STUDY, else the only *.realist file here.",
    valueName: "FILE.realist",
    completion: .files)
  package var study: String?
  @Option(help: "Who codes; else $REALIST_CODER, else the login name.", valueName: "NAME") package var coder:
    String?

  package init() {}

  /// The path of the study's file.
  package func path(_ context: Context) throws -> String { try Self.path(named: study, context) }

  /// The path of a study that need not be there yet: the one named, else the only one here; nil when none is named and none is here.
  package func pathIfAny(_ context: Context) throws -> String? {
    if let named = study ?? context.environment["REALIST_STUDY"], !named.isEmpty {
      return context.path(named)
    }
    let isAlone = try FileAccess.names(in: context.directory).contains { $0.hasSuffix(".realist") }
    return isAlone ? try path(context) : nil
  }

  static func path(named study: String?, _ context: Context) throws -> String {
    if let named = study ?? context.environment["REALIST_STUDY"], !named.isEmpty {
      return context.path(named)
    }
    let here = try FileAccess.names(in: context.directory).filter { $0.hasSuffix(".realist") }.sorted()
    switch here.count {
    case 1: return context.path(here[0])
    case 0:
      throw Failure(
        "there is no study here", hint: #"make one: realist init my.realist --title "…""#,
        exitCode: Exit.noInput)
    default:
      throw Failure.usage(
        "there are \(here.count) studies here: \(here.joined(separator: ", "))",
        hint: "say which: --study \(here[0])")
    }
  }

  /// Opens the study, and says so when it was brought up to date.
  package func open(
    _ context: Context, _ access: StudyStore.Access = .readOnly, busyTimeout: Int = 2_000
  ) throws -> StudyStore {
    try Self.open(path(context), context, access, busyTimeout: busyTimeout)
  }

  package static func open(
    _ path: String, _ context: Context, _ access: StudyStore.Access = .readWrite, busyTimeout: Int = 2_000
  ) throws -> StudyStore {
    let store = try StudyStore.open(path, access, busyTimeout: busyTimeout)
    if let backup = store.backup {
      context.printError("brought \(store.path) up to date with this version; as it was: \(backup)")
    }
    return store
  }

  /// The note of a change that this command makes.
  ///
  /// - Parameter command: what is done, in words; never words of a transcript.
  package func note(_ context: Context, _ command: String) -> ChangeNote {
    context.note(coder: context.coder(named: coder), command)
  }
}
