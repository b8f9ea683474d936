import CommandKit
import RealistConsole
import RealistMatrices
import RealistModel
import RealistStore

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
    try place(among: columns.labels + [columns.without], called: "column")
  }

  /// The place of a label in a list, whatever its letter case; `nil` for `all`.
  func place(among labels: [String], called kind: String) throws -> Int? {
    if self == "all" { return nil }
    if let exact = labels.firstIndex(where: { $0.isIdentical(to: self) }) { return exact }
    if let folded = labels.firstIndex(where: { $0.lowercased() == lowercased() }) { return folded }
    throw Failure(
      "there is no \(kind) '\(self)'",
      hint: nearest(to: self, among: labels).map { "did you mean \($0)?" }
        ?? "the \(kind)s are \(listed(labels, limit: 12))", exitCode: Exit.noInput)
  }

  /// The place of a code among those at the top of a table; `nil` for `all`.
  func theme(among codes: [ID<Code>], _ tree: CodeTree) throws -> Int? {
    if self == "all" { return nil }
    let node = try tree.code(named: self)
    guard let place = codes.firstIndex(of: node.code.id) else {
      throw Failure("'\(node.path)' is no column of this table", hint: nil, exitCode: Exit.noInput)
    }
    return place
  }
}
