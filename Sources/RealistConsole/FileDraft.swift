import CommandKit
import Glibc

/// A file that is written piece by piece and appears under its name only when it is complete.
final class FileDraft {
  private let (path, name): (String, String)
  private var file: Int32 = -1
  /// Where it is until it is complete.
  let draft: String

  /// Makes the file, and the folders it lies in.
  ///
  /// - Parameter name: the path as the user wrote it, for errors.
  init(path: String, named name: String) throws {
    (self.path, self.name, draft) = (path, name, path + ".unfinished")
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try FileAccess.makeFolder(String(path[..<slash]), named: name)
    }
    file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw FileAccess.failure("cannot be written", name: name, exitCode: Exit.cannotCreate)
    }
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    unlink(draft)
  }

  func write(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw FileAccess.failure("cannot be written", name: name, exitCode: Exit.inputOutput)
      }
      written += count
    }
  }

  /// Gives the file its name; without this it vanishes.
  func complete() throws {
    let closed = close(file) == 0
    file = -1
    guard closed, rename(draft, path) == 0 else {
      let error = FileAccess.failure("cannot be written", name: name, exitCode: Exit.cannotCreate)
      unlink(draft)
      throw error
    }
  }
}
