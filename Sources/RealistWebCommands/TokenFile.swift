import CommandKit
import Glibc
import LoopbackServer
import RealistConsole

/// A token that is kept from one run to the next, in a file that only its owner can read.
enum TokenFile {
  /// The token in a file, which is made when it is not there.
  ///
  /// - Parameter name: the path as the user wrote it, for the error.
  static func token(in path: String, named name: String) throws -> AccessToken {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST { return try kept(in: path, named: name) }
    guard file >= 0 else {
      throw FileAccess.failure("cannot be written", name: name, exitCode: Exit.cannotCreate)
    }
    defer { close(file) }
    let token = AccessToken.random()
    let line = Array((token.text + "\n").utf8)
    guard write(file, line, line.count) == line.count else {
      throw FileAccess.failure("cannot be written", name: name, exitCode: Exit.inputOutput)
    }
    return token
  }

  private static func kept(in path: String, named name: String) throws -> AccessToken {
    let bytes = try FileAccess.read(path, named: name, limit: 1 << 20)
    guard let line = String(validating: bytes, as: UTF8.self)?.split(separator: "\n").first,
      let token = AccessToken(String(line))
    else {
      throw Failure(
        "\(name): this is no token", hint: "name a file that is not there, and it is made",
        exitCode: Exit.badData)
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw Failure(
        "\(name): others can read the token", hint: "chmod 600 \(name)", exitCode: Exit.badData)
    }
    return token
  }
}
