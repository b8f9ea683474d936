import CommandKit
import RealistModel

/// A cell of a matrix as it is typed: `ROW,COLUMN`. A name may hold commas itself.
package struct CellArgument {
  private let text: String

  package init(_ text: String) { self.text = text }

  /// Tries each comma as the one that parts the two.
  ///
  /// - Throws: what the first attempt ended with, when none succeeds.
  package func place(
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
