/// `xl/sharedStrings.xml`: the texts that cells refer to by number. Readings of Japanese words (`rPh`) are left out.
struct WorkbookStrings: XMLHandler {
  private(set) var all: [String] = []
  private var text: [UInt8] = []
  private var (isInText, isInReading) = (false, false)
  private var size = 0

  var isOverfull: Bool { size > WorkbookCells.limit }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "si": text = []
    case "t": isInText = true
    case "rPh": isInReading = true
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name.local {
    case "si": all.append(WorkbookCells.unescaped(text))
    case "t": isInText = false
    case "rPh": isInReading = false
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText, !isInReading else { return }
    size += bytes.count
    text.append(contentsOf: bytes)
  }
}

/// `xl/styles.xml`: which styles of cells show a number as a date.
struct WorkbookStyles: XMLHandler {
  /// By the number of the style.
  private(set) var dates: [Bool] = []
  private var custom: [String: Bool] = [:]
  private var isInCells = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "numFmt":
      guard let id = attributes["numFmtId"] else { return }
      custom[id] = Self.isDate(attributes["formatCode"] ?? "")
    case "cellXfs": isInCells = true
    case "xf": if isInCells { dates.append(isDate(id: attributes["numFmtId"] ?? "0")) }
    default: break
    }
  }

  mutating func end(_ name: XMLName) { if name.local == "cellXfs" { isInCells = false } }
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Section 18.8.30 lists the numbers that need no definition.
  private func isDate(id: String) -> Bool {
    if let known = custom[id] { return known }
    guard let number = Int(id) else { return false }
    return (14...22).contains(number) || (27...36).contains(number) || (45...47).contains(number)
      || (50...58).contains(number)
  }

  /// Whether a format has a part of a date or a time, outside of quoted words and `[…]`.
  private static func isDate(_ code: String) -> Bool {
    var (quoted, bracketed, skips) = (false, false, false)
    for character in code.lowercased() {
      if skips {
        skips = false
        continue
      }
      switch character {
      case "\\", "_", "*": skips = true
      case "\"": quoted.toggle()
      case "[": bracketed = true
      case "]": bracketed = false
      case "y", "m", "d", "h", "s": if !quoted, !bracketed { return true }
      case ";": return false
      default: break
      }
    }
    return false
  }
}

/// A sheet: its cells as texts.
struct WorkbookCells: XMLHandler {
  /// The most bytes of text, and the most cells.
  static let limit = 64 << 20
  static let cellLimit = 10_000_000
  static let widest = 16_384

  let strings: [String]
  let dates: [Bool]
  let startsIn1904: Bool
  private(set) var rows: [CSVRow] = []
  /// The first row that has a cell out of order.
  private(set) var badRow: Int?
  private var fields: [String] = []
  private var number = 0
  private var cell = (column: 0, kind: "n", style: 0)
  private var text: [UInt8] = []
  private var isInValue = false
  private var (cells, size) = (0, 0)

  init(strings: [String], dates: [Bool], startsIn1904: Bool) {
    (self.strings, self.dates, self.startsIn1904) = (strings, dates, startsIn1904)
  }

  var isOverfull: Bool { size > Self.limit || cells > Self.cellLimit }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "row":
      number = attributes["r"].flatMap { Int($0) } ?? number + 1
      fields = []
    case "c":
      let column = attributes["r"].flatMap { Self.column($0) } ?? fields.count
      if column < fields.count || column >= Self.widest { badRow = badRow ?? number }
      cell = (column, attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
      text = []
    case "v": isInValue = true
    case "t": if cell.kind == "inlineStr" { isInValue = true }
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name.local {
    case "v", "t": isInValue = false
    case "c": endCell()
    case "row":
      if fields.contains(where: { !$0.isEmpty }) { rows.append(CSVRow(fields: fields, line: number)) }
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInValue else { return }
    size += bytes.count
    text.append(contentsOf: bytes)
  }

  private mutating func endCell() {
    guard badRow == nil else { return }
    let value = value()
    guard !value.isEmpty else { return }
    cells += 1 + cell.column - fields.count
    size += value.utf8.count
    while fields.count < cell.column { fields.append("") }
    fields.append(value)
  }

  private func value() -> String {
    switch cell.kind {
    case "s":
      guard let index = Int(String(decoding: text, as: UTF8.self)), strings.indices.contains(index) else {
        return ""
      }
      return strings[index]
    case "inlineStr", "str": return Self.unescaped(text)
    case "b": return text == [0x31] ? "yes" : "no"
    case "e": return ""
    default: return number(String(decoding: text, as: UTF8.self))
    }
  }

  private func number(_ text: String) -> String {
    guard let value = Double(text), value.isFinite else { return text }
    if dates.indices.contains(cell.style), dates[cell.style],
      let date = SerialDate(value, startsIn1904: startsIn1904)
    {
      return date.description
    }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }

  /// `C5` is column 2.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (byte | 0x20) &- 0x61 < 26 else { break }
      column = column * 26 + Int((byte | 0x20) - 0x60)
      if column > widest { return widest }
    }
    return column > 0 ? column - 1 : nil
  }

  /// Excel writes characters that XML has none for as `_x000D_`; CRLF becomes LF, no cell keeps U+0000.
  static func unescaped(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.contains("_x") {
      text = text.replacing("_x000D_", with: "").replacing("_x000A_", with: "\n").replacing(
        "_x0009_", with: "\t"
      )
      .replacing("_x005F_", with: "_")
    }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

/// A date as spreadsheets count it: days since the end of 1899 (with a 29 February 1900 that never was) or since 1904.
struct SerialDate: CustomStringConvertible {
  private let (year, month, day): (Int, Int, Int)
  private let minutes: Int?

  /// `nil` for numbers that are no dates, and for times without a day.
  init?(_ serial: Double, startsIn1904: Bool) {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let days = Int(serial.rounded(.down))
    let rest = Int(((serial - Double(days)) * 1440).rounded())
    // The day on which 1970 began; from 1 March 1900 on, the count is one too high.
    let start = startsIn1904 ? 24_107 : days > 59 ? 25_569 : 25_568
    (year, month, day) = Self.civil(daysSince1970: days - start)
    minutes = rest == 0 ? nil : min(rest, 1439)
  }

  var description: String {
    let date = "\(year)-\(Self.two(month))-\(Self.two(day))"
    return minutes.map { "\(date) \(Self.two($0 / 60)):\(Self.two($0 % 60))" } ?? date
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  private static func civil(daysSince1970 days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
