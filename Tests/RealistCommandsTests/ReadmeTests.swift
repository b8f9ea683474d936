import Foundation
import Testing

@testable import RealistCommands

/// The repository's README, cut into its console blocks.
private struct Readme {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let file = root.appending(path: "README.md")

  var lines: [String]

  init() throws {
    lines = try String(contentsOf: Self.file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  /// The README with every console block as a run of its commands prints it.
  func rerun(in session: Session) -> (lines: [String], commands: Int) {
    var (result, isConsole, commands) = ([String](), false, 0)
    for line in lines {
      if line == "```console" {
        isConsole = true
      } else if isConsole, line == "```" {
        isConsole = false
      } else if isConsole {
        guard line.hasPrefix("$ ") else { continue }
        result.append(line)
        result += session.run(String(line.dropFirst(2))).transcript.split(
          separator: "\n", omittingEmptySubsequences: false
        ).dropLast().map(String.init)
        commands += 1
        continue
      }
      result.append(line)
    }
    return (result, commands)
  }
}

@Suite("The README", .serialized)
struct ReadmeTests {
  @Test("every command of the tutorial prints what the README says")
  func tutorial() throws {
    let readme = try Readme()
    let session = try Session()
    try FileManager.default.copyItem(
      at: Readme.root.appending(path: "Projects"), to: session.folder.appending(path: "Projects"))
    let (lines, commands) = readme.rerun(in: session)
    try #require(commands > 20)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try lines.joined(separator: "\n").write(to: Readme.file, atomically: true, encoding: .utf8)
    }
    for (number, pair) in zip(readme.lines, lines).enumerated() where pair.0 != pair.1 {
      Issue.record("README.md:\(number + 1)\n  says   \(pair.0)\n  prints \(pair.1)")
      return
    }
    #expect(readme.lines.count == lines.count)
  }

  @Test("the table of formats is what realist formats prints")
  func formats() throws {
    let printed = try Session().run("realist formats --format markdown").output
    let file = try String(contentsOf: Readme.file, encoding: .utf8)
    let marks = ("<!-- formats -->\n", "<!-- end of formats -->")
    let start = try #require(file.range(of: marks.0)).upperBound
    let end = try #require(file.range(of: marks.1)).lowerBound
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let updated = file[..<start] + printed + file[end...]
      try String(updated).write(to: Readme.file, atomically: true, encoding: .utf8)
    }
    #expect(String(file[start..<end]) == printed)
  }

  @Test("the commands in the README's table parse")
  func table() throws {
    let rows = try Readme().lines.filter { $0.hasPrefix("| ") && $0.contains("`realist ") }
    let commands = rows.flatMap { row in
      row.split(separator: "`").map(String.init).filter { $0.hasPrefix("realist ") }
    }
    try #require(commands.count > 5)
    let session = try Session()
    for command in commands {
      let status = session.run(command).status
      #expect(status == 66 || status == 0, "\(command): \(status)")
    }
  }
}
