import RealistAnalysis
import RealistModel

extension CausalGraph {
  /// The diagram in words: every column and node, every link with its polarity, counts, configurations and conditions, every loop. For
  /// screen readers and appendices; nothing that the drawing says is missing.
  ///
  /// - Parameter quotes: how many quotes follow each node and link; one of every element is shown when it is above 0.
  public func words(quotes: Int = 0) -> String {
    var lines = [title, String(repeating: "=", count: max(3, title.count)), ""]
    lines.append("\(summary), \(counted(loops.count, "loop")).")
    if let omission = GraphWords.omission(self) { lines.append("\(omission).") }
    for column in columns { lines += words(column, quotes) }
    lines += ["", "Links (\(links.count))", ""]
    lines += links.isEmpty ? ["None."] : links.enumerated().flatMap { words($1, number: $0 + 1, quotes) }
    if !loops.isEmpty {
      lines += ["", "Loops (\(loops.count))", ""] + loops.flatMap { $0.lines(numbered: links) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ column: Column, _ quotes: Int) -> [String] {
    let own = nodes(in: column)
    let ceiling = column.isBeyondCeiling ? ", beyond the ceiling of accountability" : ""
    var lines = ["", "\(column.name) (\(own.count)\(ceiling))", ""]
    var group = ""
    for (place, node) in own.enumerated() {
      if node.group != group, !node.group.isEmpty { lines.append("  \(node.group):") }
      group = node.group
      lines.append("  \(place + 1). \(node.role.mark)\(node.text.onOneLine)")
      lines += details(node, column).map { "     \($0.onOneLine)" }
      lines += quoteLines(node.evidence, quotes).map { "     \($0.onOneLine)" }
    }
    return lines
  }

  private func details(_ node: Node, _ column: Column) -> [String] {
    var lines = node.details
    if node.role != column.role { lines.append("Drawn as: \(node.role.legend)") }
    lines += node.assumptions.map { "Assumes: \($0)" } + node.indicators.map { "Seen by: \($0)" }
    lines += node.uses.map { "\($0.place): \($0.text)" }
    if !node.evidence.isEmpty || !node.uses.isEmpty { lines.append(GraphWords.counts(node.evidence)) }
    return lines
  }

  private func words(_ link: Link, number: Int, _ quotes: Int) -> [String] {
    let (from, to) = (node(link.from)?.text ?? link.from, node(link.to)?.text ?? link.to)
    var facts = [
      link.polarity.map { "polarity \($0.sign)" } ?? (link.kind == .despite ? "despite" : "condition"),
      GraphWords.counts(link.evidence),
    ]
    if let citations = link.citations { facts.append(counted(citations, "citation")) }
    facts += [GraphWords.flips(link)].filter { !$0.isEmpty }
    facts += [GraphWords.configurations(link.configurations)].filter { !$0.isEmpty }
    if !link.isWritten { facts.append("derived") }
    var lines = ["  \(number). \(GraphWords.sentence(link, from: from.onOneLine, to: to.onOneLine))"]
    lines.append("     \(facts.joined(separator: "; "))")
    if !link.evidence.direct.isEmpty {
      lines.append("     the connection itself is stated by \(link.evidence.direct.joined(separator: ", "))")
    }
    lines += link.conditions.map { "     in the context \($0.place): \($0.text.onOneLine)" }
    return lines + quoteLines(link.evidence, quotes).map { "     \($0.onOneLine)" }
  }

  private func quoteLines(_ trail: EvidenceTrail, _ limit: Int) -> [String] {
    limit == 0 ? [] : trail.selection(limit: limit).map(GraphTooltips.quote)
  }
}

extension LoopGraph {
  /// The loop in words.
  public var words: String { lines(numbered: []).joined(separator: "\n") + "\n" }

  fileprivate func lines(numbered links: [CausalGraph.Link]) -> [String] {
    let judgement = valence == .neutral ? "" : ", \(valence.rawValue)"
    let name = [label, title].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = ["  \(name.isEmpty ? key : name) (\(polarity.words)\(judgement))"]
    for (place, node) in nodes.enumerated() {
      let next = nodes[(place + 1) % nodes.count].text.onOneLine
      let step =
        self.links[place].map { GraphWords.sentence($0, from: node.text.onOneLine, to: next) }
        ?? "“\(node.text.onOneLine)” has no link to “\(next)”"
      let number = self.links[place].flatMap(links.firstIndex).map { " (link \($0 + 1))" } ?? ""
      let mark = breakMark(at: place).map { " [\($0)]" } ?? ""
      lines.append("     \(step)\(number)\(mark)")
    }
    return lines + advice.map { "     \($0.onOneLine)" }
  }
}

extension String {
  /// With every line break and run of white space turned into one space.
  fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
