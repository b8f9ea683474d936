/// What people are told about a format of files: what it is for, what of it survives, what does not.
///
/// Every module that reads or writes files keeps a list of these beside its readers and writers; `realist formats` prints them together.
public struct FormatDescription: Hashable, Sendable {
  /// Which way a file goes.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    case read = "in"
    case write = "out"
    case both = "in and out"
  }

  /// What a file of the format holds. The order is that of the printed table.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case transcript = "Transcripts"
    case survey = "Surveys"
    case literature = "Literature"
    case project = "Projects"
    case codebook = "Codebooks"
    case table = "Tables"
    case graph = "Graphs"
    case archive = "Archives"
  }

  /// The word given to `--format` or to `realist export`, e.g. `webvtt`.
  public var name: String
  /// What it is, e.g. `WebVTT captions (Teams, Zoom, YouTube, Whisper)`.
  public var title: String
  /// The endings its files usually have, without the point, e.g. `["vtt"]`. They do not decide: the content does.
  public var endings: [String]
  public var direction: Direction
  public var kind: Kind
  /// What arrives, in a few words: `words, speakers, times`.
  public var keeps: String
  /// What does not, in a few words; empty when nothing is lost.
  public var loses: String

  public init(
    name: String, title: String, endings: [String], direction: Direction, kind: Kind, keeps: String,
    loses: String = ""
  ) {
    (self.name, self.title, self.endings) = (name, title, endings)
    (self.direction, self.kind) = (direction, kind)
    (self.keeps, self.loses) = (keeps, loses)
  }
}
