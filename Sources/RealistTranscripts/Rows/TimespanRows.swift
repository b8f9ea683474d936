import RealistFormats

/// NVivo's transcript rows: a timespan, the words, perhaps a speaker; from a table of a document or from lines with tabs. INTEROP, section 3.
struct TimespanRows {
  private(set) var transcript = CaptionTranscript(pieces: [])
  var speakers: [SpeakerCandidate] { transcript.namedSpeakers }

  private enum Column { case time, words, speaker, other }

  /// The rows of a document's tables; `nil` when they are no such rows.
  init?(_ paragraphs: [DocumentParagraph]) {
    let rows = paragraphs.filter { $0.cells.count > 1 }.map(\.cells)
    guard !rows.isEmpty, let found = TimespanRows(rows) else { return nil }
    self = found
    let others = paragraphs.count { $0.cells.isEmpty && !Scan.isBlank($0.text, $0.text.indices) }
    if others > 0 {
      transcript.notes.append(
        "\(others) \(others == 1 ? "paragraph" : "paragraphs") outside of the table left out")
    }
  }

  /// `nil` unless nearly every row has a time in the same column.
  init?(_ rows: [[[UInt8]]]) {
    guard let columns = Self.columns(rows) else { return nil }
    let isHeaded = Self.names(rows[0]).contains(.time)
    for row in rows.dropFirst(isHeaded ? 1 : 0) {
      guard let time = columns.firstIndex(of: .time), let words = columns.firstIndex(of: .words),
        words < row.count
      else { continue }
      let span = time < row.count ? Timespan(row[time]) : nil
      let cue = Cue(begins: span?.begins ?? 0, ends: span?.ends ?? -1, line: 0, payload: [])
      let speaker = columns.firstIndex(of: .speaker).flatMap { $0 < row.count ? row[$0] : nil } ?? []
      let name = SpeakerLabel.name(speaker, speaker.indices)
      var piece = CaptionPiece(cue: cue, speaker: name.isEmpty ? nil : name, words: row[words])
      (piece.hasBeginning, piece.hasEnd) = (span != nil, span?.ends != nil)
      transcript.pieces.append(piece)
    }
    guard transcript.pieces.contains(where: { !Scan.isBlank($0.words, $0.words.indices) }) else { return nil }
  }

  /// What each column is: by its heading, else by what stands in it.
  private static func columns(_ rows: [[[UInt8]]]) -> [Column]? {
    guard let first = rows.first else { return nil }
    let named = names(first)
    if named.contains(.time), named.contains(.words) { return named }
    // Without headings: time, words, speaker, as NVivo writes them.
    let width = first.count
    guard width == 2 || width == 3, rows.allSatisfy({ $0.count <= width }) else { return nil }
    let timed = rows.count { row in row.first.flatMap { Timespan($0) }?.ends != nil }
    guard timed > 0, timed * 10 >= rows.count * 9 else { return nil }
    return [.time, .words] + (width == 3 ? [.speaker] : [])
  }

  private static func names(_ row: [[UInt8]]) -> [Column] {
    row.map { cell in
      switch SpeakerLabel.name(cell, cell.indices).lowercased() {
      case "timespan", "time span", "timespans", "zeitspanne", "intervalle de temps", "intervalo de tiempo",
        "período de tempo":
        .time
      case "content", "transcript", "inhalt", "contenu", "contenido", "conteúdo": .words
      case "speaker", "sprecher", "locuteur", "orador", "altavoz", "name": .speaker
      default: .other
      }
    }
  }

  /// Whether the first lines of a text are such rows.
  static func areIn(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Bool {
    let rows = lines.map { cells(bytes, $0) }
    guard rows.count > 1, rows.allSatisfy({ $0.count > 1 }), let columns = columns(rows) else { return false }
    return rows.dropFirst().contains { row in
      columns.firstIndex(of: .time).map { $0 < row.count && Timespan(row[$0]) != nil } == true
    }
  }

  static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [[UInt8]] {
    bytes[line].split(separator: ASCII.tab, omittingEmptySubsequences: false).map { cell in
      Array(cell[Scan.trimmed(bytes, cell.startIndex..<cell.endIndex)])
    }
  }
}

/// `0:00.0 - 0:04.3`, `0:00/0:04`, `75`, `[1:06]`, `#1:06#`: times to a tenth of a second, or whole seconds.
struct Timespan {
  let begins: Int
  let ends: Int?

  init?(_ bytes: [UInt8]) {
    let marks: Set<UInt8> = [UInt8(ascii: "#"), ASCII.openBracket, ASCII.closeBracket]
    let bytes = bytes.filter { !marks.contains($0) }
    let content = Scan.trimmed(bytes, bytes.indices)
    guard let first = Self.time(bytes, at: content.lowerBound, before: content.upperBound) else { return nil }
    begins = first.milliseconds
    var offset = Scan.skipBlanks(bytes, first.end..<content.upperBound)
    guard offset < content.upperBound else {
      ends = nil
      return
    }
    if bytes[offset] == ASCII.hyphen || bytes[offset] == UInt8(ascii: "/") {
      offset += 1
    } else if Scan.has("–", bytes, at: offset, before: content.upperBound) {
      offset += 3
    } else {
      return nil
    }
    offset = Scan.skipBlanks(bytes, offset..<content.upperBound)
    guard let second = Self.time(bytes, at: offset, before: content.upperBound),
      second.end == content.upperBound
    else { return nil }
    ends = second.milliseconds
  }

  /// A time, or a number of seconds; `1:6` is `1:06`.
  private static func time(_ bytes: [UInt8], at start: Int, before limit: Int) -> (
    milliseconds: Int, end: Int
  )? {
    var (parts, offset) = ([Int](), start)
    while parts.count < 3, offset < limit, ASCII.isDigit(bytes[offset]) {
      var value = 0
      let first = offset
      while offset < limit, offset - first < 6, ASCII.isDigit(bytes[offset]) {
        value = value * 10 + Int(bytes[offset] - ASCII.zero)
        offset += 1
      }
      parts.append(value)
      guard offset + 1 < limit, bytes[offset] == ASCII.colon, ASCII.isDigit(bytes[offset + 1]) else { break }
      offset += 1
    }
    guard !parts.isEmpty, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    var milliseconds = parts.reduce(0) { $0 * 60 + $1 } * 1000
    if offset + 1 < limit, bytes[offset] == ASCII.point || bytes[offset] == ASCII.comma,
      ASCII.isDigit(bytes[offset + 1])
    {
      var weight = 100
      offset += 1
      while offset < limit, ASCII.isDigit(bytes[offset]) {
        milliseconds += Int(bytes[offset] - ASCII.zero) * weight
        (weight, offset) = (weight / 10, offset + 1)
      }
    }
    return (milliseconds, offset)
  }
}
