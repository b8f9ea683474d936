import CommandKit
import Foundation
import Testing

/// Where a shell is, if it is installed.
private func path(of shell: Shell) -> String? {
  ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + shell.rawValue }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

private struct ShellRun: Equatable {
  var status: Int32
  var lines: [String]
}

/// Runs a shell with a script on its standard input, in a folder with one file, `shelf one.txt`.
private func run(_ shell: Shell, _ options: [String], input: String) throws -> ShellRun {
  let folder = FileManager.default.temporaryDirectory.appending(path: "completion-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data().write(to: folder.appending(path: "shelf one.txt"))
  let script = folder.appending(path: ".script")
  try Data(input.utf8).write(to: script)
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: try #require(path(of: shell)))
  process.arguments = options + [script.path]
  process.currentDirectoryURL = folder
  process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map { String($0) }
  return ShellRun(status: process.terminationStatus, lines: lines)
}

/// What the program would answer to a shell: titles, or the words it was given.
private let program = """
  library() {
    shift
    local kind=$1; shift 2
    if [[ $kind == titles ]]; then printf 'Emma\\tby Jane Austen\\nEvelina\\nMiddle march\\n'; else (IFS=+; echo "$*"); fi
  }

  """

private let fishProgram = """
  function library
    if test $argv[2] = titles; printf 'Emma\\tby Jane Austen\\nEvelina\\nMiddle march\\n'; else; string join + -- $argv[4..]; end
  end

  """

struct CompletionCase: Sendable, CustomTestStringConvertible {
  /// The words as bash cuts them, the program's name left out.
  var words: [String]
  var offers: [String]
  var testDescription: String { words.joined(separator: " ") }

  init(_ words: [String], _ offers: [String]) {
    self.words = words
    self.offers = offers
  }
}

private let bashCases = [
  CompletionCase([""], ["book", "lend", "fail", "copy"]),
  CompletionCase(["b"], ["book"]),
  CompletionCase(["--"], ["--version", "--help"]),
  CompletionCase(["books", ""], ["list", "import"]),
  CompletionCase(
    ["book", "list", "--"],
    [
      "--borrower", "--no-borrower", "--reversed", "--old", "--no-old", "--min-loans", "--weight", "--shelf",
      "--format", "--help",
    ]),
  CompletionCase(["book", "list", "--format", ""], ["table", "csv", "json"]),
  CompletionCase(["book", "list", "--format", "c"], ["csv"]),
  CompletionCase(["book", "list", "--format", "="], ["table", "csv", "json"]),
  CompletionCase(["book", "list", "--format", "=", "j"], ["json"]),
  CompletionCase(["book", "list", "--shelf", "sh"], ["shelf one.txt"]),
  CompletionCase(["book", "import", "x", "sh"], ["shelf one.txt"]),
  CompletionCase(["lend", ""], ["Emma", "Evelina", "Middle\\ march"]),
  CompletionCase(["lend", "Mid"], ["Middle\\ march"]),
  CompletionCase(["lend", "\"Mid"], ["Middle march"]),
  CompletionCase(["lend", "Emma", "2", ""], ["table", "csv", "json"]),
  CompletionCase(["lend", "Emma", "-t", "Ann", "2", "c"], ["csv"]),
  CompletionCase(["lend", "Emma", "--colour", "d"], ["dark\\ red"]),
  CompletionCase(["lend", "Emma", "--note", "=", "x", "--to", ""], ["lend+Emma+--note=x+--to+"]),
  CompletionCase(["fail", ""], ["presentable", "unknown", "status", "pipe", "disk"]),
  CompletionCase(["fail", "disk", ""], []),
  CompletionCase(["nonsense", ""], []),
]

@Test("bash offers what fits the place", arguments: bashCases)
func bash(completion: CompletionCase) throws {
  let words = (["library"] + completion.words).map { "'\($0)'" }.joined(separator: " ")
  let run = try run(
    .bash, ["--norc"],
    input: program + completionScript(for: .bash, root: Library.self)
      + "\nCOMP_WORDS=(\(words)); COMP_CWORD=\(completion.words.count); _library; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
  )
  #expect(run == ShellRun(status: 0, lines: completion.offers))
}

@Test(
  "fish offers what fits the place", .enabled(if: path(of: .fish) != nil, "fish is not installed"),
  arguments: [
    CompletionCase(["b"], ["book\tAdd and list books."]),
    CompletionCase(["book", "list", "--format", "c"], ["csv"]),
    CompletionCase(["book", "list", "--format=c"], ["--format=csv"]),
    CompletionCase(["book", "list", "--no-b"], ["--no-borrower\tShow who has the book."]),
    CompletionCase(["lend", "Em"], ["Emma\tby Jane Austen"]),
    CompletionCase(["lend", "Emma", "2", "c"], ["csv"]),
    CompletionCase(["lend", "-t", "Ann", "Emma", "2", "c"], ["csv"]),
    CompletionCase(["book", "import", "x", "she"], ["shelf\\ one.txt"]),
    CompletionCase(["fail", "disk", ""], []),
  ])
func fish(completion: CompletionCase) throws {
  let line = (["library"] + completion.words).joined(separator: " ")
  let run = try run(
    .fish, ["--no-config"],
    input: fishProgram + completionScript(for: .fish, root: Library.self) + "\ncomplete -C '\(line)'\n")
  #expect(
    run.lines.map { $0.replacing("\\ ", with: " ") }
      == completion.offers.map { $0.replacing("\\ ", with: " ") })
}

@Test(
  "zsh offers what fits the place", .enabled(if: path(of: .zsh) != nil, "zsh is not installed"),
  arguments: [
    CompletionCase(["books", ""], ["list:List books.", "import:Read books from files."]),
    CompletionCase(["book", "list", "--format", "c"], ["table", "csv", "json"]),
    CompletionCase(["book", "list", "--format=c"], ["table", "csv", "json"]),
    CompletionCase(["lend", "Em"], ["Emma:by Jane Austen", "Evelina", "Middle march"]),
    CompletionCase(["lend", "Emma", "--colour", ""], ["dark red", "blue"]),
    CompletionCase(["lend", "Emma", "--note=x", "--to", ""], ["lend+Emma+--note=x+--to+"]),
    CompletionCase(["book", "import", "x", "she"], ["files"]),
    CompletionCase(["fail", "disk", ""], []),
  ])
func zsh(completion: CompletionCase) throws {
  // The completion system itself needs a terminal; its three functions are replaced by ones that print what they are given.
  let stubs =
    "compdef() { : }\ncompset() { : }\n_files() { echo files }\n_describe() { print -rl -- ${(P)4} }\n"
  let words = (["library"] + completion.words).map { "'\($0)'" }.joined(separator: " ")
  let run = try run(
    .zsh, ["-f"],
    input: stubs + program + completionScript(for: .zsh, root: Library.self)
      + "\nwords=(\(words)); CURRENT=\(completion.words.count + 1); _library\n")
  #expect(run.lines == completion.offers)
}

@Test("each shell accepts its script", arguments: Shell.allCases.filter { path(of: $0) != nil })
func syntax(shell: Shell) throws {
  let run = try run(shell, ["-n"], input: completionScript(for: shell, root: Library.self))
  #expect(run == ShellRun(status: 0, lines: []))
}
