import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let journal: [Route] = [
    Route(.get, "journal") { workbench, call in try workbench.journal(call) },
    Route(.post, "undo") { workbench, call in
      try workbench.replay(call, "undo") { try $0.undo($1, expecting: $2) }
    },
    Route(.post, "redo") { workbench, call in
      try workbench.replay(call, "redo") { try $0.redo($1, expecting: $2) }
    },
  ]
}

extension Workbench {
  /// The newest lines of the audit trail, newest first, and what undo and redo would do.
  fileprivate func journal(_ call: Call) throws -> HTTPResponse {
    let limit = try call.countParameter("limit") ?? 100
    return try read { reader, json in
      json.member("entries", try reader.entries(last: limit).reversed()) { entry, json in
        json.members(of: entry)
      }
      json.member("undo", try reader.undoable())
      json.member("redo", try reader.redoable())
    }
  }

  /// Takes the newest change back, or does the last one that was taken back again; with `entry`, only if it is that one.
  fileprivate func replay(
    _ call: Call, _ command: String,
    _ replay: (StudyStore, ChangeNote, Int?) throws -> JournalEntry
  ) throws -> HTTPResponse {
    guard !isReadOnly else { throw WebError.readOnly }
    let expected = try call.members(["entry"]).whole("entry")
    let note = try note(call, command)
    var entry = try replay(store, note, expected)
    entry.isInForce = command == "redo"
    answers.forget()
    let touched = try? store.read { try $0.sourcesTouched(byEntry: entry.number) }
    progress.forget(touched.map { .sources($0) } ?? .everything)
    version.advance(coder: note.coder, command: "\(command) #\(entry.number): \(entry.command)")
    var text = JSONText()
    text.object { json in
      json.member("entry") { $0.members(of: entry) }
      json.member("version", version.number)
    }
    return .json(text)
  }
}

extension JSONText {
  fileprivate mutating func members(of entry: JournalEntry) {
    member("number", entry.number)
    member("time", entry.made)
    member("coder", entry.coder)
    member("command", entry.command)
    member("kind", entry.kind.rawValue)
    member("target", entry.target)
    member("undone", !entry.isInForce)
  }
}
