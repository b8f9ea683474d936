import RealistModel

/// A text as a file of the project, and where its places are in it.
struct WrittenText {
  let bytes: [UInt8]
  private let map: (Int) -> Int

  init(_ text: SourceText, _ profile: ExportProfile) {
    guard profile == .nvivo else {
      bytes = Array(text.string.utf8)
      map = { $0 }
      return
    }
    var bytes: [UInt8] = [0xef, 0xbb, 0xbf]
    var breaks: [Int] = []
    var scalar = 0
    for byte in text.string.utf8 {
      if byte == 0x0a {
        bytes.append(0x0d)
        breaks.append(scalar)
      }
      bytes.append(byte)
      if byte & 0xc0 != 0x80 { scalar += 1 }
    }
    self.bytes = bytes
    map = { place in
      var (low, high) = (0, breaks.count)
      while low < high {
        let middle = (low + high) / 2
        if breaks[middle] < place { low = middle + 1 } else { high = middle }
      }
      return text.utf16Offset(ofScalar: place) + low
    }
  }

  /// A scalar offset in the units of the program it is written for.
  func place(_ scalar: Int) -> Int { map(scalar) }
}
