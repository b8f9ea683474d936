import RealistModel

/// The checksums of a package, in the form that `sha256sum --check` reads.
public enum Checksums {
  /// Of what lies in `data/`.
  public static let payload = "manifest-sha256.txt"
  /// Of the files beside it.
  public static let tags = "tagmanifest-sha256.txt"

  /// What is wrong with a package.
  public enum Finding: Hashable, Sendable {
    /// A list of checksums is not there or cannot be read; at which line, 0 for the whole.
    case unreadable(String, line: Int)
    case missing(String)
    case changed(String)
    /// A file that no list names.
    case unlisted(String)

    public var message: String {
      switch self {
      case .unreadable(let file, 0): "\(file): the list of checksums is missing or is no text"
      case .unreadable(let file, let line): "\(file):\(line): not a checksum and a path"
      case .missing(let file): "\(file): the file is listed but not there"
      case .changed(let file): "\(file): the file is not what it was when the package was made"
      case .unlisted(let file): "\(file): the file is there but no list names it"
      }
    }
  }

  /// A line for each file, sorted by path. Line breaks and `%` in a path are percent-encoded (RFC 8493, 2.1.3).
  static func manifest(_ files: [String: [UInt8]]) -> [UInt8] {
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return sorted.flatMap { path, bytes in Array("\(SHA256Digest(of: bytes))  \(encoded(path))\n".utf8) }
  }

  /// Compares the files of a package with its lists; empty when all is as it was.
  ///
  /// - Parameter files: the bytes of each file by its path below the package's folder.
  public static func findings(in files: [String: [UInt8]]) -> [Finding] {
    var findings: [Finding] = []
    var listed: Set<String> = [tags]
    for list in [payload, tags] {
      guard let bytes = files[list], let text = String(validating: bytes, as: UTF8.self) else {
        findings.append(.unreadable(list, line: 0))
        continue
      }
      for (number, line) in text.split(separator: "\n").enumerated() {
        guard let (digest, path) = entry(line) else {
          findings.append(.unreadable(list, line: number + 1))
          continue
        }
        listed.insert(path)
        guard let content = files[path] else {
          findings.append(.missing(path))
          continue
        }
        if SHA256Digest(of: content).description != digest { findings.append(.changed(path)) }
      }
    }
    return findings + files.keys.filter { !listed.contains($0) }.sorted().map { .unlisted($0) }
  }

  /// 64 digits, white space, a path.
  private static func entry(_ line: Substring) -> (digest: String, path: String)? {
    let digest = line.prefix(64)
    let rest = line.dropFirst(64)
    guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit), let first = rest.first, first == " "
    else {
      return nil
    }
    let path = rest.drop { $0 == " " || $0 == "*" }
    return path.isEmpty ? nil : (digest.lowercased(), decoded(path))
  }

  private static func encoded(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
  }

  private static func decoded(_ path: Substring) -> String {
    String(path).replacing("%0A", with: "\n").replacing("%0D", with: "\r").replacing("%25", with: "%")
  }
}
