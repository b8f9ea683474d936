import CommandKit
import RealistConsole
import RealistMatrices
import RealistModel
import RealistStore

/// A cell of a matrix as it is typed: `ROW,COLUMN`. A name may hold commas itself.
struct CellArgument {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Tries each comma as the one that parts the two.
  ///
  /// - Throws: what the first attempt ended with, when none succeeds.
  func place(
    row: (String) throws -> Int?, column: (String) throws -> Int?
  ) throws -> (row: Int?, column: Int?) {
    var first: (any Error)?
    for comma in text.indices where text[comma] == "," {
      let names = [text[..<comma], text[text.index(after: comma)...]].map { String($0).trimmed }
      do {
        return (try row(names[0]), try column(names[1]))
      } catch { if first == nil { first = error } }
    }
    throw first ?? Failure.usage("--explain takes a row and a column", hint: "--explain outcomes/care,P05")
  }
}

extension String {
  /// The row of a code; `nil` for `all`.
  func row(in zoom: CodeZoom, _ tree: CodeTree) throws -> Int? {
    if self == "all" { return nil }
    if let labelled = zoom.rows.firstIndex(where: { $0.label.isIdentical(to: self) }) { return labelled }
    let node = try tree.code(named: self)
    guard let row = zoom.row(of: node.code.id) else {
      throw Failure("'\(node.path)' is no row of this table", hint: nil, exitCode: Exit.noInput)
    }
    return row
  }

  /// The column of a label, whatever its letter case; `nil` for `all`.
  func column(in columns: MatrixColumns) throws -> Int? {
    if self == "all" { return nil }
    let labels = columns.labels + [columns.without]
    if let exact = labels.firstIndex(where: { $0.isIdentical(to: self) }) { return exact }
    if let folded = labels.firstIndex(where: { $0.lowercased() == lowercased() }) { return folded }
    throw Failure(
      "there is no column '\(self)'",
      hint: nearest(to: self, among: labels).map { "did you mean \($0)?" }
        ?? "the columns are \(listed(labels, limit: 12))", exitCode: Exit.noInput)
  }
}
