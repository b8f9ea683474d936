import RealistModel

/// A project of another program as a study, and what became of its elements.
public struct ImportedProject: Sendable {
  /// What the file is, e.g. `REFI-QDA project`.
  public let format: String
  /// The program that wrote it, as it calls itself; empty when nothing says.
  public let origin: String
  public let contents: StudyContents
  public let report: LossReport

  init(format: String, origin: String, contents: StudyContents, report: LossReport) {
    (self.format, self.origin, self.contents, self.report) = (format, origin, contents, report)
  }
}

extension ImportedProject {
  /// The same project with another account of it.
  public init(_ project: ImportedProject, reportedAs report: LossReport) {
    self.init(
      format: project.format, origin: project.origin, contents: project.contents, report: report)
  }
}

/// What an import says where the file does not.
public struct ImportSettings: Sendable {
  /// Who coded, where nobody is named.
  public var coder: String
  /// When, where no date is given.
  public var time: Timestamp
  /// The title, where the project has no name.
  public var title: String
  /// What stands between the levels of a code's name in programs that have no hierarchy, e.g. `.` in Taguette; `nil` when a name is a name.
  public var separator: String?

  public init(coder: String, time: Timestamp, title: String, separator: String? = nil) {
    (self.coder, self.time, self.title, self.separator) = (coder, time, title, separator)
  }
}
