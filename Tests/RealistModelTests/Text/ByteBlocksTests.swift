import Testing

@testable import RealistModel

@Suite("Eight bytes at a time")
struct ByteBlocksTests {
  /// Texts whose scalars of one to four bytes come to lie at every place of a block.
  private static let texts: [String] = (0..<24).flatMap { before in
    ["e", "é", "…", "🙂", "a\u{301}🙂b", "🙂🙂🙂", "لا شيء", String(repeating: "日本🙂x", count: 9)].map {
      String(repeating: "x", count: before) + $0 + String(repeating: "y", count: 23 - before)
    }
  }

  @Test("counts and offsets are those that Swift's own views give", arguments: texts)
  func index(text: String) throws {
    let source = try SourceText(text)
    let index = source.index
    #expect(index.scalarCount == text.unicodeScalars.count && index.utf8Count == text.utf8.count)
    #expect(index.utf16Count == text.utf16.count)
    for (offset, place) in text.unicodeScalars.indices.enumerated() {
      let byte = text.utf8.distance(from: text.startIndex, to: place)
      #expect(source.utf8Offset(ofScalar: offset) == byte)
      #expect(source.scalarOffset(ofUTF8: byte) == offset)
      #expect(source.utf16Offset(ofScalar: offset) == text.utf16.distance(from: text.startIndex, to: place))
    }
  }

  @Test("a byte is found at every place, and bytes next to it in value are not taken for it")
  func find() {
    for length in 0...20 {
      let bytes = [UInt8](repeating: 0x0e, count: length) + [0x01, 0x0c, 0x80, 0x8d, 0xff]
      #expect(bytes.withUnsafeBufferPointer { ByteBlocks.firstIndex(of: 0, or: 0x0d, in: $0) } == nil)
      for place in bytes.indices {
        for byte in [0x00, 0x0d] as [UInt8] {
          var bytes = bytes
          bytes[place] = byte
          bytes.append(0)
          #expect(bytes.withUnsafeBufferPointer { ByteBlocks.firstIndex(of: 0, or: 0x0d, in: $0) } == place)
        }
        var bytes = bytes.map { $0 & 0x7f }
        #expect(bytes.withUnsafeBufferPointer(ByteBlocks.isASCII))
        bytes[place] |= 0x80
        #expect(!bytes.withUnsafeBufferPointer(ByteBlocks.isASCII))
      }
    }
  }
}
