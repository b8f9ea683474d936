import RealistFormats

extension TranscriptFormat {
  /// What each keeps and loses, in the order in which they are listed.
  public static let descriptions: [FormatDescription] = allCases.map(\.description)

  private var description: FormatDescription {
    let (use, endings, keeps, loses) = details
    return FormatDescription(
      name: rawValue, title: use, endings: endings, direction: .read, kind: .transcript, keeps: keeps,
      loses: loses)
  }

  private var details: (title: String, endings: [String], keeps: String, loses: String) {
    switch self {
    case .plain, .markdown, .f4, .atrain, .inqscribe, .transana, .chat, .nvivo: textDetails
    case .docx, .odt, .rtf, .html, .pdf: documentDetails
    default: captionDetails
    }
  }

  private var textDetails: (title: String, endings: [String], keeps: String, loses: String) {
    switch self {
    case .markdown:
      (
        "Markdown: **Name:** words, headings, prose", ["md"], "words, names, headings",
        "bold and italics, addresses of links, comments"
      )
    case .f4:
      (
        "f4, f5, easytranscript: #00:01:23-4# behind or before the words", ["txt", "rtf"],
        "the text as it is, names, times", ""
      )
    case .atrain: ("aTrain: both of its text files", ["txt"], "the text as it is, names, times", "")
    case .inqscribe:
      (
        "InqScribe: [00:01:23.12]", ["txt"], "the text as it is, names, times",
        "the frame rate, which the file does not have: 25 a second"
      )
    case .transana: ("Transana: time codes in milliseconds", ["txt"], "the text as it is, names, times", "")
    case .chat:
      (
        "CHAT (TalkBank, CLAN)", ["cha"], "words with their codes, names, times",
        "header lines and dependent tiers, counted"
      )
    case .nvivo:
      ("NVivo rows: timespan, content, speaker", ["txt"], "words, names, times", "other columns")
    default:
      (
        "plain text: Name: words; Otter, Rev, Trint, Descript, noScribe, Google Meet, Word Transcribe, Zoom chat; prose",
        ["txt"], "the text as it is, names, times", ""
      )
    }
  }

  private var documentDetails: (title: String, endings: [String], keeps: String, loses: String) {
    switch self {
    case .docx:
      (
        "Word: prose, tables; Teams in both layouts, Google Meet, Word Transcribe, NVivo's table", ["docx"],
        "words, names, times, headings",
        "footnotes, comments, tracked deletions, hidden text: counted; pictures, type"
      )
    case .odt:
      (
        "OpenDocument text (LibreOffice, Google Docs)", ["odt"], "words, names, times, headings",
        "footnotes, comments, tracked deletions, pictures: counted; type"
      )
    case .rtf:
      (
        "rich text: Word, TextEdit, f4", ["rtf"], "words, names, times, headings",
        "footnotes, comments, tracked deletions, hidden text, pictures, East Asian characters written as bytes: counted; type"
      )
    case .html:
      (
        "web page: noScribe, podcast transcripts, saved documents", ["html"], "words, names, times, headings",
        "what is not shown, pictures, form fields: counted; type, links"
      )
    default:
      (
        "PDF, through pdftotext", ["pdf"], "words, names, times",
        "running heads, page and line numbers that repeat: counted; pages that are pictures, named; type"
      )
    }
  }

  private var captionDetails: (title: String, endings: [String], keeps: String, loses: String) {
    switch self {
    case .webvtt:
      (
        "WebVTT: Teams, Stream, Zoom, YouTube, Whisper, noScribe", ["vtt"], "words, names, times",
        "styles, positions, notes"
      )
    case .srt:
      (
        "SubRip: captions of most programs, Whisper", ["srt"], "words, names, times",
        "italics, colours, positions"
      )
    case .sbv: ("SubViewer: YouTube's older captions", ["sbv"], "words, times", "")
    case .json:
      (
        "JSON of Whisper, WhisperX, whisper.cpp, Podcasting 2.0", ["json"], "words, names, times of segments",
        "times of single words, tokens, probabilities"
      )
    case .tsv: ("Whisper's table", ["tsv"], "words, names, times", "")
    default: ("oTranscribe", ["otr"], "words, names, times", "the media file's name; type")
    }
  }
}
