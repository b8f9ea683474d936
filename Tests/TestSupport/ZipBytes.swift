/// Writes ZIP archives byte by byte, wrong ones too.
public struct ZipBytes: Sendable {
  public struct Entry: Sendable {
    public var name: String
    /// As it is stored.
    public var data: [UInt8]
    public var size: Int
    public var checksum: UInt32
    /// 0 stored, 8 deflated.
    public var method: UInt16 = 0
    public var flags: UInt16 = 0x0800
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  public mutating func add(_ name: String, _ data: [UInt8], claiming size: Int? = nil, flags: UInt16 = 0x0800)
  {
    entries.append(
      Entry(name: name, data: data, size: size ?? data.count, checksum: Self.checksum(data), flags: flags))
  }

  /// An entry of `count` times one letter, deflated about 158 times.
  public mutating func addRepeated(_ name: String, _ letter: UInt8, count: Int, claiming size: Int? = nil) {
    let repeats = (count - 1) / 258
    let all = [UInt8](repeating: letter, count: 1 + repeats * 258)
    var bits = BitWriter()
    bits.write(0b1, count: 1)  // the last block
    bits.write(0b01, count: 2)  // fixed codes
    bits.writeCode(0x30 + UInt32(letter), count: 8)
    for _ in 0..<repeats {
      bits.writeCode(0b1100_0101, count: 8)  // length 258
      bits.writeCode(0, count: 5)  // distance 1
    }
    bits.writeCode(0, count: 7)
    entries.append(
      Entry(name: name, data: bits.finished, size: size ?? all.count, checksum: Self.checksum(all), method: 8)
    )
  }

  public var bytes: [UInt8] {
    var (result, directory) = ([UInt8](), [UInt8]())
    for entry in entries {
      let offset = result.count
      var common =
        little16(20) + little16(entry.flags) + little16(entry.method) + little16(0) + little16(0x21)
      common += little32(entry.checksum) + little32(UInt32(entry.data.count)) + little32(UInt32(entry.size))
      common += little16(UInt16(entry.name.utf8.count)) + little16(0)
      result += [0x50, 0x4b, 0x03, 0x04] + common + Array(entry.name.utf8) + entry.data
      directory += [0x50, 0x4b, 0x01, 0x02] + little16(20) + common + little16(0) + little16(0) + little16(0)
      directory += little32(0) + little32(UInt32(offset)) + Array(entry.name.utf8)
    }
    let start = result.count
    let count = little16(UInt16(truncatingIfNeeded: entries.count))
    return result + directory + [0x50, 0x4b, 0x05, 0x06] + little16(0) + little16(0) + count + count
      + little32(UInt32(directory.count)) + little32(UInt32(start)) + little16(0)
  }

  private func little16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8)] }
  private func little32(_ value: UInt32) -> [UInt8] {
    little16(UInt16(value & 0xffff)) + little16(UInt16(value >> 16))
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xff)] ^ ($0 >> 8) }
  }
}

/// Bits as deflate wants them: from the lowest of each byte.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var current: UInt8 = 0
  private var filled = 0

  mutating func write(_ value: UInt32, count: Int) {
    for bit in 0..<count { append(value >> UInt32(bit) & 1) }
  }

  /// Huffman codes go from their highest bit.
  mutating func writeCode(_ value: UInt32, count: Int) {
    for bit in (0..<count).reversed() { append(value >> UInt32(bit) & 1) }
  }

  private mutating func append(_ bit: UInt32) {
    current |= UInt8(bit) << UInt8(filled)
    filled += 1
    if filled == 8 {
      bytes.append(current)
      (current, filled) = (0, 0)
    }
  }

  var finished: [UInt8] { filled == 0 ? bytes : bytes + [current] }
}

/// The smallest DOCX files that Word would open.
public enum WordFile {
  public static let relationships =
    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"

  public static func document(_ body: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>\(body)</w:body></w:document>"
  }

  public static func zip(_ body: String) -> ZipBytes {
    var zip = ZipBytes()
    zip.add("_rels/.rels", relationships)
    zip.add("word/document.xml", document(body))
    return zip
  }

  public static func bytes(_ body: String) -> [UInt8] { zip(body).bytes }

  /// Paragraphs of one run each; `\n` is a line break, `\t` a tab.
  public static func paragraphs(_ texts: [String]) -> String {
    texts.map { text in
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        ">", with: "&gt;")
      let broken = escaped.replacing("\n", with: "</w:t><w:br/><w:t>").replacing(
        "\t", with: "</w:t><w:tab/><w:t>")
      return "<w:p><w:r><w:t xml:space=\"preserve\">\(broken)</w:t></w:r></w:p>"
    }.joined()
  }
}
