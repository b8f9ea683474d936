import CommandKit
import RealistStore

/// Which study a command reads that changes nothing, so that it does not matter who is working.
package struct StudyFileOption: ParameterGroup {
  package static let title: String? = "Study options"

  @Option(
    short: "s", help: "The study; else $REALIST_STUDY, else the only *.realist file here.",
    valueName: "FILE.realist",
    completion: .files)
  package var study: String?

  package init() {}

  /// Opens the study for reading, and says so when it was brought up to date.
  package func open(_ context: Context) throws -> StudyStore {
    try StudyOptions.open(StudyOptions.path(named: study, context), context, .readOnly)
  }
}
