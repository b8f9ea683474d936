import LoopbackServer
import RealistEditing
import RealistModel
import RealistStore

extension Route {
  static let evidence: [Route] = [
    Route(.post, "configurations/ID/evidence") { workbench, call in try workbench.addEvidence(call) },
    Route(.patch, "evidence/ID") { workbench, call in try workbench.changeEvidence(call) },
    Route(.delete, "evidence/ID") { workbench, call in try workbench.removeEvidence(call) },
  ]
}

extension Workbench {
  /// Says what a passage does to a configuration or some of its elements; the passage need not be marked yet.
  fileprivate func addEvidence(_ call: Call) throws -> HTTPResponse {
    let id: ID<Configuration> = try call.id(of: .configuration)
    let body = try call.members([
      "segment", "source", "start", "end", "elements", "bearing", "standing", "note",
    ])
    let place = try PassageChoice(body)
    let elements = try body.ids("elements", of: Element.self) ?? []
    let bearing = try body.choice("bearing", of: Evidence.Bearing.self) ?? .supports
    let standing = try body.choice("standing", of: Evidence.Standing.self) ?? .observed
    let note = try body.text("note")?.trimmed
    return try write(call, "evidence add") { writer, json in
      let target = try ClaimTarget(id, elements, writer.reader)
      let (segment, source, isNewSegment) = try place.segment(writer)
      let isNew = try writer.addEvidence(
        segment.id, to: target.configuration, elements: target.elements, bearing: bearing,
        standing: standing, note: note
      ).isNew
      writer.command = "evidence add \(target.name) \(source.name) (\(bearing.rawValue))"
      try ConfigurationSheets(writer.reader, only: id).write(id, &json)
      json.member("segment", segment.id)
      json.member("new", isNew == true)
      return isNewSegment ? .source(source.id) : .nothing
    }
  }

  fileprivate func changeEvidence(_ call: Call) throws -> HTTPResponse {
    let id: ID<Evidence> = try call.id(of: .evidence)
    let body = try call.members(["bearing", "standing", "note", "elements", "seen"])
    let bearing = try body.choice("bearing", of: Evidence.Bearing.self)
    let standing = try body.choice("standing", of: Evidence.Standing.self)
    let (note, elements) = (try body.text("note"), try body.ids("elements", of: Element.self))
    return try write(call, "evidence edit") { writer, json in
      let old = try writer.reader.existing(id)
      try body.requireSeen("note", now: old.note)
      let target = try ClaimTarget(old.configuration, elements ?? old.elements, writer.reader)
      var new = old
      new.elements = target.elements
      if let bearing { new.bearing = bearing }
      if let standing { new.standing = standing }
      if let note { new.note = note.trimmed }
      let name = try writer.reader.sourceName(of: new)
      let same = try writer.reader.evidence(of: old.configuration).first {
        $0.id != id && $0.segment == new.segment && $0.bearing == new.bearing
          && Set($0.elements) == Set(new.elements)
      }
      guard same == nil else {
        throw StoreError.taken(.evidence, name: "\(target.name) \(name) (\(new.bearing.rawValue))")
      }
      if new != old { try writer.put(new) }
      writer.command = "evidence edit \(target.name) \(name) (\(new.bearing.rawValue))"
      try ConfigurationSheets(writer.reader, only: old.configuration).write(old.configuration, &json)
      return .nothing
    }
  }

  /// Takes a passage off a configuration; it stays marked.
  fileprivate func removeEvidence(_ call: Call) throws -> HTTPResponse {
    let id: ID<Evidence> = try call.id(of: .evidence)
    return try write(call, "evidence remove") { writer, json in
      let old = try writer.reader.existing(id)
      let target = try ClaimTarget(old.configuration, old.elements, writer.reader)
      writer.command =
        "evidence remove \(target.name) \(try writer.reader.sourceName(of: old)) (\(old.bearing.rawValue))"
      try writer.removeEvidence(id)
      try ConfigurationSheets(writer.reader, only: old.configuration).write(old.configuration, &json)
      return .nothing
    }
  }
}

/// A passage by its id, or by its place.
private enum PassageChoice {
  case segment(ID<Segment>)
  case span(ID<Source>, start: Int, end: Int)

  init(_ body: Members) throws {
    if let id = try body.id("segment", of: Segment.self) {
      self = .segment(id)
    } else {
      self = .span(
        try body.requiredID("source"), start: try body.requiredWhole("start"),
        end: try body.requiredWhole("end"))
    }
  }

  /// The segment, marked now where it was not.
  func segment(_ writer: StudyWriter) throws -> (segment: Segment, source: Source, isNew: Bool) {
    switch self {
    case .segment(let id):
      let (segment, source) = try writer.reader.existing(id)
      return (segment, source, false)
    case .span(let id, let start, let end):
      let source = try writer.reader.existing(id)
      let text = try writer.reader.text(of: id, revision: source.revision)
      let span = try text.span(from: start, to: end, of: source).span
      let (segment, isNew) = try writer.segment(at: span, of: source, text: text)
      return (segment, source, isNew)
    }
  }
}

/// What a passage speaks to.
private struct ClaimTarget {
  let configuration: Configuration
  /// In the configuration's order; empty for the whole.
  let elements: [ID<Element>]
  /// `CMO2.C1+M1`.
  let name: String

  /// - Throws: ``WebError/gone(_:)``.
  init(_ id: ID<Configuration>, _ elements: [ID<Element>], _ reader: StudyReader) throws {
    let all = try reader.configurations()
    guard let place = all.firstIndex(where: { $0.id == id }) else { throw WebError.gone(.configuration) }
    configuration = all[place]
    let spoken = configuration.labelled.filter { elements.contains($0.element.id) }
    guard spoken.count == Set(elements).count else { throw WebError.gone(.element) }
    self.elements = spoken.map(\.element.id)
    name =
      "CMO\(place + 1)" + (spoken.isEmpty ? "" : "." + spoken.map(\.label).joined(separator: "+"))
  }
}

extension StudyReader {
  /// - Throws: ``WebError/gone(_:)``.
  fileprivate func existing(_ id: ID<Evidence>) throws -> Evidence {
    guard let found = try evidence().first(where: { $0.id == id }) else { throw WebError.gone(.evidence) }
    return found
  }

  fileprivate func sourceName(of evidence: Evidence) throws -> String {
    try existing(evidence.segment).1.name
  }
}
