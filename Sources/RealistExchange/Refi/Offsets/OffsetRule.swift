/// How a program counted the places in a text.
///
/// REFI-QDA 1.5, section 10.2, says code points from 0; whether the end is included, how a line end of two characters counts and whether a
/// byte order mark does are left open, and programs differ.
struct OffsetRule: Hashable, Sendable {
  enum Unit: String, Hashable, Sendable { case codePoints = "code points", utf16 = "UTF-16 units" }

  var unit = Unit.codePoints
  /// What CR LF counts: 1 or 2.
  var lineEnd = 1
  /// Whether a byte order mark counts.
  var countsMark = false
  /// Whether the end is the last character rather than the one after it.
  var includesEnd = false

  /// The rule for people, with what matters in a text.
  func words(for text: ForeignText) -> String {
    var parts = [unit.rawValue]
    if !text.pairs.isEmpty { parts.append("CR LF counted as \(lineEnd)") }
    if text.hasMark { parts.append(countsMark ? "byte order mark counted" : "byte order mark not counted") }
    parts.append(includesEnd ? "end included" : "end not included")
    return parts.joined(separator: ", ")
  }

  /// What is known of the program that wrote the file.
  ///
  /// Measured on NVivo for Windows 12.6 (UTF-16, CR LF as 2); ATLAS.ti, MAXQDA, QualCoder and qc count code points and a line end as 1. For
  /// any other the standard's "code points in the file", of which CR LF are two.
  static func usual(of origin: String) -> (rule: OffsetRule, writer: String) {
    let name = origin.lowercased()
    if name.hasPrefix("nvivo") || name.hasPrefix("realist") && name.hasSuffix("for nvivo") {
      return (OffsetRule(unit: .utf16, lineEnd: 2), "NVivo")
    }
    let known = [("atlas", "ATLAS.ti"), ("maxqda", "MAXQDA"), ("qualcoder", "QualCoder"), ("qc ", "qc")]
    for (prefix, writer) in known where name.hasPrefix(prefix) { return (OffsetRule(), writer) }
    if name.hasPrefix("realist") { return (OffsetRule(), "Realist") }
    return (OffsetRule(lineEnd: 2), "the standard")
  }

  /// Every rule that reads this text in a way of its own; the others are one of these.
  static func candidates(for text: ForeignText) -> [OffsetRule] {
    let units: [Unit] =
      text.text.index.utf16Count == text.text.length ? [.codePoints] : [.codePoints, .utf16]
    var rules: [OffsetRule] = []
    for unit in units {
      for lineEnd in text.pairs.isEmpty ? [1] : [1, 2] {
        for mark in text.hasMark ? [false, true] : [false] {
          for end in [false, true] {
            rules.append(OffsetRule(unit: unit, lineEnd: lineEnd, countsMark: mark, includesEnd: end))
          }
        }
      }
    }
    return rules
  }

  /// The rule without what makes no difference in a text.
  func reduced(for text: ForeignText) -> OffsetRule {
    var rule = self
    if text.text.index.utf16Count == text.text.length { rule.unit = .codePoints }
    if text.pairs.isEmpty { rule.lineEnd = 1 }
    if !text.hasMark { rule.countsMark = false }
    return rule
  }
}
