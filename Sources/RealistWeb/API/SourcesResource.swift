import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let sources: [Route] = [
    Route(.get, "sources") { workbench, call in try workbench.sources(call) },
    Route(.get, "sources/ID") { workbench, call in try workbench.source(call) },
    Route(.get, "sources/ID/segments") { workbench, call in try workbench.segments(call) },
  ]
}

extension Workbench {
  /// The sources with how far each has been worked through; `where=` keeps some.
  fileprivate func sources(_ call: Call) throws -> HTTPResponse {
    try read { reader, json in
      let condition = try Conditions(call, reader)
      let sources = try reader.sources().filter(condition.holds)
      let progress = try progress.progress(of: sources, reader)
      json.member("sources", sources) { source, json in
        let progress = progress[source.id] ?? SourceProgress()
        json.members(of: source, progress)
        json.member("segments" as StaticString, progress.segments)
      }
    }
  }

  fileprivate func source(_ call: Call) throws -> HTTPResponse {
    let id: ID<Source> = try call.id(of: .source)
    return try read { reader, json in
      let source = try reader.existing(id)
      let progress = try progress.progress(of: [source], reader)
      json.members(of: source, progress[id] ?? SourceProgress())
      json.member("text", try reader.text(of: id, revision: source.revision).string)
      let turns = try reader.turns(of: id, revision: source.revision)
      let asked = Set(turns.compactMap(\.question))
      let guide = asked.isEmpty ? [] : GuideQuestions(try reader.header().guide).questions
      json.member("questions", guide.filter { asked.contains($0.number) }) { question, json in
        json.member("number", question.number)
        json.member("text", question.text)
      }
      json.member("turns", turns) { turn, json in
        json.member("start", turn.span.start)
        json.member("end", turn.span.end)
        json.member("speaker", turn.speaker)
        json.member("participant", turn.participant)
        json.member("begins", turn.begins)
        json.member("ends", turn.ends)
        json.member("question", turn.question)
      }
      try json.segments(of: source, reader)
    }
  }

  fileprivate func segments(_ call: Call) throws -> HTTPResponse {
    let id: ID<Source> = try call.id(of: .source)
    return try read { reader, json in try json.segments(of: try reader.existing(id), reader) }
  }
}

extension StudyReader {
  /// - Throws: ``WebError/gone(_:)``.
  func existing(_ id: ID<Source>) throws -> Source {
    guard let source = try source(id) else { throw WebError.gone(.source) }
    return source
  }
}

extension JSONText {
  /// What a source says about itself and how far it has been worked through, but for its passages: a list has their number, a source
  /// themselves.
  mutating func members(of source: Source, _ progress: SourceProgress) {
    member("id", source.id)
    member("name", source.name)
    member("title", source.title)
    member("kind", source.kind.rawValue)
    member("mode", source.mode)
    member("date", source.date)
    member("minutes", source.minutes)
    member("participants", source.participants)
    member("words", source.words)
    member("length", source.length)
    member("revision", source.revision)
    member("codings", progress.codings)
    member("coded", source.length == 0 ? 0 : Double(progress.coded) / Double(source.length))
    member("touched", progress.touched)
  }
}
