import RealistFormats
import RealistModel
import RealistTranscripts

/// A file that is to become a source.
public struct TranscriptFile: Sendable {
  /// The file as it was named.
  public var name: String
  public var bytes: [UInt8]
  /// What the source is called.
  public var source: String
  /// The text of each page of a PDF; see `TranscriptReader.needsPages(_:format:)`.
  public var pages: [String]?

  public init(name: String, bytes: [UInt8], source: String, pages: [String]? = nil) {
    (self.name, self.bytes, self.source, self.pages) = (name, bytes, source, pages)
  }
}

/// How a transcript is to be read.
public struct TranscriptReading: Sendable {
  public var kind: Source.Kind
  /// Who speakers are, by the name in the transcript; `nil` for nobody in the list of participants.
  public var speakers: [(name: String, participant: ID<Participant>?)]
  /// Who took part; a single one also said everything when nobody is named.
  public var participants: [ID<Participant>]
  /// The charset; `nil` to see it from the bytes.
  public var encoding: String?
  /// `nil` to see it from the content.
  public var format: TranscriptFormat?
  /// Whether a file may be imported though the study has the same bytes.
  public var again: Bool

  public init(
    kind: Source.Kind = .interview, speakers: [(name: String, participant: ID<Participant>?)] = [],
    participants: [ID<Participant>] = [], encoding: String? = nil, format: TranscriptFormat? = nil,
    again: Bool = false
  ) {
    (self.kind, self.speakers, self.participants) = (kind, speakers, participants)
    (self.encoding, self.format, self.again) = (encoding, format, again)
  }
}
