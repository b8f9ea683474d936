import RealistModel
import RealistStore

/// The configurations' keys and numbers, for the evidence that a segment is.
struct ConfigurationNames {
  private let places: [ID<Configuration>: (key: String, number: Int)]

  init(_ reader: StudyReader) throws {
    places = Dictionary(
      try reader.configurationKeys().enumerated().map { ($1.id, ($1.key, $0 + 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// `CMO2` is number 2.
  subscript(id: ID<Configuration>) -> (key: String, number: Int)? { places[id] }
}

extension JSONText {
  /// The segments of a source's newest revision, by place.
  mutating func segments(of source: Source, _ reader: StudyReader) throws {
    let evidence = try reader.configurations(evidencedIn: source.id, revision: source.revision)
    let names = evidence.isEmpty ? nil : try ConfigurationNames(reader)
    member("segments", try reader.codedSegments(of: source.id, revision: source.revision)) { coded, json in
      json.members(of: coded, evidence: evidence[coded.segment.id] ?? [], names)
    }
  }

  /// A segment as it is now.
  mutating func member(_ name: StaticString, segment id: ID<Segment>, _ reader: StudyReader) throws {
    guard let segment = try reader.segments([id])[id] else { throw WebError.gone(.segment) }
    let coded = CodedSegment(segment, codings: try reader.codings(of: id))
    let evidence = try reader.configurations(evidencedBy: id)
    let names = evidence.isEmpty ? nil : try ConfigurationNames(reader)
    member(name) { json in json.members(of: coded, evidence: evidence, names) }
  }

  private mutating func members(
    of coded: CodedSegment, evidence: [ID<Configuration>], _ names: ConfigurationNames?
  ) {
    let segment = coded.segment
    member("id", segment.id)
    member("source", segment.source)
    member("start", segment.span.start)
    member("end", segment.span.end)
    member("memo", segment.memo)
    member("coder", segment.coder)
    member("created", segment.created)
    member("codings", coded.codings) { coding, json in
      json.member("code", coding.code)
      json.member("coder", coding.coder)
      json.member("created", coding.created)
      json.member("memo", coding.memo)
    }
    member("evidence", evidence) { id, json in
      json.member("configuration", id)
      json.member("key", names?[id]?.key)
      json.member("number", names?[id]?.number)
    }
  }
}
