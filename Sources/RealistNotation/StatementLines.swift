/// Lines of prose between structured lines: a line that would be taken for structure is written with `\` before it.
///
/// The two functions are inverse to each other: a line with `\` loses it on reading only when writing would have put it there.
enum StatementLines {
  static func read(_ text: String) -> String { read(text, isStructure: isStructure) }
  static func written(_ text: String) -> String { written(text, isStructure: isStructure) }

  static func read(_ text: String, isStructure: (Substring) -> Bool) -> String {
    mapLines(text) { line in
      line.first == "\\" && needsGuard(line.dropFirst(), isStructure)
        ? String(line.dropFirst()) : String(line)
    }
  }

  static func written(_ text: String, isStructure: (Substring) -> Bool) -> String {
    mapLines(text) { needsGuard($0, isStructure) ? "\\" + $0 : String($0) }
  }

  /// In a statement: a heading, an evidence line, a field.
  private static func isStructure(_ line: Substring) -> Bool {
    (["## ", "- ", "* ", "Theory:", "Status:", "Group:"] + ConfidenceLines.names.map { $0 + ":" })
      .contains { line.utf8.starts(with: $0.utf8) }
  }

  private static func needsGuard(_ line: Substring, _ isStructure: (Substring) -> Bool) -> Bool {
    let rest = line.drop { $0 == "\\" }
    return isStructure(rest)
  }

  private static func mapLines(_ text: String, _ transform: (Substring) -> String) -> String {
    guard !text.isEmpty else { return "" }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(transform).joined(
      separator: "\n")
  }
}
