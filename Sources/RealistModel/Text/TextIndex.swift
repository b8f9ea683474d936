/// Converts between Unicode scalar, UTF-8 and UTF-16 offsets of one text.
///
/// A checkpoint every 64 bytes keeps the counts before it, so a conversion scans at most 64 bytes. Text that is ASCII throughout needs
/// none. Offsets in UTF-8 and UTF-16 exist only at this type's edges and carry the unit in their label.
public struct TextIndex: Sendable {
  /// Length in Unicode scalars.
  public let scalarCount: Int
  /// Length in bytes of UTF-8.
  public let utf8Count: Int
  /// Length in UTF-16 code units.
  public let utf16Count: Int
  /// Scalars that begin before byte 64 · i; empty for ASCII text.
  private let scalarsBefore: [UInt32]
  /// UTF-16 units of the scalars that begin before byte 64 · i; empty for ASCII text.
  private let utf16Before: [UInt32]

  private static let stride = 64

  /// Reads the whole text once.
  public init(_ text: String) {
    var text = text
    (self.scalarCount, self.utf8Count, self.utf16Count, self.scalarsBefore, self.utf16Before) = text.withUTF8
    {
      bytes -> (Int, Int, Int, [UInt32], [UInt32]) in
      if ByteBlocks.isASCII(bytes) { return (bytes.count, bytes.count, bytes.count, [], []) }
      return Self.count(bytes)
    }
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int, Int, [UInt32], [UInt32]) {
    var (scalars, utf16) = (0, 0)
    var (scalarsBefore, utf16Before) = ([UInt32](), [UInt32]())
    scalarsBefore.reserveCapacity(bytes.count / stride + 1)
    utf16Before.reserveCapacity(bytes.count / stride + 1)
    for start in Swift.stride(from: 0, to: bytes.count, by: stride) {
      scalarsBefore.append(UInt32(scalars))
      utf16Before.append(UInt32(utf16))
      var place = start
      while place < start + stride, place + 8 <= bytes.count {
        let block = ByteBlocks.load(bytes, at: place)
        scalars += ByteBlocks.beginnings(block)
        utf16 += ByteBlocks.beginnings(block) + ByteBlocks.pairs(block)
        place += 8
      }
      for byte in bytes[place..<min(start + stride, bytes.count)] {
        scalars += byte & 0xc0 == 0x80 ? 0 : 1
        utf16 += byte & 0xc0 == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1
      }
    }
    return (scalars, bytes.count, utf16, scalarsBefore, utf16Before)
  }

  private var isASCII: Bool { scalarCount == utf8Count }

  /// The byte at which the scalar of that offset begins; `scalarCount` gives the end. The offset must lie in `0...scalarCount`.
  package func utf8Offset(ofScalar offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard !isASCII, offset < scalarCount else { return offset < scalarCount ? offset : utf8Count }
    let block = lastBlock(scalarsBefore, notAbove: offset)
    var (byte, scalar) = (block * Self.stride, Int(scalarsBefore[block]))
    while scalar + 8 <= offset, byte + 8 <= bytes.count {
      scalar += ByteBlocks.beginnings(ByteBlocks.load(bytes, at: byte))
      byte += 8
    }
    while true {
      if bytes[byte] & 0xc0 != 0x80 {
        if scalar == offset { return byte }
        scalar += 1
      }
      byte += 1
    }
  }

  /// The number of scalars that begin before that byte. The offset must lie in `0...utf8Count`.
  package func scalarOffset(ofUTF8 offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard !isASCII, offset < utf8Count else { return offset < utf8Count ? offset : scalarCount }
    let block = offset / Self.stride
    var scalar = Int(scalarsBefore[block])
    for byte in bytes[(block * Self.stride)..<offset] where byte & 0xc0 != 0x80 { scalar += 1 }
    return scalar
  }

  /// The UTF-16 offset at which the scalar of that offset begins. The offset must lie in `0...scalarCount`.
  package func utf16Offset(ofScalar offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard !isASCII, offset < scalarCount else { return offset < scalarCount ? offset : utf16Count }
    let block = lastBlock(scalarsBefore, notAbove: offset)
    var (byte, scalar, utf16) = (block * Self.stride, Int(scalarsBefore[block]), Int(utf16Before[block]))
    while true {
      if bytes[byte] & 0xc0 != 0x80 {
        if scalar == offset { return utf16 }
        scalar += 1
        utf16 += bytes[byte] >= 0xf0 ? 2 : 1
      }
      byte += 1
    }
  }

  /// The scalar at a UTF-16 offset, `nil` inside a surrogate pair. The offset must lie in `0...utf16Count`.
  package func scalarOffset(ofUTF16 offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !isASCII, offset < utf16Count else { return offset < utf16Count ? offset : scalarCount }
    let block = lastBlock(utf16Before, notAbove: offset)
    var (byte, scalar, utf16) = (block * Self.stride, Int(scalarsBefore[block]), Int(utf16Before[block]))
    while utf16 <= offset {
      if bytes[byte] & 0xc0 != 0x80 {
        if utf16 == offset { return scalar }
        scalar += 1
        utf16 += bytes[byte] >= 0xf0 ? 2 : 1
      }
      byte += 1
    }
    return nil
  }

  /// The last block whose count is at most the offset (binary search).
  private func lastBlock(_ counts: [UInt32], notAbove offset: Int) -> Int {
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(counts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
