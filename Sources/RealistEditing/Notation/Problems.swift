import RealistFolder
import RealistFormats
import RealistNotation

/// What is wrong in a file, told together; nothing was changed.
public struct Problems: Error {
  /// The most that are told.
  public static let limit = 20

  /// One problem with its place, and what to do about it.
  public typealias Problem = (message: String, hint: String?)

  public var file: String
  public var problems: [Problem]
  /// Where the first of them is; `nil` where it has no place.
  public private(set) var place: TextPlace?

  public init(_ file: String, _ problems: [Problem]) { (self.file, self.problems) = (file, problems) }

  public init(_ file: String, _ problems: [FolderProblem]) {
    self.init(file, problems.map { ($0.message, $0.hint) })
    place = problems.first?.place
  }

  public init(_ file: String, _ error: NotationError) {
    self.init(file, error.problems.map { FolderProblem(file, $0.place, .notation($0.kind)) })
  }

  public var message: String {
    guard problems.count != 1 else { return problems[0].message }
    var lines = ["\(file): \(problems.count) problems, nothing was changed"]
    for problem in problems.prefix(Self.limit) {
      lines.append("  " + problem.message)
      if let hint = problem.hint { lines.append("    hint: " + hint) }
    }
    if problems.count > Self.limit { lines.append("  and \(problems.count - Self.limit) more") }
    return lines.joined(separator: "\n")
  }

  public var hint: String? { problems.count == 1 ? problems[0].hint : nil }
}
