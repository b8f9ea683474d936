import RealistModel

/// Where the files of each source lie in a study folder.
///
/// A source's name is its file name, but for characters that file systems refuse or folders are made of: those, and a dot at the
/// beginning, are written as `%` and two hexadecimal digits for each byte.
enum FolderPaths {
  static func text(of source: String) -> String { "sources/\(fileName(source)).txt" }

  static func text(of source: String, revision: Int) -> String {
    "sources/\(fileName(source)).r\(revision).txt"
  }

  /// The path of an original, below its source's own folder when the plain place is taken.
  static func original(_ name: String, of source: String, revision: Int?, taken: inout Set<String>) -> String
  {
    let plain = "originals/\(fileName(name))"
    if revision == nil, taken.insert(plain.lowercased()).inserted { return plain }
    let folder = fileName(source) + (revision.map { ".r\($0)" } ?? "")
    let own = "originals/\(folder)/\(fileName(name))"
    taken.insert(own.lowercased())
    return own
  }

  /// The name of a file from its path, without what ``fileName(_:)`` did to it.
  static func name(ofPath path: String) -> String {
    let last = path.split(separator: "/").last.map { Array($0.utf8) } ?? []
    var (bytes, at) = ([UInt8](), 0)
    while at < last.count {
      let pair = last[at...].dropFirst().prefix(2)
      if last[at] == UInt8(ascii: "%"), pair.count == 2,
        let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        at += 3
      } else {
        bytes.append(last[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func fileName(_ name: String) -> String {
    var result = ""
    for (position, scalar) in name.unicodeScalars.enumerated() {
      let isUnsafe =
        scalar.value < 0x20 || scalar.value == 0x7f || "/\\:*?\"<>|%".unicodeScalars.contains(scalar)
        || position == 0 && scalar == "."
      guard isUnsafe else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
