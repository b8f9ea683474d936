import CommandKit
import RealistFolder

/// What is wrong in a file, told together; nothing was changed.
package struct Problems: PresentableError {
  /// The most that are told.
  package static let limit = 20

  /// One problem with its place, and what to do about it.
  package typealias Problem = (message: String, hint: String?)

  package var file: String
  package var problems: [Problem]

  package init(_ file: String, _ problems: [Problem]) { (self.file, self.problems) = (file, problems) }

  package init(_ file: String, _ problems: [FolderProblem]) {
    self.init(file, problems.map { ($0.message, $0.hint) })
  }

  package init(_ file: String, _ error: NotationError) {
    self.init(file, error.problems.map { FolderProblem(file, $0.place, .notation($0.kind)) })
  }

  package var message: String {
    guard problems.count != 1 else { return problems[0].message }
    var lines = ["\(file): \(problems.count) problems, nothing was changed"]
    for problem in problems.prefix(Self.limit) {
      lines.append("  " + problem.message)
      if let hint = problem.hint { lines.append("    hint: " + hint) }
    }
    if problems.count > Self.limit { lines.append("  and \(problems.count - Self.limit) more") }
    return lines.joined(separator: "\n")
  }

  package var hint: String? { problems.count == 1 ? problems[0].hint : nil }
  package var exitCode: Int32 { Exit.badData }
}
