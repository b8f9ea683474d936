import CommandKit
import RealistConsole
import RealistFormats
import RealistReports
import RealistTranscripts

/// `realist formats`.
struct FormatsCommand: Command {
  static let configuration = CommandConfiguration(
    name: "formats",
    abstract: "List the formats of files that can be read and of tables that can be written.",
    examples: [Example("realist formats")])

  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let head = Table.Head(columns: [
      .init("format", "--format", weight: 2, isRowHeading: true), .init("title", "What it is", weight: 3),
      .init("use", "For", weight: 6),
    ])
    var rows: [Table.Row] = [.group("Transcripts: realist source import")]
    rows += TranscriptFormat.allCases.map { .cells([.init($0.rawValue), .init($0.title), .init($0.use)]) }
    rows.append(.group("Tables: every command with --format"))
    rows += OutputFormat.allCases.map { .cells([.init($0.rawValue), .init($0.title), .init($0.use)]) }
    rows.append(.group("Charsets of text files: --encoding"))
    rows += TextEncoding.allCases.map { .cells([.init($0.rawValue), .init(""), .init("")]) }
    try output.write(Table(head, rows: rows), context)
  }
}

extension TranscriptFormat {
  fileprivate var use: String {
    switch self {
    case .plain: "Name: words; times and tabs of f4, MAXQDA, NVivo, Otter, Rev, oTranscribe; prose"
    case .markdown: "**Name:** words; headings; prose"
    case .webvtt: "Teams, Stream, Zoom, YouTube, Whisper"
    case .srt: "captions of most programs, Whisper"
    case .docx: "prose; Teams transcripts, current and legacy layout; Word Transcribe"
    }
  }
}

extension OutputFormat {
  fileprivate var title: String {
    switch self {
    case .table: "plain text"
    case .csv: "comma separated values"
    case .tsv: "tab separated values"
    case .markdown: "Markdown"
    case .html: "a web page"
    case .latex: "LaTeX"
    case .json: "JSON"
    case .xlsx: "an Excel workbook"
    case .docx: "a Word document"
    }
  }

  fileprivate var use: String {
    switch self {
    case .table: "the terminal"
    case .csv: "spreadsheets, R, Python; UTF-8, RFC 4180"
    case .tsv: "pasting into spreadsheets; UTF-8"
    case .markdown: "notes and repositories"
    case .html: "browsers and word processors"
    case .latex: "papers; booktabs and longtable"
    case .json: "programs; numbers and lists keep their type"
    case .xlsx: "spreadsheets; filters, spans, links to the quotes; needs --output"
    case .docx: "reports; real tables, quotes as block quotations; needs --output"
    }
  }
}
