import RealistFormats

/// Which reader a file is for, by its content; the ending of its name decides only where the content leaves it open.
enum FormatDetection {
  /// The format of a document that is not text in one charset; a ZIP archive counts as Word until it is opened. `nil` for text.
  ///
  /// - Throws: ``ImportError/unsupported(file:kind:)`` for kinds of files that no reader is for.
  static func documentFormat(_ bytes: [UInt8], fileName: String, format: TranscriptFormat?)
    throws(ImportError) -> TranscriptFormat?
  {
    if let format { return [.docx, .odt, .rtf, .pdf].contains(format) ? format : nil }
    if isArchive(bytes) { return .docx }
    if isPDF(bytes) { return .pdf }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
    if let kind = foreignKind(bytes) { throw .unsupported(file: fileName, kind: kind) }
    switch ending(fileName) {
    case "docx": return .docx
    case "odt": return .odt
    default: return nil
    }
  }

  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4b, 0x05, 0x06])
  }

  static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  /// Kinds that begin with a signature of their own.
  private static func foreignKind(_ bytes: [UInt8]) -> ForeignKind? {
    let signatures: [(ForeignKind, [UInt8])] = [
      (.sqlite, Array("SQLite format 3\0".utf8)),
      (.oldWord, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), (.recording, Array("ID3".utf8) + [0x03]),
      (.recording, Array("ID3".utf8) + [0x04]), (.recording, Array("OggS\0".utf8)),
      (.recording, Array("fLaC\0".utf8)),
      (.recording, [0x1a, 0x45, 0xdf, 0xa3]),
    ]
    if let found = signatures.first(where: { bytes.starts(with: $0.1) }) { return found.0 }
    let start = bytes.prefix(12).dropFirst(4)
    if start.starts(with: Array("ftyp".utf8)) { return .recording }
    if bytes.starts(with: Array("RIFF".utf8)), start.dropFirst(4).starts(with: Array("WAVE".utf8)) {
      return .recording
    }
    return nil
  }

  /// The format of a decoded text.
  static func textFormat(_ bytes: [UInt8], fileName: String) -> TranscriptFormat {
    if Scan.has("WEBVTT", bytes, at: 0, before: bytes.count) { return .webvtt }
    let lines = firstLines(bytes, count: 40)
    let ending = ending(fileName)
    if let format = markupFormat(bytes, ending) ?? rowFormat(bytes, lines) { return format }
    switch ending {
    case "vtt": return .webvtt
    case "cha": return .chat
    default: break
    }
    if beginsWithTiming(bytes, lines) || ending == "srt" { return .srt }
    if ending == "md" || ending == "markdown" || hasBoldLabels(bytes, lines) { return .markdown }
    return .plain
  }

  /// Web pages and JSON.
  private static func markupFormat(_ bytes: [UInt8], _ ending: String) -> TranscriptFormat? {
    let content = Scan.trimmed(bytes, bytes.indices)
    let start = Scan.string(bytes, content.prefix(400)).lowercased()
    switch start.first {
    case "<":
      let tag = start.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "!" || $0 == "-" }
      return HTMLPage.opens(with: String(tag)) || ending == "html" || ending == "htm" ? .html : nil
    case "{":
      guard start.dropFirst().first(where: { !$0.isWhitespace }) == "\"" else { return nil }
      if ending == "otr" || Scan.find("\"media-time\"", bytes, in: bytes.indices) != nil {
        return .otranscribe
      }
      return .json
    case "[":
      return start.dropFirst().first { !$0.isWhitespace } == "{" ? .json : nil
    default:
      return nil
    }
  }

  /// Formats whose lines are rows.
  private static func rowFormat(_ bytes: [UInt8], _ lines: [Range<Int>]) -> TranscriptFormat? {
    guard let first = lines.first else { return nil }
    if ["@UTF8", "@Begin"].contains(Scan.string(bytes, first)) { return .chat }
    if SpeechTableReader.isHeader(bytes, first) { return .tsv }
    if SubViewerReader.timing(bytes, first) != nil { return .sbv }
    return TimespanRows.areIn(bytes, lines) ? .nvivo : nil
  }

  /// The first lines with something in them.
  private static func firstLines(_ bytes: [UInt8], count: Int) -> [Range<Int>] {
    var (result, start) = ([Range<Int>](), 0)
    while start < bytes.count, result.count < count {
      let end = bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
      let line = Scan.trimmed(bytes, start..<end)
      if !line.isEmpty { result.append(line) }
      start = end + 1
    }
    return result
  }

  /// A timing line first, or second after a number.
  private static func beginsWithTiming(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Bool {
    guard let first = lines.first else { return false }
    if CueTiming(bytes, first) != nil { return true }
    return lines.count > 1 && bytes[first].allSatisfy(ASCII.isDigit) && CueTiming(bytes, lines[1]) != nil
  }

  /// Two or more lines that begin with `**Name:**`.
  private static func hasBoldLabels(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Bool {
    let bold = lines.count { line in
      guard Scan.has("**", bytes, at: line.lowerBound, before: line.upperBound),
        let close = Scan.find("**", bytes, in: (line.lowerBound + 2)..<line.upperBound)
      else { return false }
      return bytes[close - 1] == ASCII.colon
        || Scan.has(":", bytes, at: close + 2, before: line.upperBound)
    }
    return bold > 1
  }

  static func ending(_ fileName: String) -> String {
    guard let point = fileName.lastIndex(of: ".") else { return "" }
    return fileName[fileName.index(after: point)...].lowercased()
  }
}
