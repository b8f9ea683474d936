import RealistModel

/// One row of a delimited file, with the line it begins on.
public struct CSVRow: Hashable, Sendable {
  public var fields: [String]
  /// From 1; a quoted line break makes the next row begin more than one line further on.
  public var line: Int

  public init(fields: [String], line: Int) { (self.fields, self.line) = (fields, line) }
}

/// Reads comma, semicolon or tab separated bytes (RFC 4180).
///
/// The file is UTF-8 with or without a byte order mark; lines end in LF or CRLF. A quote inside a field that does not begin with one is
/// an ordinary character. In a file with CRLF line ends, quoted line breaks are read as LF. Lines without any character are skipped.
public enum CSVReader {
  /// The rows of a file; linear in its size.
  ///
  /// - Parameter delimiter: `nil` finds it in the first line, see ``delimiter(of:)``.
  public static func rows(_ bytes: [UInt8], delimiter: UInt8? = nil) throws(CSVError) -> [CSVRow] {
    if let bad = UTF8Validator.firstError(in: bytes) {
      let place = TextPlace(ofByte: bad, in: bytes)
      throw CSVError(line: place.line, column: place.column, kind: .notUTF8(byte: bytes[bad]))
    }
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    let separator = delimiter ?? Self.delimiter(of: bytes)
    return try bytes.withUnsafeBufferPointer { buffer throws(CSVError) in
      var scanner = Scanner(bytes: buffer, at: start, delimiter: separator)
      return try scanner.rows()
    }
  }

  /// What a file may separate its fields with.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The delimiter of a file: whichever of comma, semicolon and tab is most frequent outside quotes in the first line that is not empty; comma when
  /// there is none.
  public static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let candidates = delimiters
    var counts = [0, 0, 0]
    var quoted = false
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    for byte in bytes[start...].drop(while: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: "\n") { break }
      if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at: Int
    let delimiter: UInt8
    var line = 1
    /// Whether rows end in CRLF; known after the first row.
    var endsInCRLF = false

    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    init(bytes: UnsafeBufferPointer<UInt8>, at: Int, delimiter: UInt8) {
      (self.bytes, self.at, self.delimiter) = (bytes, at, delimiter)
    }

    mutating func rows() throws(CSVError) -> [CSVRow] {
      var rows: [CSVRow] = []
      while at < bytes.count {
        if skipLineEnd() { continue }
        let line = line
        var fields: [String] = []
        fields.reserveCapacity(rows.last?.fields.count ?? 8)
        repeat { fields.append(try field()) } while skipDelimiter()
        if at < bytes.count { _ = skipLineEnd() }
        rows.append(CSVRow(fields: fields, line: line))
      }
      return rows
    }

    mutating func skipDelimiter() -> Bool {
      guard at < bytes.count, bytes[at] == delimiter else { return false }
      at += 1
      return true
    }

    var isAtLineEnd: Bool {
      at >= bytes.count || bytes[at] == Self.lineFeed
        || bytes[at] == Self.carriageReturn && at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
        || bytes[at] == Self.carriageReturn && at + 1 == bytes.count
    }

    mutating func skipLineEnd() -> Bool {
      guard at < bytes.count, isAtLineEnd else { return false }
      if bytes[at] == Self.carriageReturn {
        at += 1
        endsInCRLF = true
      }
      if at < bytes.count, bytes[at] == Self.lineFeed { at += 1 }
      line += 1
      return true
    }

    mutating func field() throws(CSVError) -> String {
      guard at < bytes.count, bytes[at] == Self.quote else {
        let start = at
        while !isAtLineEnd, bytes[at] != delimiter { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
      }
      return try quotedField()
    }

    mutating func quotedField() throws(CSVError) -> String {
      let (openedLine, opened) = (line, at)
      at += 1
      var start = at
      var text = ""
      while true {
        guard at < bytes.count else {
          let column = TextPlace(ofByte: opened, in: bytes).column
          throw CSVError(line: openedLine, column: column, kind: .unclosedQuote)
        }
        switch bytes[at] {
        case Self.quote:
          text += String(decoding: bytes[start..<at], as: UTF8.self)
          at += 1
          guard at < bytes.count, bytes[at] == Self.quote else { return try closed(text) }
          start = at
        case Self.lineFeed:
          line += 1
          if endsInCRLF, at > start, bytes[at - 1] == Self.carriageReturn {
            text += String(decoding: bytes[start..<at - 1], as: UTF8.self)
            start = at
          }
        default: break
        }
        at += 1
      }
    }

    func closed(_ text: String) throws(CSVError) -> String {
      guard isAtLineEnd || bytes[at] == delimiter else {
        throw CSVError(
          line: line, column: TextPlace(ofByte: at, in: bytes).column, kind: .textAfterQuote)
      }
      return text
    }
  }
}

/// Why bytes are no delimited file.
public struct CSVError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case notUTF8(byte: UInt8)
    case unclosedQuote
    case textAfterQuote
  }

  /// Both from 1.
  public var line: Int
  public var column: Int
  public var kind: Kind

  public init(line: Int, column: Int, kind: Kind) {
    (self.line, self.column, self.kind) = (line, column, kind)
  }
}
