import RealistAnalysis
import RealistModel

extension ConfigurationReport {
  /// What one column says of one configuration.
  func cell(_ column: ConfigurationColumn, of record: ConfigurationTable.Record) -> Table.Cell {
    let configuration = record.configuration
    switch column {
    case .number:
      return Table.Cell(.text("CMO \(record.number)"), reference: record.link(to: record.elements))
    case .numberWithTheory:
      return Table.Cell(.text(numberWithTheory(record)), reference: record.link(to: record.elements))
    case .key: return Table.Cell(configuration.key)
    case .title: return Table.Cell(configuration.title)
    case .theory: return Table.Cell(record.theoryTitle)
    case .theoryStatement: return Table.Cell(record.theory?.wording?.statement ?? "")
    case .group: return Table.Cell(configuration.group)
    case .level: return Table.Cell(record.levels.joined(separator: ", "))
    case .forWhom: return Table.Cell(record.beneficiaries.joined(separator: ", "))
    case .elements(let letter): return elementCell(record.elements(letter: letter), of: record)
    case .mechanisms(let valence):
      return elementCell(record.elements.filter { $0.isMechanism(valence) }, of: record)
    case .sentence, .titledSentence, .plainSentence: return sentence(column, of: record)
    case .evidence, .quotes, .refuting, .standing: return evidenceCell(column, of: record)
    case .status: return Table.Cell(configuration.status.rawValue)
    case .rippleTo: return Table.Cell(items: ripples(record))
    case .assumptions: return Table.Cell(items: record.assumptions)
    case .comments: return Table.Cell(items: record.comments)
    case .references: return Table.Cell(items: record.evidence.sources.map(\.reference))
    case .confidence: return Table.Cell(configuration.confidence.lines)
    }
  }

  private func elementCell(
    _ shown: [ConfigurationTable.ElementRecord], of record: ConfigurationTable.Record
  ) -> Table.Cell {
    Table.Cell(.lines(elements.lines(shown, of: record)), reference: record.link(to: shown))
  }

  private func evidenceCell(
    _ column: ConfigurationColumn, of record: ConfigurationTable.Record
  ) -> Table.Cell {
    switch column {
    case .quotes: Table.Cell(evidence.quotes(of: record, limit: max(1, options.quotes)))
    case .refuting: Table.Cell(evidence.refuting(record.evidence))
    case .standing: Table.Cell(evidence.standings(record.evidence))
    default: Table.Cell(evidence.summary(record.evidence))
    }
  }

  private func sentence(_ column: ConfigurationColumn, of record: ConfigurationTable.Record) -> Table.Cell {
    let text = StatementText.sentence(
      of: record.configuration, template: content.template, tags: column == .plainSentence ? .none : .letters)
    guard column == .titledSentence else { return Table.Cell(text) }
    return Table.Cell([Table.Line(titled(record), style: .heading), Table.Line(text)])
  }

  /// `CMO 2: Bespoke competencies`.
  func titled(_ record: ConfigurationTable.Record) -> String {
    let title = record.configuration.title
    return title.isEmpty ? "CMO \(record.number)" : "CMO \(record.number): \(title)"
  }

  private func numberWithTheory(_ record: ConfigurationTable.Record) -> String {
    guard let number = record.theoryNumber else { return "Number \(record.number)" }
    return "Number \(record.number), relates to programme theory \(number)"
  }

  private func ripples(_ record: ConfigurationTable.Record) -> [String] {
    record.ripples.map { "\($0.outcome) → CMO \(content.numbers[$0.to] ?? 0).\($0.context)" }
  }
}

extension ConfigurationTable.ElementRecord {
  /// Whether it is a mechanism (not a resource) of that valence. `nil` stands for those that neither enable nor disable.
  func isMechanism(_ valence: Element.Valence?) -> Bool {
    guard slot.role == .mechanism || slot.role == .reasoning else { return false }
    guard let valence else { return element.valence != .enabling && element.valence != .disabling }
    return element.valence == valence
  }
}

extension Source {
  /// What a reader can look it up by: its DOI where it has an attribute of that name, else its title, else its name.
  fileprivate var reference: String {
    let doi = attributes.first { $0.key.lowercased() == "doi" }?.value.description ?? ""
    return doi.isEmpty ? (title.isEmpty ? name : title) : doi
  }
}

extension Confidence {
  /// The level with its reason, then each judgement.
  fileprivate var lines: [Table.Line] {
    if isEmpty { return [] }
    let why = note.isEmpty ? "" : ": \(note)"
    let judged = ordered.map { component, judgement in
      let concern = judgement.concern == .none ? "no" : judgement.concern.rawValue
      let reason = judgement.note.isEmpty ? "" : " (\(judgement.note))"
      return Table.Line("\(component.rawValue): \(concern) concerns\(reason)")
    }
    return [Table.Line((level?.title ?? "undecided") + why)] + judged
  }
}
