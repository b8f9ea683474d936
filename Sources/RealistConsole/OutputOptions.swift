import CommandKit
import RealistAnalysis
import RealistOffice
import RealistReports

/// How and where a command prints a table.
package struct OutputOptions: ParameterGroup {
  package static let title: String? = "Output options"

  @Option(
    name: "format", short: "f",
    help:
      "How to print it; else what the end of the file's name says, else table. xlsx and docx need --output.")
  package var asked: OutputFormat?
  @Option(short: "o", help: "Write it to a file instead.", valueName: "FILE", completion: .files) package
    var output: String?

  package init() {}

  package var format: OutputFormat { asked ?? output.flatMap { OutputFormat(file: $0) } ?? .table }

  /// Prints a table as it was asked for.
  ///
  /// - Parameters:
  ///   - name: what a workbook calls its sheet and a document its heading; else the table's title.
  ///   - others: further tables, which only workbooks and documents have room for.
  package func write(
    _ table: Table, named name: String = "Table", with others: () -> [Exhibit] = { [] }, _ context: Context
  ) throws {
    if let text = format.text {
      return try write(context) { output in
        output += table.bytes(as: text, width: width(context))
      }
    }
    let title = table.head.title
    try write([Exhibit(name == "Table" && !title.isEmpty ? title : name, table)] + others(), context)
  }

  /// Writes tables into a workbook or a document.
  package func write(_ exhibits: [Exhibit], _ context: Context) throws {
    guard format == .docx else {
      return try Office.write(exhibits, to: try officeFile(), context)
    }
    let (draft, name) = try officeDraft(context)
    try draft.write(try TextDocument.bytes(exhibits, named: name))
    try draft.complete()
    context.printError("wrote \(name)")
  }

  /// The name of a workbook or a document; they cannot be printed.
  private func officeFile() throws -> String {
    guard let output else {
      throw Failure.usage(
        "\(format.rawValue) is no text and is not written to standard output",
        hint: "name a file: --output table.\(format.rawValue)")
    }
    return output
  }

  func officeDraft(_ context: Context) throws -> (draft: FileDraft, name: String) {
    let name = try officeFile()
    return (try FileDraft(path: context.path(name), named: name), name)
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

/// Workbooks that appear only when they are complete.
package enum Office {
  /// Writes a sheet for each table, and says what had to be done so that everything fits.
  package static func write(_ exhibits: [Exhibit], to name: String, _ context: Context) throws {
    let draft = try FileDraft(path: context.path(name), named: name)
    for note in try Spreadsheet.write(exhibits, to: draft.draft, named: name) {
      context.printError("note: \(note)")
    }
    try draft.complete()
    context.printError("wrote \(name)")
  }
}
