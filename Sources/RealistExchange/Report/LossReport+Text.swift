import RealistFormats

extension LossReport {
  /// Lines for a person at a terminal: a line for each fate of each kind of element, the first few of what is not as it was by name.
  ///
  /// - Parameter shown: how many are named.
  public func summary(shown: Int = 3) -> [String] {
    var result: [String] = []
    let kept = lines.filter { $0.fate == .kept }
    if !kept.isEmpty {
      result.append("kept: " + kept.map { "\($0.count) \($0.element)" }.joined(separator: ", "))
    }
    for line in lines where line.fate != .kept {
      var text = "\(line.fate.rawValue): \(line.count) \(line.element)"
      if !line.remark.isEmpty { text += ", \(line.remark)" }
      if !line.items.isEmpty {
        text += " (\(line.items.prefix(shown).joined(separator: "; "))"
        text += line.items.count > shown ? "; … and \(line.items.count - shown) more)" : ")"
      }
      result.append(text)
    }
    for (rule, group) in groupedRules {
      let names = group.map(\.source)
      let listed = names.prefix(shown).joined(separator: ", ")
      let rest = names.count > shown ? " and \(names.count - shown) more" : ""
      let reasons = Set(group.map(\.reason))
      let reason = reasons.count == 1 ? "; " + (reasons.first ?? "") : ""
      result.append("offsets of \(listed)\(rest): \(rule)\(reason)")
    }
    return result
  }

  /// The sources with selections, those that were read by one rule together.
  private var groupedRules: [(String, [Rule])] {
    var (order, groups) = ([String](), [String: [Rule]]())
    for rule in rules where rule.selections > 0 {
      if groups[rule.rule] == nil { order.append(rule.rule) }
      groups[rule.rule, default: []].append(rule)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// A table of everything, in Markdown.
  public var markdown: String {
    func cell(_ text: String) -> String {
      text.replacing("|", with: "\\|").split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: " ")
    }
    var text =
      "# What came through\n\n| element | what became of it | how many | why | which |\n| --- | --- | ---: | --- | --- |\n"
    for line in lines {
      let cells = [
        line.element, line.fate.rawValue, "\(line.count)", line.remark, line.items.joined(separator: "; "),
      ]
      text += "| \(cells.map(cell).joined(separator: " | ")) |\n"
    }
    guard !rules.isEmpty else { return text }
    text +=
      "\n## How offsets were read\n\n| source | rule | why | selections | not resolved |\n| --- | --- | --- | ---: | ---: |\n"
    for rule in rules {
      let cells = [rule.source, rule.rule, rule.reason, "\(rule.selections)", "\(rule.unresolved)"]
      text += "| \(cells.map(cell).joined(separator: " | ")) |\n"
    }
    return text
  }

  /// The same as a table for programs: element, fate, count, remark, item; a row for each item.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.append(row: ["element", "fate", "count", "remark", "item"])
    for line in lines {
      let head = [line.element, line.fate.rawValue]
      let unnamed = line.count - line.items.count
      if unnamed > 0 { writer.append(row: head + ["\(unnamed)", line.remark, ""]) }
      for item in line.items { writer.append(row: head + ["1", line.remark, item]) }
    }
    for rule in rules {
      writer.append(row: ["offsets", rule.rule, "\(rule.selections)", rule.reason, rule.source])
    }
    return writer.bytes
  }
}
