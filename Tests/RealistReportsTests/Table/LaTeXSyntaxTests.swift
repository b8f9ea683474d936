import RealistReports
import TestSupport
import Testing

/// LaTeX without a TeX: the rules a `longtable` has to keep, checked on the text.
@Suite("The syntax of LaTeX tables") struct LaTeXSyntaxTests {
  static let tables: [(String, Table)] = [
    ("kitchen", TableExamples.kitchen), ("escapes", TableExamples.escapes),
  ]

  @Test(
    "braces and environments balance and every row has as many cells as there are columns", arguments: tables)
  func balanced(name: String, table: Table) throws {
    let check = LaTeXCheck(table.text(as: .latex))
    #expect(check.problems == [])
    #expect(check.columns == table.head.columns.count)
    #expect(check.rows >= table.rows.count + 2)
  }

  @Test(
    "the check finds what is wrong",
    arguments: [
      ("\\begin{longtable}{ll}\na & b & c \\\\\n\\end{longtable}", "3 cells instead of 2"),
      ("\\begin{longtable}{l}\n{a \\\\\n\\end{longtable}", "braces"),
      ("\\begin{longtable}{l}\na \\\\\n", "longtable is not ended"),
      ("\\begin{longtable}{l}\na_b \\\\\n\\end{longtable}", "_ is not escaped"),
      ("\\begin{longtable}{l}\n\\undefined{a} \\\\\n\\end{longtable}", "\\undefined"),
    ])
  func finds(text: String, problem: String) {
    #expect(LaTeXCheck(text).problems.contains { $0.contains(problem) })
  }
}

/// Reads just enough of LaTeX to know whether our tables keep its rules.
struct LaTeXCheck {
  private(set) var problems: [String] = []
  private(set) var columns = 0
  private(set) var rows = 0

  private static let commands: Set<String> = [
    "begin", "end", "caption", "textbf", "textit", "textsuperscript", "toprule", "midrule", "bottomrule",
    "cmidrule",
    "addlinespace", "endhead", "endfirsthead", "endfoot", "multicolumn", "multirow", "newline", "noindent",
    "par",
    "raggedright", "raggedleft", "centering", "arraybackslash", "linewidth", "textbackslash",
    "textasciicircum",
    "textasciitilde", "textless", "textgreater", "textbar", "textasciigrave", "char",
  ]

  init(_ text: String) {
    var (depth, environments, cells, width) = (0, [String](), 1, 0)
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.hasPrefix("%") }.joined(separator: "\n")[...]
    func argument(_ rest: Substring) -> String? {
      guard rest.first == "{" else { return nil }
      var (level, result) = (0, "")
      for character in rest {
        if character == "{" { level += 1 }
        if character == "}" { level -= 1 }
        if level == 0 { return String(result.dropFirst()) }
        result.append(character)
      }
      return nil
    }
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth < 0 { problems.append("braces close too often") }
      case "&": if depth == 0 { cells += 1 }
      case "_", "^", "#", "$", "~", "%": problems.append("\(character) is not escaped")
      case "\\":
        let name = String(rest.prefix { $0.isLetter && $0.isASCII })
        if name.isEmpty {
          let next = rest.first
          rest = rest.dropFirst()
          if next == "\\" {
            let found = cells + (width > 0 ? width - 1 : 0)
            if depth != 0 { problems.append("a row ends within braces") }
            if !environments.isEmpty, rows >= 0, found != columns, !isCaption {
              problems.append("\(found) cells instead of \(columns)")
            }
            if !isCaption { rows += 1 }
            (cells, width, isCaption) = (1, 0, false)
          }
          continue
        }
        rest = rest.dropFirst(name.count)
        if !Self.commands.contains(name) { problems.append("\\\(name) is not known") }
        switch name {
        case "begin":
          environments.append(argument(rest) ?? "?")
          if let word = argument(rest) { rest = rest.dropFirst(word.count + 2) }
          if let format = argument(rest) {
            rest = rest.dropFirst(format.count + 2)
            columns = Self.columns(format)
          }
        case "end":
          if environments.popLast() != argument(rest) { problems.append("\\end does not fit \\begin") }
        case "multicolumn": width = Int(argument(rest) ?? "") ?? 0
        case "caption": isCaption = true
        default: break
        }
      default: break
      }
    }
    if depth != 0 { problems.append("braces do not balance") }
    problems += environments.map { "\($0) is not ended" }
  }

  private var isCaption = false

  /// `>{…}p{…}`, `l`, `r`, `c`.
  private static func columns(_ format: String) -> Int {
    var (depth, count) = (0, 0)
    for character in format {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0, "plrc".contains(character) { count += 1 }
    }
    return count
  }
}
