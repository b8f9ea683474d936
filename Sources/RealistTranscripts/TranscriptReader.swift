import RealistFormats
import RealistModel

/// Reads a transcript of any format that there is a reader for.
public enum TranscriptReader {
  /// The largest file, and the longest text, that is read.
  public static let limit = 64 << 20
  /// The most lines of a text file.
  public static let lineLimit = 1_000_000

  /// - Parameters:
  ///   - fileName: names the file in messages; its ending only decides where the content leaves it open.
  ///   - encoding: the charset by name; `nil` means the byte order mark decides, else it is UTF-8.
  ///   - format: the reader to use; `nil` chooses by content.
  ///   - known: names of people who speak in the study, accepted wherever a label has them.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, format: TranscriptFormat? = nil,
    speakers known: Set<String> = []
  ) throws(ImportError) -> ImportedTranscript {
    guard !bytes.isEmpty else { throw .empty(file: fileName) }
    let encoding: TextEncoding? = if let encoding { try TextEncoding(named: encoding) } else { nil }
    if try FormatDetection.isArchive(bytes, fileName: fileName, format: format) {
      return try WordReader.read(bytes, fileName: fileName, known: known)
    }
    guard bytes.count <= limit else { throw .tooLarge(file: fileName, bytes: bytes.count, limit: limit) }
    let decoded = try TextDecoder.decode(bytes, fileName: fileName, encoding: encoding)
    guard !Scan.isBlank(decoded.bytes, decoded.bytes.indices) else { throw .empty(file: fileName) }
    guard decoded.bytes.count(where: { $0 == ASCII.newline }) <= lineLimit else {
      throw .tooManyLines(file: fileName, limit: lineLimit)
    }
    if format == nil, let kind = FormatDetection.foreignText(decoded.bytes) {
      throw .unsupported(file: fileName, kind: kind)
    }
    let found = format ?? FormatDetection.textFormat(decoded.bytes, fileName: fileName)
    let file = TextFile(name: fileName, text: decoded, format: found, known: known)
    switch found {
    case .webvtt: return try WebVTTReader.read(file)
    case .srt: return try SubRipReader.read(file)
    case .markdown: return try MarkdownReader.read(file)
    case .plain, .docx: return try PlainTextReader.read(file)
    }
  }
}

/// A decoded file on its way to a reader.
struct TextFile {
  let name: String
  let text: DecodedText
  let format: TranscriptFormat
  let known: Set<String>
  var bytes: [UInt8] { text.bytes }

  /// What a reader hands back; notes of the decoding come first.
  func transcript(
    _ text: TranscriptText, speakers: [SpeakerCandidate], notes: [String], rendered: Bool
  ) throws(ImportError) -> ImportedTranscript {
    let (source, turns) = try text.finished(file: name, endsWithNewline: rendered)
    return ImportedTranscript(
      text: source, turns: turns, format: format, encoding: self.text.encoding, speakers: speakers,
      notes: self.text.notes + notes)
  }
}
