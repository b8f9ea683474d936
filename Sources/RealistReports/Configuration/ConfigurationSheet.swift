import RealistAnalysis
import RealistModel

/// One configuration on a page: its statement, its elements, and every passage that speaks to them.
///
/// The words of participants who withdrew are not printed; that there is a passage is.
public struct ConfigurationSheet: Sendable {
  private let record: ConfigurationTable.Record
  private let numbers: [ID<Configuration>: Int]

  /// - Parameter numbers: of all configurations, for the ripples.
  public init(_ record: ConfigurationTable.Record, numbers: [ID<Configuration>: Int]) {
    (self.record, self.numbers) = (record, numbers)
  }

  /// The page as plain text.
  ///
  /// - Parameter width: columns to fit; `nil` never wraps.
  public func text(width: Int?) -> String {
    var lines = head
    let statement = record.configuration.statement.trimmed
    if !statement.isEmpty { lines += [""] + statement.lineByLine.map(String.init) }
    lines.append("")
    for element in record.elements { lines += self.lines(of: element) }
    lines += joint + ripples
    lines += [""] + [refutation]
    return lines.flatMap { TextWrapping.lines(of: $0, width: width) }.map { $0 + "\n" }.joined()
  }

  private var head: [String] {
    let configuration = record.configuration
    let title = configuration.title.isEmpty ? "" : ": \(configuration.title)"
    var facts = ["key: \(configuration.key)", "status: \(configuration.status.rawValue)"]
    if let theory = record.theory { facts.append("theory: \(record.theoryTitle) (\(theory.key))") }
    if !configuration.group.isEmpty { facts.append("group: \(configuration.group)") }
    if let level = configuration.confidence.level { facts.append("confidence: \(level.title)") }
    return ["CMO \(record.number)\(title)", facts.joined(separator: " · ")]
  }

  private func lines(of element: ConfigurationTable.ElementRecord) -> [String] {
    let value = element.element
    var facts = [element.slot.name.lowercased()]
    if let valence = value.valence { facts.append(valence.rawValue) }
    if let path = element.path { facts.append("code: \(path)") }
    if !value.level.isEmpty { facts.append("level: \(value.level)") }
    if !value.beneficiary.isEmpty { facts.append("for: \(value.beneficiary)") }
    let own = element.evidence.items.filter { $0.labels.count == 1 }
    return ["\(element.label)  \(value.text)", "    " + facts.joined(separator: " · ")]
      + (element.evidence.items.isEmpty ? ["    no evidence"] : own.map { "    " + line($0) })
  }

  /// What speaks to several elements together, or to the configuration as a whole.
  private var joint: [String] {
    var (lines, heading) = ([String](), "")
    for item in record.evidence.items where item.labels.count != 1 {
      let own = item.labels.isEmpty ? "The whole configuration" : item.labels.joined(separator: "+")
      if own != heading { lines.append(own) }
      heading = own
      lines.append("    " + line(item))
    }
    return lines
  }

  private func line(_ item: EvidenceBase.Item) -> String {
    let standing = item.evidence.standing == .observed ? "" : ", \(item.evidence.standing.rawValue)"
    let words = item.words.replacingLineBreaks.trimmed
    let spoken = item.isWithdrawn ? "(withdrawn)" : "“\(words)” \(item.attribution)"
    let note = item.evidence.note.isEmpty ? "" : " — \(item.evidence.note)"
    return "\(item.evidence.bearing.rawValue)\(standing): \(spoken) \(item.source?.name ?? "")\(note)"
  }

  private var ripples: [String] {
    record.ripples.map { "\($0.outcome) is a context of CMO\(numbers[$0.to] ?? 0)" }
  }

  private var refutation: String {
    let count = record.evidence.items(.refutes).count
    return switch count {
    case 0: "no refuting evidence recorded"
    case 1: "1 passage refutes it"
    default: "\(count) passages refute it"
    }
  }
}
