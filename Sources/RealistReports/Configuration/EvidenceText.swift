import RealistAnalysis
import RealistModel

/// The lines in which a table of configurations names its evidence.
///
/// The words of participants who withdrew are never among them; that something was withdrawn is said.
struct EvidenceText {
  let attribution: AttributionPattern

  /// How much, from whom, and what was withdrawn.
  func summary(_ evidence: EvidenceBase) -> [Table.Line] {
    var lines: [Table.Line] = []
    if evidence.sources.isEmpty {
      lines.append(Table.Line("no supporting evidence"))
    } else {
      let sources = counted(evidence.sources.count, "source")
      let participants = counted(evidence.participants.count, "participant")
      lines.append(Table.Line("\(sources), \(participants)"))
    }
    if !evidence.participants.isEmpty {
      lines.append(Table.Line(ParticipantList.text(of: evidence.participants, attribution: attribution)))
    }
    return lines + withdrawn(evidence)
  }

  /// Each refuting passage, or that there is none.
  func refuting(_ evidence: EvidenceBase) -> [Table.Line] {
    let items = evidence.items(.refutes)
    if items.isEmpty { return [Table.Line("none found")] }
    return items.map(quote)
  }

  /// Up to `limit` supporting or refining passages for each element, then for the configuration as a whole. A passage that speaks to
  /// several elements is printed once, with all their labels, and counts for each.
  func quotes(of record: ConfigurationTable.Record, limit: Int) -> [Table.Line] {
    var chosen: [EvidenceBase.Item] = []
    for element in record.elements {
      let open = limit - chosen.filter { $0.labels.contains(element.label) }.count
      chosen += candidates(element.evidence).filter { !chosen.contains($0) }.prefix(max(0, open))
    }
    let whole = EvidenceBase(items: record.evidence.items.filter(\.labels.isEmpty))
    return (chosen + candidates(whole).prefix(max(0, limit))).map(quote)
  }

  func quotes(of element: ConfigurationTable.ElementRecord, limit: Int) -> [Table.Line] {
    candidates(element.evidence).prefix(max(0, limit)).map(quote)
  }

  func standings(_ evidence: EvidenceBase) -> [Table.Line] {
    evidence.standings.map { Table.Line("\($0.standing.rawValue) \($0.count)") }
  }

  /// Supporting passages before refining ones, observed before anticipated ones, else in the study's order; passages whose words are not
  /// at hand are left out.
  private func candidates(_ evidence: EvidenceBase) -> [EvidenceBase.Item] {
    let usable = (evidence.items(.supports) + evidence.items(.refines)).filter { !$0.words.isEmpty }
    let observed = usable.filter { $0.evidence.standing == .observed }
    return observed + usable.filter { $0.evidence.standing != .observed }
  }

  /// `M1–O1 “…” (Participant 5), anticipated`.
  private func quote(_ item: EvidenceBase.Item) -> Table.Line {
    let words = item.words.replacingLineBreaks.trimmed
    let spoken = words.isEmpty ? "passage without words at hand" : "“\(words)”"
    let standing = item.evidence.standing == .observed ? "" : ", \(item.evidence.standing.rawValue)"
    let start = item.labels.isEmpty ? "" : item.labels.joined(separator: "–") + " "
    return Table.Line("\(start)\(spoken) \(item.attribution)\(standing)", style: .quotation)
  }

  private func withdrawn(_ evidence: EvidenceBase) -> [Table.Line] {
    let count = evidence.withdrawn.count
    return count == 0 ? [] : [Table.Line("withdrawn: \(counted(count, "passage"))")]
  }
}
