import RealistFolder
import RealistFormats
import RealistModel

/// `data-list.csv`: one row a source, with what an archive's catalogue asks of an interview (UK Data Service, "data listing").
struct DataList {
  static let own = [
    "source", "kind", "title", "date", "mode", "minutes", "words", "turns", "speakers", "participants",
    "text",
    "text_sha256", "original", "original_format",
  ]

  let columns: [String]
  private let package: ArchivePackage
  private let attributes: [AttributeDefinition]

  init(_ package: ArchivePackage) {
    self.package = package
    attributes = package.study.attributes
    columns = Self.own + attributes.map(Self.name)
  }

  /// `participant_band`, `source_interviewer`.
  static func name(of attribute: AttributeDefinition) -> String {
    "\(attribute.subject.rawValue)_\(attribute.name)"
  }

  var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.append(row: columns)
    let people = Dictionary(package.study.participants.map { ($0.id, $0) }) { first, _ in first }
    let files = Self.files(package)
    for source in package.study.sources {
      writer.append(
        row: row(source, people: source.participants.compactMap { people[$0] }, files[source.name]))
    }
    return writer.bytes
  }

  private func row(_ source: Source, people: [Participant], _ files: Files?) -> [String] {
    let revision = package.newest(source)
    let speakers = revision?.turns.compactMap(\.speaker).distinct ?? []
    let minutes = source.minutes.map { AttributeValue.number($0).description } ?? ""
    let own = [
      source.name, source.kind.rawValue, source.title, source.date?.description ?? "", source.mode, minutes,
      "\(source.words)", "\(revision?.turns.count ?? 0)", "\(speakers.count)",
      people.map(\.key).joined(separator: "; "), files?.text ?? "", files?.digest ?? "",
      files?.original ?? "",
      revision?.original?.format ?? "",
    ]
    return own
      + attributes.map { attribute in
        switch attribute.subject {
        case .source: source.attributes[attribute.name]?.description ?? ""
        case .participant:
          people.compactMap { $0.attributes[attribute.name]?.description }.distinct.joined(separator: "; ")
        }
      }
  }

  private struct Files {
    var text: String
    var digest: String
    var original: String
  }

  /// Where each source's newest text and original lie, from the folder's own tables.
  private static func files(_ package: ArchivePackage) -> [String: Files] {
    guard let bytes = package.payload["sources.csv"], let table = try? CSVTable(bytes) else { return [:] }
    var result: [String: Files] = [:]
    for row in table.rows {
      let name = row[table.column("name")]
      let original = row[table.column("file")]
      let text = StudyFolder.path(ofText: name)
      let digest = package.payload[text].map { SHA256Digest(of: $0).description } ?? ""
      result[name] = Files(
        text: "data/\(text)", digest: digest, original: original.isEmpty ? "" : "data/\(original)")
    }
    return result
  }
}
