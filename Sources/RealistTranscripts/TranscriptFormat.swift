/// A kind of file that transcripts come in. One reader each; the raw value is the name people type.
public enum TranscriptFormat: String, Hashable, Sendable, CaseIterable {
  case plain
  case markdown
  case webvtt
  case srt
  case docx

  /// What people call it.
  public var title: String {
    switch self {
    case .plain: "plain text"
    case .markdown: "Markdown"
    case .webvtt: "WebVTT"
    case .srt: "SubRip (SRT)"
    case .docx: "Word (DOCX)"
    }
  }
}
