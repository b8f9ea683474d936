import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let study: [Route] = [
    Route(.get, "study") { workbench, _ in try workbench.study() },
    Route(.get, "changes") { workbench, _ in workbench.changes() },
  ]
}

extension Workbench {
  /// What every view wants to know: the study's own values, how much there is, the words of the model.
  func study() throws -> HTTPResponse {
    try read { reader, json in
      let study = try reader.header()
      json.member("id", study.id)
      json.member("title", study.title)
      json.member("question", study.question)
      json.member("file", store.path.split(separator: "/").last.map(String.init) ?? store.path)
      json.member("program", program)
      json.member("readOnly", isReadOnly)
      json.member("coder", coder)
      json.member("coders", Set(try reader.coders() + [coder]).sorted())
      json.member("template") { json in
        json.member("key", study.template.key)
        json.member("name", study.template.name)
        json.member("slots", study.template.slots) { slot, json in
          json.member("letter", slot.letter)
          json.member("name", slot.name)
          json.member("plural", slot.plural)
          json.member("role", slot.role.rawValue)
          json.member("definition", slot.definition)
          json.member("rule", slot.rule)
        }
      }
      json.member("stages", study.stages) { stage, json in
        json.member("key", stage.key)
        json.member("name", stage.name)
        json.member("kind", stage.kind.rawValue)
      }
      json.member("counts", try reader.totals())
      json.vocabulary()
    }
  }

  /// A line for every change, as long as the page listens.
  func changes() -> HTTPResponse {
    HTTPResponse(
      contentType: "application/x-ndjson; charset=utf-8", body: .live(version.greeting))
  }
}

extension JSONText {
  fileprivate mutating func member(_ name: StaticString, _ totals: StudyTotals) {
    member(name) { json in
      json.member("sources", totals.sources)
      json.member("words", totals.words)
      json.member("participants", totals.participants)
      json.member("codes", totals.codes)
      json.member("segments", totals.segments)
      json.member("codings", totals.codings)
      json.member("configurations", totals.configurations)
      json.member("evidence", totals.evidence)
      json.member("factors", totals.factors)
      json.member("links", totals.links)
    }
  }

  fileprivate mutating func vocabulary() {
    member("statuses", Configuration.Status.allCases.map(\.rawValue))
    member("bearings", Evidence.Bearing.allCases.map(\.rawValue))
    member("standings", Evidence.Standing.allCases.map(\.rawValue))
    member("valences", Element.Valence.allCases.map(\.rawValue))
    member("sourceKinds", Source.Kind.allCases.map(\.rawValue))
  }
}
