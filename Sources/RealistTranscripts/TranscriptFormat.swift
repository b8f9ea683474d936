/// A kind of file that transcripts come in. One reader each; the raw value is the name people type.
///
/// The content decides which it is. Names, times and layouts of many programs are read inside of the first three groups: see
/// ``FormatDescription`` for what each keeps.
public enum TranscriptFormat: String, Hashable, Sendable, CaseIterable {
  // Text
  case plain
  case markdown
  case f4
  case atrain
  case inqscribe
  case transana
  case chat
  case nvivo
  // Documents
  case docx
  case odt
  case rtf
  case html
  case pdf
  // Captions
  case webvtt
  case srt
  case sbv
  // What programs write for programs
  case json
  case tsv
  case otranscribe = "otr"

  /// What people call it.
  public var title: String {
    switch self {
    case .plain: "plain text"
    case .markdown: "Markdown"
    case .f4: "f4, f5, easytranscript"
    case .atrain: "aTrain"
    case .inqscribe: "InqScribe"
    case .transana: "Transana"
    case .chat: "CHAT (TalkBank)"
    case .nvivo: "NVivo rows"
    case .docx: "Word (DOCX)"
    case .odt: "OpenDocument (ODT)"
    case .rtf: "rich text (RTF)"
    case .html: "web page (HTML)"
    case .pdf: "PDF"
    case .webvtt: "WebVTT"
    case .srt: "SubRip (SRT)"
    case .sbv: "SubViewer (SBV)"
    case .json: "JSON of a speech recogniser"
    case .tsv: "table of a speech recogniser (TSV)"
    case .otranscribe: "oTranscribe (OTR)"
    }
  }
}
