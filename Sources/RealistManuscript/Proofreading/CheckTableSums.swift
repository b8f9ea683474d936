import RealistAnalysis
import RealistModel

extension ProofCheck {
  /// Totals are the sums of what stands above them, or beside them.
  public static let tableSums = ProofCheck(
    key: "table-sums", rule: "a total is the sum of its column or its row"
  ) { manuscript, _ in
    manuscript.tables.flatMap { $0.columnFindings + $0.rowFindings }
  }
}

/// Rows of one table; the first is its head.
private struct TableRows {
  var rows: [(cells: [String], line: Int)]

  var columnFindings: [Finding] {
    guard let head = rows.first?.cells else { return [] }
    var (findings, start) = ([Finding](), 1)
    for index in rows.indices.dropFirst() where Self.isTotal(rows[index].cells.first ?? "") {
      for column in rows[index].cells.indices.dropFirst() {
        let name = head.indices.contains(column) ? head[column] : "column \(column + 1)"
        let parts = rows[start..<index].compactMap { row in
          row.cells.indices.contains(column) ? Number(row.cells[column]) : nil
        }
        findings += Self.finding(
          parts, total: Number(rows[index].cells[column]), "'\(name)'", line: rows[index].line)
      }
      start = index + 1
    }
    return findings
  }

  var rowFindings: [Finding] {
    guard let head = rows.first?.cells,
      let column = head.indices.dropFirst().first(where: { Self.isTotal(head[$0]) })
    else {
      return []
    }
    return rows.dropFirst().flatMap { row -> [Finding] in
      guard row.cells.indices.contains(column) else { return [] }
      let parts = row.cells.indices.dropFirst().prefix { $0 < column }.compactMap { Number(row.cells[$0]) }
      return Self.finding(
        parts, total: Number(row.cells[column]), "'\(row.cells.first ?? "")'", line: row.line)
    }
  }

  private static func isTotal(_ cell: String) -> Bool {
    let word = cell.lowercased().filter(\.isLetter)
    return word == "total" || word == "all" || word == "sum" || word == "totals"
  }

  private static func finding(_ parts: [Number], total: Number?, _ name: String, line: Int) -> [Finding] {
    guard let total, parts.count > 1, parts.allSatisfy({ $0.isPercent == total.isPercent }) else { return [] }
    let sum = parts.reduce(0) { $0 + $1.thousandths }
    guard sum != total.thousandths else { return [] }
    // Each part may be off by half of its last digit.
    let slack = parts.reduce(0) { $0 + $1.slack }
    let isRounding =
      abs(sum - total.thousandths) <= slack && (total.isPercent || parts.contains { $0.slack < 500 })
    return [
      .at(
        line, "\(name) adds up to \(Number.text(sum)), the total says \(Number.text(total.thousandths))",
        hint: isRounding
          ? "explain the rounding in a note" : "a total that counts somebody twice should say so")
    ]
  }
}

/// A cell that is a number: `12`, `3.5`, `1,204`, `45%`, `7 (23%)` for 7.
private struct Number {
  var thousandths: Int
  var isPercent: Bool
  /// Half of the last digit, in thousandths.
  var slack: Int

  init?(_ cell: String) {
    let bare = cell.filter { !"*_ ,".contains($0) }
    let digits = bare.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = bare.dropFirst(digits.count)
    guard !digits.isEmpty, rest.isEmpty || rest == "%" || rest.hasPrefix("(") && rest.hasSuffix(")") else {
      return nil
    }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole < 1_000_000_000 else { return nil }
    let decimals = parts.count == 2 ? String(parts[1].prefix(3)) : ""
    guard let fraction = Int((decimals + "000").prefix(3)) else { return nil }
    thousandths = whole * 1_000 + fraction
    isPercent = rest == "%"
    slack = [500, 50, 5, 0][decimals.count]
  }

  static func text(_ thousandths: Int) -> String {
    var text = "\(thousandths / 1_000)"
    var fraction = String("\(1_000 + thousandths % 1_000)".dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return text
  }
}

extension Manuscript {
  fileprivate var tables: [TableRows] {
    var tables: [TableRows] = []
    var continues = false
    for block in blocks {
      guard case .row(let cells) = block.kind else {
        continues = false
        continue
      }
      if continues {
        tables[tables.count - 1].rows.append((cells, block.line))
      } else {
        tables.append(TableRows(rows: [(cells, block.line)]))
      }
      continues = true
    }
    return tables
  }
}
