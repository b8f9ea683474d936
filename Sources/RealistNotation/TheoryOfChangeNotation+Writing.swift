import RealistModel

extension TheoryOfChangeNotation {
  /// The file in canonical form: every stage that has factors, in order, then the loops.
  public static func text(_ theory: NotatedTheoryOfChange, stages: [Stage]) -> String {
    var sections: [String] = []
    for stage in stages {
      let factors = theory.factors.filter { $0.stage == stage.key }
      if factors.isEmpty { continue }
      sections.append("## \(stage.name.onOneLine) {#\(stage.key)}\n\n" + factors.map(text).joined())
    }
    if !theory.loops.isEmpty { sections.append("## Loops\n\n" + theory.loops.map(text).joined()) }
    if !theory.ripples.isEmpty { sections.append("## Ripples\n\n" + theory.ripples.map(text).joined()) }
    return sections.joined(separator: "\n")
  }

  private static func text(_ factor: NotatedFactor) -> String {
    var lines = ["- \(factor.text.onOneLine) {#\(factor.key)}"]
    if !factor.group.isEmpty { lines.append("  - group: \(factor.group.onOneLine)") }
    if let code = factor.code { lines.append("  - code: \(code)") }
    if let opposite = factor.opposite { lines.append("  - opposite: \(opposite)") }
    lines += factor.details.map { "  - detail: \($0.onOneLine)" }
    lines += factor.assumptions.map { "  - assumption: \($0.onOneLine)" }
    lines += factor.indicators.map { "  - indicator: \($0.onOneLine)" }
    lines += factor.links.map { "  - " + text($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ link: NotatedLink) -> String {
    var line = (link.polarity == .increases ? "-> " : "-| ") + link.to
    if link.isDespite { line += " despite" }
    line += link.contexts.map { " #\($0)" }.joined()
    if !link.label.isEmpty {
      line += String(QuoteReference.text(NotatedQuote(source: "_", words: link.label)).dropFirst())
    }
    if !link.configurations.isEmpty { line += " via " + link.configurations.joined(separator: ", ") }
    for quote in link.quotes { line += " from " + QuoteReference.text(quote) }
    return line
  }

  private static func text(_ loop: NotatedLoop) -> String {
    let ring = (loop.factors + loop.factors.prefix(1)).joined(separator: " -> ")
    var text = "- \(loop.title.onOneLine) {#\(loop.key)} \(loop.valence.rawValue): \(ring)\n"
    if let before = loop.before { text += "  - before: \(before)\n" }
    for one in loop.breaks {
      text += "  - break: \(one.from) -> \(one.to)" + (one.recommendation.map { " (\($0))" } ?? "") + "\n"
    }
    return text
  }

  private static func text(_ ripple: NotatedRipple) -> String {
    "- \(ripple.outcome) -> \(ripple.context)"
      + (ripple.note.isEmpty ? "" : ": \(ripple.note.onOneLine)") + "\n"
  }
}
