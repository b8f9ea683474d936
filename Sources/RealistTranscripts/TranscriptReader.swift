import RealistFormats
import RealistModel

/// Reads a transcript of any format that there is a reader for.
public enum TranscriptReader {
  /// The largest file, and the longest text, that is read.
  public static let limit = 64 << 20
  /// The most lines of a text file.
  public static let lineLimit = 1_000_000
  /// The largest document; most of one that large are pictures.
  public static let documentLimit = 128 << 20

  /// - Parameters:
  ///   - fileName: names the file in messages; its ending only decides where the content leaves it open.
  ///   - encoding: the charset by name; `nil` means the byte order mark decides, else it is UTF-8 where that is valid, else it is guessed,
  ///     and ``ImportedTranscript/guesses`` says so.
  ///   - format: the reader to use; `nil` chooses by content.
  ///   - known: names of people who speak in the study, accepted wherever a label has them.
  ///   - pages: the text of each page of a PDF, as `pdftotext -layout` gives it, for a library starts no programs: see ``needsPages(_:format:)``.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, format: TranscriptFormat? = nil,
    speakers known: Set<String> = [], pages: [String]? = nil
  ) throws(ImportError) -> ImportedTranscript {
    guard !bytes.isEmpty else { throw .empty(file: fileName) }
    let encoding: TextEncoding? = if let encoding { try TextEncoding(named: encoding) } else { nil }
    if let document = try FormatDetection.documentFormat(bytes, fileName: fileName, format: format) {
      guard bytes.count <= documentLimit else {
        throw .tooLarge(file: fileName, bytes: bytes.count, limit: documentLimit)
      }
      let file = TextFile(
        name: fileName, text: DecodedText(bytes: bytes, encoding: .utf8, notes: []), format: document,
        known: known)
      return try readDocument(file, isNamed: format != nil, pages: pages)
    }
    return try readText(bytes, fileName: fileName, encoding: encoding, format: format, known: known)
  }

  /// Whether a file is a PDF, whose words ``read(_:fileName:encoding:format:speakers:pages:)`` wants as pages.
  public static func needsPages(_ bytes: [UInt8], format: TranscriptFormat? = nil) -> Bool {
    format == .pdf || (format == nil && FormatDetection.isPDF(bytes))
  }

  private static func readDocument(_ file: TextFile, isNamed: Bool, pages: [String]?) throws(ImportError)
    -> ImportedTranscript
  {
    switch file.format {
    case .rtf: return try RichTextReader.read(file)
    case .pdf:
      guard let pages else { throw .needsPages(file: file.name) }
      return try PDFReader.read(pages, file)
    default:
      let archive = try ZipArchive(file.bytes, file: file.name)
      let isOpenDocument = isNamed ? file.format == .odt : OpenDocumentReader.isOpenDocument(archive)
      return isOpenDocument
        ? try OpenDocumentReader.read(archive, file) : try WordReader.read(archive, file)
    }
  }

  private static func readText(
    _ bytes: [UInt8], fileName: String, encoding: TextEncoding?, format: TranscriptFormat?, known: Set<String>
  ) throws(ImportError) -> ImportedTranscript {
    guard bytes.count <= limit else { throw .tooLarge(file: fileName, bytes: bytes.count, limit: limit) }
    let named = encoding ?? (format == .html || format == nil ? HTMLCharset.declared(in: bytes) : nil)
    let decoded = try TextDecoder.decode(bytes, fileName: fileName, encoding: named, guesses: true)
    guard !Scan.isBlank(decoded.bytes, decoded.bytes.indices) else { throw .empty(file: fileName) }
    guard decoded.bytes.count(where: { $0 == ASCII.newline }) <= lineLimit else {
      throw .tooManyLines(file: fileName, limit: lineLimit)
    }
    let found = format ?? FormatDetection.textFormat(decoded.bytes, fileName: fileName)
    let file = TextFile(name: fileName, text: decoded, format: found, known: known)
    switch found {
    case .webvtt: return try WebVTTReader.read(file)
    case .srt: return try SubRipReader.read(file)
    case .sbv: return try SubViewerReader.read(file)
    case .markdown: return try MarkdownReader.read(file)
    case .html: return try HTMLReader.read(file)
    case .chat: return try CHATReader.read(file)
    case .nvivo: return try NVivoReader.read(file)
    case .json: return try SpeechJSONReader.read(file)
    case .tsv: return try SpeechTableReader.read(file)
    case .otranscribe: return try OTranscribeReader.read(file)
    case .plain, .f4, .atrain, .inqscribe, .transana, .docx, .odt, .rtf, .pdf:
      return try PlainTextReader.read(file)
    }
  }
}

/// A decoded file on its way to a reader.
struct TextFile {
  let name: String
  let text: DecodedText
  var format: TranscriptFormat
  let known: Set<String>
  var bytes: [UInt8] { text.bytes }

  /// What a reader hands back; notes of the decoding come first.
  func transcript(
    _ text: TranscriptText, speakers: [SpeakerCandidate], notes: [String], guesses: [String] = [],
    rendered: Bool
  ) throws(ImportError) -> ImportedTranscript {
    let (source, turns) = try text.finished(file: name, endsWithNewline: rendered)
    let guesses = self.text.guesses + guesses
    return ImportedTranscript(
      text: source, turns: turns, format: format, encoding: self.text.encoding, speakers: speakers,
      notes: guesses + self.text.notes + notes, guesses: guesses)
  }
}
