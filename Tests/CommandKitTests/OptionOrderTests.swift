import Testing

@testable import CommandKit

/// An invented command in which the order of options says something.
private struct Cook: Command {
  static let configuration = CommandConfiguration(name: "cook", abstract: "Cook a meal.")

  @Option(help: "Add it.", valueName: "THING") var add: [String] = []
  @Option(help: "Wait.", valueName: "MINUTES") var wait: [Int] = []
  @Flag(help: "Stir.") var stir: Bool
  @OptionGroup var table: TableGroup

  func run(_ context: Context) throws {
    var steps = zip($add, add).map { ($0, "add \($1)") } + zip($wait, wait).map { ($0, "wait \($1)") }
    steps += $stir.map { ($0, "stir") } + table.$plates.map { ($0, "lay") }
    try context.print(steps.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: ", "))
  }
}

private struct TableGroup: ParameterGroup {
  @Option(help: "Plates.", valueName: "COUNT") var plates: Int?
}

@Test(
  "a command can ask for the order in which its options were given",
  arguments: [
    ("--add salt --wait 5 --add rice --stir", "add salt, wait 5, add rice, stir"),
    ("--wait=5 --plates 4 --add rice --wait 1 --add salt", "wait 5, lay, add rice, wait 1, add salt"),
    ("", ""),
  ])
func optionOrder(words: String, expected: String) {
  let capture = Capture(directory: "/", environment: [:], input: "")
  let status = Program.run(
    Cook.self, arguments: words.split(separator: " ").map(String.init), context: capture.context)
  #expect(status == 0 && capture.output == expected + "\n")
}
