import CommandKit
import RealistReports

/// How and where a command prints a table.
struct OutputOptions: ParameterGroup {
  static let title: String? = "Output options"

  @Option(short: "f", help: "How to print it.") var format = TableFormat.table
  @Option(short: "o", help: "Write it to a file instead.", valueName: "FILE", completion: .files) var output:
    String?

  /// Prints a table as it was asked for.
  func write(_ table: Table, _ context: Context) throws {
    try write(context) { output in
      output += table.bytes(as: format, width: width(context))
    }
  }

  /// The width to fit: the terminal's, or none when the table goes to a file or a pipe.
  func width(_ context: Context) -> Int? { output == nil && context.isOutputTerminal ? context.width : nil }

  /// Collects bytes and writes them to standard output, or to the file, which appears only when it is complete.
  func write(_ context: Context, _ body: (inout [UInt8]) throws -> Void) throws {
    var bytes: [UInt8] = []
    try body(&bytes)
    if let output {
      try FileAccess.write(bytes, to: context.path(output), named: output)
      context.printError("wrote \(output)")
    } else {
      try context.output.write(bytes)
    }
  }
}

extension TableFormat: ArgumentValue {}
