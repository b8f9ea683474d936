/// A piece of material: an interview, a focus group, a document.
public struct Source: Entity {
  /// What kind of material it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case interview
    case focusGroup = "focus-group"
    case survey
    case fieldNote = "field-note"
    case document
    case literature
  }

  public var id: ID<Source>
  /// The short name people type, e.g. `P02` or `FG1`; unique in the study.
  public var name: String
  public var title: String
  public var kind: Kind
  /// How it was done, e.g. `Teams`, `telephone`.
  public var mode: String
  public var date: CalendarDate?
  /// Length of the recording in minutes.
  public var minutes: Double?
  /// Who took part, in order.
  public var participants: [ID<Participant>]
  public var attributes: [String: AttributeValue]
  /// The number of the newest revision, from 1.
  public var revision: Int
  /// Length of the newest text in Unicode scalars.
  public var length: Int
  /// Words in the newest text.
  public var words: Int

  public init(
    id: ID<Source>, name: String, title: String = "", kind: Kind = .interview, mode: String = "",
    date: CalendarDate? = nil, minutes: Double? = nil, participants: [ID<Participant>] = [],
    attributes: [String: AttributeValue] = [:], revision: Int = 1, length: Int = 0, words: Int = 0
  ) {
    (self.id, self.name, self.title, self.kind, self.mode) = (id, name, title, kind, mode)
    (self.date, self.minutes, self.participants, self.attributes) = (date, minutes, participants, attributes)
    (self.revision, self.length, self.words) = (revision, length, words)
  }
}

/// One immutable text of a source, and how it came about.
public struct Revision: Sendable {
  public var source: ID<Source>
  /// From 1, in the order of import.
  public var number: Int
  public var text: SourceText
  public var turns: [Turn]
  /// The bytes that were imported, `nil` when the text was given as text.
  public var original: OriginalFile?
  public var imported: Timestamp
  /// Why a correction was made; empty for the first revision.
  public var reason: String
  /// What the reader changed or skipped, a sentence each.
  public var notes: [String]

  public init(
    source: ID<Source>, number: Int = 1, text: SourceText, turns: [Turn] = [], original: OriginalFile? = nil,
    imported: Timestamp, reason: String = "", notes: [String] = []
  ) {
    (self.source, self.number, self.text, self.turns) = (source, number, text, turns)
    (self.original, self.imported, self.reason, self.notes) = (original, imported, reason, notes)
  }
}

/// The file a text was read from, kept as it was.
public struct OriginalFile: Hashable, Sendable {
  /// Its name without folders.
  public var name: String
  /// The reader that was used, e.g. `webvtt`.
  public var format: String
  /// The charset that was named or found, e.g. `utf-8`.
  public var encoding: String
  public var bytes: [UInt8]

  public init(name: String, format: String, encoding: String = "utf-8", bytes: [UInt8]) {
    (self.name, self.format, self.encoding, self.bytes) = (name, format, encoding, bytes)
  }
}

/// A stretch of a source said by one speaker.
public struct Turn: Hashable, Sendable {
  /// The words said, without the speaker's label.
  public var span: TextSpan
  /// The name in the transcript; `nil` when nobody is named.
  public var speaker: String?
  /// The participant the speaker is.
  public var participant: ID<Participant>?
  /// Milliseconds from the start of the recording.
  public var begins: Int?
  public var ends: Int?
  /// The number of the guide's question it answers.
  public var question: String?

  public init(
    span: TextSpan, speaker: String? = nil, participant: ID<Participant>? = nil, begins: Int? = nil,
    ends: Int? = nil, question: String? = nil
  ) {
    (self.span, self.speaker, self.participant) = (span, speaker, participant)
    (self.begins, self.ends, self.question) = (begins, ends, question)
  }
}
