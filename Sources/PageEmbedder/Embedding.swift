import Glibc

/// What cannot be embedded, with the place first.
enum EmbeddingError: Error, CustomStringConvertible {
  case noOutput
  case system(String, errno: Int32)
  /// A string literal turns CR LF into LF, and U+0000 is not text.
  case notPlainText(String)

  var description: String {
    switch self {
    case .noOutput: "no output file is named"
    case .system(let path, let number): "\(path): \(String(cString: strerror(number)))"
    case .notPlainText(let path): "\(path): is not UTF-8 text with line feeds alone"
    }
  }
}

/// The whole file.
func source(_ entries: [String]) -> String {
  """
  /// The files of the page by name; made from the folder Page by the build.
  enum PageFiles {
    static let all: [String: StaticString] = [
  \(entries.joined(separator: "\n"))
    ]
  }

  """
}

/// A dictionary entry: the name of a file and its text in a raw literal that nothing in it can end.
func entry(of path: String) throws(EmbeddingError) -> String {
  let bytes = try read(path)
  guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0),
    !bytes.contains(UInt8(ascii: "\r"))
  else { throw .notPlainText(path) }
  let name = path.split(separator: "/").last ?? ""
  let fence = String(repeating: "#", count: longestRun(of: UInt8(ascii: "#"), in: bytes) + 1)
  return "#\"\(name)\"#: \(fence)\"\"\"\n\(text)\n\"\"\"\(fence),"
}

private func longestRun(of byte: UInt8, in bytes: [UInt8]) -> Int {
  var (longest, current) = (0, 0)
  for other in bytes {
    current = other == byte ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}

func write(_ text: String, to path: String) throws(EmbeddingError) {
  guard let file = fopen(path, "w") else { throw .system(path, errno: errno) }
  let isWritten = fputs(text, file) >= 0
  guard fclose(file) == 0, isWritten else { throw .system(path, errno: errno) }
}

private func read(_ path: String) throws(EmbeddingError) -> [UInt8] {
  guard let file = fopen(path, "r") else { throw .system(path, errno: errno) }
  defer { fclose(file) }
  var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  if ferror(file) != 0 { throw .system(path, errno: errno) }
  return bytes
}
