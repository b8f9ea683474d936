import CommandKit
import RealistReports

/// What a table can be printed or written as.
package enum OutputFormat: String, CaseIterable, ArgumentValue {
  case table, csv, tsv, markdown, html, latex, json, xlsx, docx

  /// From the end of a file's name; `nil` where it says nothing.
  package init?(file: String) {
    switch file.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "tex", "latex": self = .latex
    case "json": self = .json
    case "xlsx": self = .xlsx
    case "docx": self = .docx
    default: return nil
    }
  }

  /// What is written as text; `nil` for workbooks and documents.
  package var text: TableFormat? { TableFormat(rawValue: rawValue) }

  /// Whether people read it; the others want a column for each number.
  package var isForPeople: Bool {
    switch self {
    case .table, .markdown, .html, .latex, .docx: true
    case .csv, .tsv, .json, .xlsx: false
    }
  }
}
