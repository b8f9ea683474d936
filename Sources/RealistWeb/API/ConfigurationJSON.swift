import RealistAnalysis
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// Configurations with what belongs to them, as the page shows them.
struct ConfigurationSheets {
  private let table: ConfigurationTable
  private let lookup: StudyLookup

  /// - Parameter only: the configuration whose evidence is read; `nil` for all.
  init(_ reader: StudyReader, only id: ID<Configuration>? = nil) throws {
    var study = try reader.study([.participants, .sources, .codes, .configurations])
    if let id { study.evidence.removeAll { $0.configuration != id } }
    study.segments = try Array(reader.segments(study.evidence.map(\.segment)).values)
    lookup = try StudyLookup(study)
    table = ConfigurationTable(study, lookup, words: try reader.words(of: study.segments))
  }

  /// All configurations, in the study's order.
  func write(_ json: inout JSONText) {
    json.member("configurations", table.records) { record, json in write(record, &json) }
  }

  /// One configuration as it is now.
  func write(_ id: ID<Configuration>, _ json: inout JSONText) throws {
    guard let record = table.records.first(where: { $0.configuration.id == id }) else {
      throw WebError.gone(.configuration)
    }
    json.member("configuration") { write(record, &$0) }
  }

  private func write(_ record: ConfigurationTable.Record, _ json: inout JSONText) {
    let configuration = record.configuration
    json.member("id", configuration.id)
    json.member("key", configuration.key)
    json.member("number", record.number)
    json.member("title", configuration.title)
    json.member("status", configuration.status.rawValue)
    json.member("group", configuration.group)
    json.member("theory", record.theory?.key)
    json.member("statement", configuration.statement)
    json.member("elements", record.elements) { one, json in
      json.member("id", one.element.id)
      json.member("label", one.label)
      json.member("letter", one.element.letter)
      json.member("text", one.element.text)
      json.member("code", one.element.code)
      json.member("valence", one.element.valence?.rawValue)
      json.member("level", one.element.level)
      json.member("beneficiary", one.element.beneficiary)
    }
    writeParts(of: configuration, &json)
    json.member("evidence", record.evidence.items) { item, json in write(item, &json) }
    json.member("gaps", record.gaps(template: table.template))
  }

  private func writeParts(of configuration: Configuration, _ json: inout JSONText) {
    let parts = ConfigurationNotation.parts(of: configuration.statement, template: table.template)
    // Elements follow from the statement; those of a study that was put together otherwise need not.
    let isOwn = parts.count { $0.element != nil } == configuration.elements.count
    json.member("parts", parts) { part, json in
      let element = part.element.flatMap { isOwn ? configuration.elements[$0] : nil }
      json.member("text", part.text)
      json.member("element", element?.id)
      json.member("letter", element?.letter)
    }
  }

  private func write(_ item: EvidenceBase.Item, _ json: inout JSONText) {
    let segment = lookup.segments[item.evidence.segment]
    json.member("id", item.evidence.id)
    json.member("elements", item.evidence.elements)
    json.member("segment", item.evidence.segment)
    json.member("source", segment?.source)
    json.member("sourceName", item.source?.name)
    json.member("start", segment?.span.start)
    json.member("end", segment?.span.end)
    json.member("words", item.isWithdrawn ? "" : item.words)
    json.member("participant", item.participant?.key)
    json.member("attribution", item.attribution)
    json.member("withdrawn", item.isWithdrawn)
    json.member("bearing", item.evidence.bearing.rawValue)
    json.member("standing", item.evidence.standing.rawValue)
    json.member("coder", item.evidence.coder)
    json.member("note", item.evidence.note)
  }
}
