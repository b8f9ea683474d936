import RealistModel

/// A work of the literature.
public struct Reference: Hashable, Sendable {
  /// The type as RIS has it, e.g. `JOUR`.
  public var type: String
  public var title: String
  public var authors: [String]
  public var year: Int?
  /// Journal, book or publisher.
  public var container: String
  public var doi: String
  public var address: String
  public var abstract: String
  public var notes: [String]
  public var keywords: [String]
  /// Where the record begins, from 1.
  public var line: Int

  /// `Pawson1997`: the first author's family name and the year.
  public var key: String {
    let author = authors.first ?? title
    let family = author.split(separator: ",").first.map(String.init) ?? author
    let letters = family.filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return (letters.isEmpty ? "work" : String(letters.prefix(40))) + (year.map(String.init) ?? "")
  }

  /// What is read and coded: title, who, where, abstract and notes.
  public var text: String {
    let where_ = [year.map { "(\($0))" } ?? "", container].filter { !$0.isEmpty }.joined(separator: " ")
    let by = ([authors.joined(separator: "; ")] + [where_]).filter { !$0.isEmpty }.joined(separator: " ")
    return ([title, by, abstract] + notes).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

/// Reads RIS, the exchange format of reference managers (Zotero, EndNote, Mendeley): `TY  - JOUR` … `ER  -`.
public enum RISReader {
  /// - Returns: the works, and how many lines of other tags were left out.
  /// - Throws: ``ImportError``: the charset, no record at all, a record that never ends.
  public static func read(_ bytes: [UInt8], file: String, encoding: String? = nil) throws(ImportError) -> (
    references: [Reference], notes: [String]
  ) {
    let encoding: TextEncoding? = if let encoding { try TextEncoding(named: encoding) } else { nil }
    let decoded = try TextDecoder.decode(bytes, fileName: file, encoding: encoding, guesses: true)
    var (references, other) = ([Reference](), [String: Int]())
    var open: Reference?
    var tag = ""
    for (number, line) in decoded.string.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let (found, value) = self.tag(of: line) else {
        // A value may go on without a tag.
        let words = String(line).trimmed
        if !words.isEmpty, let record = open, Self.isLong(tag) {
          open = Self.appending(words, to: record, tag)
        }
        continue
      }
      tag = found
      switch tag {
      case "TY":
        if open != nil { throw .badRow(file: file, line: number + 1) }
        open = Reference(
          type: value, title: "", authors: [], year: nil, container: "", doi: "", address: "", abstract: "",
          notes: [], keywords: [], line: number + 1)
      case "ER":
        if let record = open { references.append(record) }
        open = nil
      default:
        guard var record = open else { throw .badRow(file: file, line: number + 1) }
        if !set(tag, value, in: &record) { other[tag, default: 0] += 1 }
        open = record
      }
    }
    guard open == nil else { throw .endsEarly(file: file) }
    guard !references.isEmpty else { throw .noTurns(file: file, format: "RIS") }
    var notes = decoded.guesses
    if !other.isEmpty {
      notes.append("other tags were left out: \(other.keys.sorted().joined(separator: ", "))")
    }
    return (references, notes)
  }

  /// `AU  - Pawson, R.`: two capitals or digits, two spaces, a hyphen.
  private static func tag(of line: Substring) -> (String, String)? {
    let bytes = Array(line.utf8.prefix(6))
    guard bytes.count >= 5, isTagByte(bytes[0]), isTagByte(bytes[1]), bytes[2] == 0x20, bytes[3] == 0x20,
      bytes[4] == 0x2d, bytes.count == 5 || bytes[5] == 0x20
    else { return nil }
    return (String(decoding: bytes[..<2], as: UTF8.self), String(line.dropFirst(5)).trimmed)
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isLong(_ tag: String) -> Bool { ["AB", "N2", "N1", "TI", "T1"].contains(tag) }

  private static func appending(_ words: String, to record: Reference, _ tag: String) -> Reference {
    var record = record
    switch tag {
    case "AB", "N2": record.abstract += "\n" + words
    case "N1": if !record.notes.isEmpty { record.notes[record.notes.count - 1] += "\n" + words }
    default: record.title += " " + words
    }
    return record
  }

  /// Whether the tag is one that is kept.
  private static func set(_ tag: String, _ value: String, in record: inout Reference) -> Bool {
    guard !value.isEmpty else { return true }
    switch tag {
    case "TI", "T1", "CT": if record.title.isEmpty { record.title = value }
    case "BT": if record.title.isEmpty { record.title = value } else { record.container = value }
    case "AU", "A1": record.authors.append(value)
    case "PY", "Y1", "DA": if record.year == nil { record.year = Int(value.prefix { $0.isNumber }) }
    case "JO", "JF", "JA", "T2", "J2", "PB": if record.container.isEmpty { record.container = value }
    case "DO": record.doi = value
    case "UR": if record.address.isEmpty { record.address = value }
    case "AB", "N2": if record.abstract.isEmpty { record.abstract = value }
    case "N1": record.notes.append(value)
    case "KW": record.keywords.append(value)
    default: return false
    }
    return true
  }
}
