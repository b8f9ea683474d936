import LoopbackServer
import RealistModel
import RealistStore

extension Workbench {
  /// Answers what is read from one state of the study: an object with the version and whatever the body writes.
  func read(_ body: (StudyReader, inout JSONText) throws -> Void) throws -> HTTPResponse {
    var text = JSONText()
    text.open()
    text.member("version", version.number)
    try store.read { reader in try body(reader, &text) }
    text.close()
    return .json(text)
  }

  /// The same for what takes its time: it is read beside everything else, from the study as it is then.
  func readAside(
    _ body: @escaping @Sendable (StudyReader, inout JSONText) throws -> Void
  ) -> HTTPResponse {
    let version = version.number
    return room.answer(JSONText.contentType) { reader in
      var text = JSONText()
      try text.object { json in
        json.member("version", version)
        try body(reader, &json)
      }
      return text
    } finish: { text in
      .json(text)
    }
  }

  /// Makes one change, and answers an object of what the body writes, the version and the journal's line (`null` when nothing was changed).
  ///
  /// - Parameters:
  ///   - command: how the journal words it; the body may make it more exact.
  ///   - body: answers which counts the change has made out of date.
  func write(
    _ call: Call, _ command: String, status: Int = 200,
    _ body: (StudyWriter, inout JSONText) throws -> Touched
  ) throws -> HTTPResponse {
    guard !isReadOnly else { throw WebError.readOnly }
    var text = JSONText()
    text.open()
    let (touched, entry) = try store.record(try note(call, command)) { writer in
      // What is counted while the change is under way may be rolled back.
      let before = progress
      do { return try body(writer, &text) } catch {
        progress = before
        throw error
      }
    }
    if let entry { changed(entry, touched) }
    text.member("version", version.number)
    text.member("entry", entry?.number)
    text.close()
    return .json(text, status: status)
  }

  /// What is answered to a change that was made already and is sent again, because its answer was lost; `nil` for a new one.
  func repeated(_ call: Call) throws -> HTTPResponse? {
    guard !isReadOnly, let id = try call.requestID(), let entry = try store.read({ try $0.entry(id) }) else {
      return nil
    }
    var text = JSONText()
    text.object { json in
      json.member("done", true)
      json.member("version", version.number)
      json.member("entry", entry.number)
    }
    return .json(text)
  }

  /// Remembers that the study is another one now.
  func changed(_ entry: JournalEntry, _ touched: Touched) {
    answers.forget()
    progress.forget(touched)
    version.advance(coder: entry.coder, command: entry.command)
  }
}

extension HTTPResponse {
  static func json(_ text: JSONText, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, contentType: JSONText.contentType, body: .bytes(text.bytes))
  }
}
