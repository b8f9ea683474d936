import CommandKit
import RealistAnalysis
import RealistConsole
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

/// `realist matrix codes`.
struct CodeMatrixCommand: Command {
  static let configuration = CommandConfiguration(
    name: "codes", abstract: "Codes against sources, participants, coders, questions or an attribute.",
    discussion: """
      --by takes source, participant, coder, question, or the name of an attribute such as profession; numbers can be put in bands. \
      The last row and column are counted anew: a participant who speaks in two sources is one. A passage that several people speak in \
      belongs to nobody named. Questions are those that turns are said to answer in turns.csv of a study folder; imports of transcripts \
      do not find them out.
      """,
    examples: [
      Example("realist matrix codes --by participant --level 1"),
      Example("realist matrix codes --by band --bands 4,6 --count participants"),
      Example("realist matrix codes --by profession --code outcomes --explain outcomes/care,physiotherapy"),
    ])

  @Option(help: "What to tell codings apart by.", valueName: "WHAT") var by: String
  @Option(name: "count", help: "What a cell counts.") var counted = CodeMatrix.Count.codings
  @Option(help: "The limits of bands for numbers, such as 5,10.", valueName: "NUMBERS") var bands: String?
  @Flag(help: "Codes as columns.") var transpose: Bool
  @Flag(help: "Leave out rows and columns that are 0 throughout.") var hideEmpty: Bool
  @Option(help: "Print the passages behind a cell instead; all stands for any.", valueName: "ROW,COLUMN")
  var explain: String?
  @OptionGroup var zoom: ZoomOptions
  @OptionGroup var passages: PassageOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    try study.open(context).read { reader in
      let kind = try MatrixColumns.Kind(
        named: by, words: ["source", "participant", "coder", "question"], bands: bands, in: reader)
      let table = try passages.table(
        reader, CodeMatrix.parts(counted).union(MatrixColumns.parts(kind)))
      let (rows, columns) = (try zoom.zoom(of: table), MatrixColumns(kind, of: table))
      if let explain {
        let cell = try CellArgument(explain).place(
          row: { try $0.row(in: rows, table.codes) }, column: { try $0.column(in: columns) })
        let found = CodeMatrix.passages(
          in: table, rows: rows, columns: columns, row: cell.row, column: cell.column)
        return try PassageListing(reader).write(found, of: table, output, context)
      }
      let matrix = CodeMatrix(table, rows: rows, columns: columns, count: counted)
      try output.write(
        .codeMatrix(matrix, Table.MatrixLayout(isTransposed: transpose, hidesEmpty: hideEmpty)), context)
      if table.passages.isEmpty { context.printError("no coding fits") }
    }
  }
}

extension CodeMatrix.Count: ArgumentValue {}
