import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// Who a speaker is, as people type it: `Dawn P.=P01`, or `Iris=interviewer` for nobody.
struct SpeakerAssignment: Hashable, ArgumentValue {
  var speaker: String
  /// `nil` for nobody.
  var participant: String?

  /// The part after the last `=` is the participant; empty, `interviewer` and `nobody` are nobody.
  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "=") else { return nil }
    speaker = argument[..<equals].trimmed
    let key = argument[argument.index(after: equals)...].trimmed
    participant = key.isEmpty || ["interviewer", "nobody"].contains(key.lowercased()) ? nil : key
    guard !speaker.isEmpty else { return nil }
  }

  var argument: String { "\(speaker)=\(participant ?? "interviewer")" }
  static var expectation: String {
    "the name in the transcript and who that is, such as \"Dawn P.=P01\" or \"Iris=interviewer\""
  }

  /// The participant's id; `{source}` in it stands for the name of the source.
  func id(in reader: StudyReader, source: String) throws -> ID<Participant>? {
    guard let participant else { return nil }
    return try reader.linkedParticipant(participant.replacing("{source}", with: source))
  }
}

extension [SpeakerAssignment] {
  /// Refuses a speaker who does not speak: a mistyped name must not pass.
  ///
  /// - Parameters:
  ///   - names: those who speak.
  ///   - place: what the error begins with; empty for nothing.
  func requireAll(among names: [String], place: String) throws {
    let missing = first { wanted in !names.contains { SpeakerLinks.areSame($0, wanted.speaker) } }
    guard let missing else { return }
    let near = Suggestion.nearest(to: missing.speaker, in: names)
    let shown = (near.isEmpty ? [String](names.prefix(6)) : near).map { "'\($0)'" }.joined(separator: " or ")
    throw Failure(
      (place.isEmpty ? "" : place + ": ") + "there is no speaker '\(missing.speaker)'",
      hint: shown.isEmpty
        ? "nobody is named there; say who took part with --participant" : "did you mean \(shown)?",
      exitCode: Exit.noInput)
  }
}

extension StudyReader {
  /// A participant that a speaker is linked to.
  ///
  /// - Throws: ``UnknownPerson``, which says how to add somebody who is not there; ``StoreError``.
  func linkedParticipant(_ key: String) throws -> ID<Participant> {
    do {
      return try participant(key).id
    } catch StoreError.unknown(_, let name, let nearest) where nearest.isEmpty {
      throw UnknownPerson(key: name)
    }
  }
}

/// There is no participant of that name, nor one of a similar name.
struct UnknownPerson: PresentableError {
  var key: String

  var message: String { "there is no participant '\(key)'" }
  var hint: String? { "add the person first: realist participant add \(key.shellWord)" }
  var exitCode: Int32 { Exit.noInput }
}
