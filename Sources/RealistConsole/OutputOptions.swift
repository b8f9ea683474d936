import CommandKit
import RealistReports

/// How and where a command prints a table.
package struct OutputOptions: ParameterGroup {
  package static let title: String? = "Output options"

  @Option(short: "f", help: "How to print it.") package var format = TableFormat.table
  @Option(short: "o", help: "Write it to a file instead.", valueName: "FILE", completion: .files) package
    var output: String?

  package init() {}

  /// Prints a table as it was asked for.
  package func write(_ table: Table, _ context: Context) throws {
    try write(context) { output in
      output += table.bytes(as: format, width: width(context))
    }
  }

  /// The width to fit: the terminal's, or none when the table goes to a file or a pipe.
  package func width(_ context: Context) -> Int? {
    output == nil && context.isOutputTerminal ? context.width : nil
  }

  /// Collects bytes and writes them to standard output, or to the file, which appears only when it is complete.
  package func write(_ context: Context, _ body: (inout [UInt8]) throws -> Void) throws {
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

extension OutputOptions {
  /// Bytes on their way out, handed on whenever enough have come together.
  package struct Stream {
    package var bytes: [UInt8] = []
    fileprivate let hand: ([UInt8]) throws -> Void

    /// Hands on what has come together, when it is much or when all of it is wanted.
    package mutating func drain(all: Bool = false) throws {
      guard all || bytes.count >= 1 << 16 else { return }
      try hand(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Writes something long without ever holding all of it; a file appears only when it is complete.
  package func stream(_ context: Context, _ body: (inout Stream) throws -> Void) throws {
    let draft = try output.map { try FileDraft(path: context.path($0), named: $0) }
    var stream = Stream { bytes in
      if let draft { try draft.write(bytes) } else { try context.output.write(bytes) }
    }
    try body(&stream)
    try stream.drain(all: true)
    guard let draft, let output else { return }
    try draft.complete()
    context.printError("wrote \(output)")
  }
}

extension TableFormat: ArgumentValue {}
