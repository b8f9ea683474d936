import RealistFormats
import RealistModel

/// Reads texts with codes written into them.
///
/// qcoder: `(QCODE)words(/QCODE){#code, #other}`, nested as deep as need be. ROCK (Reproducible Open Coding Kit): `[[code]]` or
/// `[[parent>child]]` anywhere on a line codes the line; `[[cid=…]]` and its kin name what the line belongs to.
enum MarkupReader {
  /// Whether a text has codes of either kind in it.
  static func isMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return find("(QCODE)", in: bytes) || (find("[[", in: bytes) && !RockLine.codes(in: text).isEmpty)
  }

  private static func find(_ needle: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(needle.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted)
    }
  }

  static func read(_ bytes: [UInt8], file: String) throws(ExchangeError) -> (ForeignProject, LossReport) {
    let decoded: DecodedText
    do { decoded = try TextDecoder.decode(bytes, fileName: file) } catch { throw .file(error) }
    let isQcoder = find("(QCODE)", in: decoded.bytes)
    var builder = Builder(name: name(of: file), isQcoder: isQcoder)
    if isQcoder { builder.readQcoder(decoded.bytes) } else { builder.readRock(decoded.string) }
    do { return try builder.finished(file: file) } catch { throw .file(error) }
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    guard let point = last.lastIndex(of: "."), point > last.startIndex else { return last }
    return String(last[..<point])
  }

  private struct Builder {
    private var project: ForeignProject
    private var report = LossReport()
    private var source: ForeignDocument
    private var text: [UInt8] = []
    private var length = 0
    private var codes: [String: GUID] = [:]

    init(name: String, isQcoder: Bool) {
      project = ForeignProject(format: isQcoder ? "text with qcoder markup" : "text with ROCK markup")
      project.name = name
      source = ForeignDocument(guid: GUID(naming: "markup source \(name)"), kind: .text)
      source.name = name
    }

    private mutating func append(_ byte: UInt8) {
      text.append(byte)
      if byte & 0xc0 != 0x80 { length += 1 }
    }

    /// The code of a path, with the codes above it.
    private mutating func code(_ path: [String]) -> GUID? {
      var parent: GUID?
      var key = ""
      for name in path where !name.isEmpty {
        key += "\n" + name
        if codes[key] == nil {
          let guid = GUID(naming: "markup code \(key)")
          var code = ForeignCode(guid: guid, name: name)
          code.parent = parent
          codes[key] = guid
          project.codes.append(code)
        }
        parent = codes[key]
      }
      return parent
    }

    private mutating func select(_ range: Range<Int>, _ paths: [[String]]) {
      let found = paths.compactMap { code($0) }
      guard !found.isEmpty, !range.isEmpty else {
        report.add("Selection", .leftOut, "without words or without a code")
        return
      }
      let guid = GUID(
        naming: "\(source.guid) \(range.lowerBound) \(range.upperBound) \(source.selections.count)")
      var selection = ForeignSelection(guid: guid, name: "", start: range.lowerBound, end: range.upperBound)
      selection.codings = found.enumerated().map { place, code in
        ForeignCoding(guid: GUID(naming: "\(guid) \(place)"), code: code)
      }
      source.selections.append(selection)
    }

    // MARK: - qcoder

    mutating func readQcoder(_ bytes: [UInt8]) {
      var open: [Int] = []
      var at = 0
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "("), bytes[at...].starts(with: "(QCODE)".utf8) {
          open.append(length)
          at += 7
        } else if bytes[at] == UInt8(ascii: "("), bytes[at...].starts(with: "(/QCODE)".utf8) {
          at += 8
          let (names, end) = Self.tags(bytes, at: at)
          at = end
          guard let start = open.popLast() else {
            report.add("Mark", .leftOut, "(/QCODE) without a (QCODE)")
            continue
          }
          select(start..<length, names.map { [$0] })
        } else {
          append(bytes[at])
          at += 1
        }
      }
      report.add("Mark", .leftOut, "(QCODE) that is never closed", count: open.count)
    }

    /// `{#one, #two}` and where it ends.
    private static func tags(_ bytes: [UInt8], at start: Int) -> ([String], Int) {
      guard start < bytes.count, bytes[start] == UInt8(ascii: "{"),
        let close = bytes[start...].prefix(2_000).firstIndex(of: UInt8(ascii: "}"))
      else { return ([], start) }
      let inside = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
      let names = inside.split { $0 == "," || $0 == "#" }.map { $0.trimmed }.filter { !$0.isEmpty }
      return (names, close + 1)
    }

    // MARK: - ROCK

    mutating func readRock(_ string: String) {
      for line in string.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("---<<"), line.hasSuffix(">>---") {
          report.add("Section break", .leftOut, "a source has none")
          continue
        }
        let found = RockLine(line)
        let start = length
        for byte in found.words.utf8 { append(byte) }
        if !found.codes.isEmpty { select(start..<length, found.codes) }
        report.add("Identifier", .leftOut, "what a line belongs to", count: found.identifiers)
        append(0x0a)
      }
      if text.last == 0x0a {
        text.removeLast()
        length -= 1
      }
    }

    mutating func finished(file: String) throws(ImportError) -> (ForeignProject, LossReport) {
      source.text = try ForeignText(inline: text, file: file)
      project.sources = [source]
      project.guid = GUID(naming: "markup project \(project.name)")
      return (project, report)
    }
  }
}

/// One line of a ROCK source without its codes.
struct RockLine {
  private(set) var words = ""
  private(set) var codes: [[String]] = []
  private(set) var identifiers = 0

  init(_ line: Substring) {
    var rest = line
    while let open = Self.range(of: "[[", in: rest),
      let close = Self.range(of: "]]", in: rest[open.upperBound...])
    {
      let inside = rest[open.upperBound..<close.lowerBound]
      words += rest[..<open.lowerBound]
      if inside.contains("=") || inside.contains(":") {
        identifiers += 1
      } else if let path = Self.path(inside) {
        codes.append(path)
      } else {
        words += rest[open.lowerBound..<close.upperBound]
      }
      rest = rest[close.upperBound...]
    }
    words += rest
    words = words.trimmed
  }

  /// The codes of a whole text.
  static func codes(in text: String) -> [[String]] {
    text.split(separator: "\n").flatMap { RockLine($0).codes }
  }

  /// Letters, digits, `_`, `-` and `.`, levels separated by `>`.
  private static func path(_ inside: Substring) -> [String]? {
    let parts = inside.split(separator: ">", omittingEmptySubsequences: false).map { $0.trimmed }
    let isPath = parts.allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || "0123456789_-.".unicodeScalars.contains($0)
        }
    }
    return isPath ? parts : nil
  }

  private static func range(of needle: String, in text: Substring) -> Range<Substring.Index>? {
    var at = text.utf8.startIndex
    let wanted = needle.utf8
    while at < text.utf8.endIndex {
      if text.utf8[at...].starts(with: wanted) { return at..<text.utf8.index(at, offsetBy: wanted.count) }
      at = text.utf8.index(after: at)
    }
    return nil
  }
}
