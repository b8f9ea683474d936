import CommandKit
import RealistCausalMap

/// The way from one factor to another that a command asks about, and how long it may be.
struct MapWay: ParameterGroup {
  @Argument(help: "The factor it begins at.", valueName: "FROM", completion: .dynamic("factors")) var start:
    String?
  @Argument(help: "The factor it leads to.", valueName: "TO", completion: .dynamic("factors")) var end:
    String?
  @Option(help: "The most steps.", valueName: "COUNT") var maxLength = 8

  /// The two factors: the arguments, or those of `--from` and `--to`.
  func ends(_ options: MapOptions, command: String) throws -> (from: String, to: String) {
    guard let from = start ?? options.from.first, let to = end ?? options.to.first else {
      throw Failure.usage(
        "say from which factor to which",
        hint: "realist map \(command) FROM TO; list the factors: realist map factors")
    }
    return (from, to)
  }

  /// How long and how many ways are looked for.
  func bound(limit: Int) throws -> SearchBound {
    guard maxLength > 0, limit > 0 else { throw Failure.usage("--max-length and --limit count from 1") }
    return SearchBound(length: maxLength, count: limit)
  }
}
