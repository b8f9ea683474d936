import LoopbackServer
import RealistEditing
import RealistFormats
import RealistModel
import RealistStore
import RealistTranscripts

extension Route {
  static let imports: [Route] = [
    Route(.post, "sources") { workbench, call in try workbench.importSource(call) }
  ]
}

extension Workbench {
  /// Reads the body as a transcript and makes it a source.
  fileprivate func importSource(_ call: Call) throws -> HTTPResponse {
    let name = try call.header("realist-file-name")?.split(separator: "/").last.map(String.init)
    guard let name, !name.trimmed.isEmpty else {
      throw WebError.badMember("realist-file-name", expected: "the name of the file")
    }
    var file = TranscriptFile(
      name: name, bytes: call.request.body, source: call.parameter("name")?.trimmed ?? Self.stem(name))
    let reading = try reading(call)
    // Before the change begins: another program takes its time.
    file.pages = try PDFPages.read(file.bytes, named: name, format: reading.format)
    return try write(call, "import", status: 201) { writer, json in
      var drafts = try TranscriptDrafts(writer.reader)
      let draft = try drafts.draft(file, reading)
      let source = try writer.add(draft)
      writer.command = "import \(source.name)"
      let kept = try writer.reader.existing(source.id)
      json.member("source") { $0.members(of: kept, SourceProgress()) }
      json.member("turns", draft.turns.count)
      json.member("words", draft.words)
      json.member("format", draft.transcript.format.title)
      json.member("speakers", draft.speakers) { speaker, json in
        json.member("name", speaker.name)
        json.member("turns", speaker.turns)
        json.member("participant", speaker.participant)
      }
      json.member("offered", draft.offered.map(\.name))
      json.member("notes", draft.transcript.notes.map { $0.replacing(CharsetGuess.remedy, with: "") })
      return .source(source.id)
    }
  }

  private func reading(_ call: Call) throws -> TranscriptReading {
    let kind = try call.parameter("kind").map { text in
      guard let kind = Source.Kind(rawValue: text) else {
        let known = Source.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw WebError.badMember("kind", expected: "one of \(known)")
      }
      return kind
    }
    let format = try call.parameter("format").map { text in
      guard let format = TranscriptFormat(rawValue: text) else {
        let known = TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw WebError.badMember("format", expected: "one of \(known)")
      }
      return format
    }
    return TranscriptReading(
      kind: kind ?? .interview, encoding: call.parameter("encoding"), format: format,
      again: try call.flagParameter("again"))
  }

  /// The name of a file without its ending.
  private static func stem(_ name: String) -> String {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return name[..<point].trimmed
  }
}
