extension TextDecoder {
  static func utf16(
    _ bytes: [UInt8], named encoding: TextEncoding, mark: ByteOrderMark?, fileName: String
  ) throws(ImportError) -> DecodedText {
    let order: TextEncoding
    switch (encoding, mark) {
    case (.utf16, .utf16LittleEndian): order = .utf16LittleEndian
    case (.utf16, .utf16BigEndian): order = .utf16BigEndian
    case (.utf16, _): throw .noByteOrderMark(file: fileName)
    default: order = encoding
    }
    let marked = mark?.encoding == order
    var units = UTF16Units(bytes: bytes, offset: marked ? 2 : 0, isBigEndian: order == .utf16BigEndian)
    var result = [UInt8]()
    result.reserveCapacity(bytes.count)
    var (line, column, previous) = (1, 1, Unicode.Scalar(0))
    while let next = units.nextScalar() {
      let place = TextPlace(line: line, column: column)
      guard case .success(let scalar) = next else {
        throw .badUTF16(file: fileName, place: place, encoding: order)
      }
      guard scalar.value != 0 else { throw .containsNull(file: fileName, place: place, looksLike: nil) }
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": (line, column) = (line + 1, 1)
      default: column += 1
      }
      previous = scalar
      result.append(contentsOf: scalar.utf8)
    }
    var notes = marked ? ["the byte order mark was left out"] : []
    if let ends = LineEnds.unify(&result) { notes.append(ends) }
    return DecodedText(bytes: result, encoding: order, notes: notes)
  }
}

/// Reads scalars from bytes of UTF-16.
private struct UTF16Units {
  struct Malformed: Error {}
  let bytes: [UInt8]
  var offset: Int
  let isBigEndian: Bool

  mutating func nextScalar() -> Result<Unicode.Scalar, Malformed>? {
    guard offset < bytes.count else { return nil }
    guard let first = unit() else { return .failure(Malformed()) }
    if let scalar = Unicode.Scalar(first) { return .success(scalar) }
    guard first < 0xdc00, let second = unit(), (0xdc00...0xdfff).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xd800) << 10 + (UInt32(second) - 0xdc00))
    else { return .failure(Malformed()) }
    return .success(scalar)
  }

  private mutating func unit() -> UInt16? {
    guard offset + 1 < bytes.count else { return nil }
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    offset += 2
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}
