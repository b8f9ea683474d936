import RealistFormats
import RealistModel
import RealistNotation
import RealistTranscripts

/// The text of one revision as a folder has it: written out, or still in its original.
struct FolderText {
  var text: SourceText
  var turns: [Turn]
  var original: OriginalFile?
  /// What the reader changed or skipped.
  var notes: [String]

  struct Reader {
    /// Of the written-out text.
    var path: String
    var originalPath: String
    var original: [UInt8]?
    var format: String
    var encoding: String
    /// Whether turns have to be found.
    var needsTurns: Bool

    /// - Parameter text: the bytes of the written-out text, when there is one.
    func read(_ text: [UInt8]?, speakers: Set<String>) throws(FolderError) -> FolderText {
      guard let text else { return try imported(speakers: speakers) }
      let source = try decoded(text)
      var turns: [Turn] = []
      if needsTurns {
        let own = try? transcript(
          original ?? [], originalPath, speakers, format: TranscriptFormat(rawValue: format))
        let plain = { try? transcript(text, path, speakers, format: .plain) }
        let found = own.flatMap { $0.text.string.isSame(as: source.string) ? $0 : nil } ?? plain()
        if let found, found.text.string.isSame(as: source.string) { turns = found.turns }
      }
      let file = original.map { bytes in
        OriginalFile(
          name: FolderPaths.name(ofPath: originalPath), format: format,
          encoding: encoding.isEmpty ? "utf-8" : encoding,
          bytes: bytes)
      }
      return FolderText(text: source, turns: turns, original: file, notes: [])
    }

    /// UTF-8; one byte order mark is dropped and CRLF becomes LF.
    private func decoded(_ bytes: [UInt8]) throws(FolderError) -> SourceText {
      if let problem = FolderProblem.notUTF8(bytes, file: path) { throw FolderError([problem]) }
      let normal = NotationLines(bytes).bytes
      do {
        return try SourceText(String(decoding: normal, as: UTF8.self))
      } catch {
        let bad = normal.firstIndex { $0 == 0 || $0 == 0x0d } ?? 0
        throw FolderError([FolderProblem(path, TextPlace(ofByte: bad, in: normal), .forbiddenCharacter)])
      }
    }

    private func imported(speakers: Set<String>) throws(FolderError) -> FolderText {
      let bytes = original ?? []
      do {
        let found = try transcript(bytes, originalPath, speakers, format: TranscriptFormat(rawValue: format))
        let file = OriginalFile(
          name: FolderPaths.name(ofPath: originalPath),
          format: format.isEmpty ? found.format.rawValue : format,
          encoding: encoding.isEmpty ? found.encoding.rawValue : encoding, bytes: bytes)
        return FolderText(text: found.text, turns: found.turns, original: file, notes: found.notes)
      } catch {
        // The reader's message begins with the file's path.
        let prefix = originalPath + ": "
        let message = error.message.after(prefix) ?? error.message
        throw FolderError([
          FolderProblem(originalPath, nil, .unreadableOriginal(message: message, hint: error.hint))
        ])
      }
    }

    private func transcript(
      _ bytes: [UInt8], _ path: String, _ speakers: Set<String>, format: TranscriptFormat?
    ) throws(ImportError) -> ImportedTranscript {
      try TranscriptReader.read(
        bytes, fileName: path, encoding: encoding.isEmpty ? nil : encoding, format: format, speakers: speakers
      )
    }
  }
}

extension String {
  fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

/// Who the speakers of a source are.
struct FolderSpeakers {
  /// By the name in the transcript; a name without a participant is an interviewer's.
  var named: [String: ID<Participant>?] = [:]
  private var known: [String: ID<Participant>] = [:]

  /// A speaker that is named like a participant's key or name is that participant.
  init(participants: [Participant]) {
    for participant in participants.reversed() where !participant.name.isEmpty {
      known[participant.name.lowercased()] = participant.id
    }
    for participant in participants.reversed() { known[participant.key.lowercased()] = participant.id }
  }

  /// Names that the reader may take for speakers wherever they stand.
  var names: Set<String> { Set(named.keys) }

  func linked(_ turn: Turn) -> Turn {
    guard let speaker = turn.speaker else { return turn }
    var turn = turn
    if let given = named[speaker] {
      turn.participant = given
    } else {
      turn.participant = known[speaker.lowercased()]
    }
    return turn
  }
}
