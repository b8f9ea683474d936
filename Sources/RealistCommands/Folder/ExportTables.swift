import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist export segments`.
struct ExportSegments: Command {
  static let configuration = CommandConfiguration(
    name: "segments", abstract: "Write every coded segment with its words, codes, coders, place and memo.",
    discussion: "The same as realist quotes with all columns; that command chooses among them.",
    examples: [
      Example("realist export segments --output segments.csv"),
      Example("realist export segments --output segments.xlsx"),
    ])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    try study.open(context).read { reader in
      let maker = QuoteMaker(
        participants: try reader.participants(), codes: try reader.codeTree(),
        attribution: try reader.header().attribution)
      let options = QuoteOptions(width: output.width(context), columns: QuoteColumn.everything)
      try output.quotes(options, context) { destination in
        try reader.forEachCodedSource { source in
          try source.forEachQuote(maker) { try destination.quote($0) }
        }
      }
    }
  }
}

/// `realist export codebook`.
struct ExportCodebook: Command {
  static let configuration = CommandConfiguration(
    name: "codebook", abstract: "Write the codebook with definitions and rules of use.",
    discussion:
      "For a file that realist code import reads back, use realist code export; for other programs, realist export qdc.",
    examples: [
      Example("realist export codebook --output codebook.docx"),
      Example("realist export codebook --output codebook.xlsx"),
    ])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let codes = try study.open(context).read { try $0.codeTree() }
    try output.write(Table.codebookDefinitions(codes), named: "Codebook", context)
  }
}
