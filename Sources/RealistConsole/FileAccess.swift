import CommandKit
import Glibc

/// Reading and writing the files that commands are given.
package enum FileAccess {
  /// The bytes of a file; `-` is not special here.
  ///
  /// - Parameters:
  ///   - name: the path as the user wrote it, for the error.
  ///   - limit: larger files are refused, in bytes.
  package static func read(_ path: String, named name: String, limit: Int = 512 << 20) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot be read", name: name, exitCode: Exit.noInput) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw failure("cannot be read", name: name, exitCode: Exit.noInput)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(
        "\(name): this is a folder", hint: "name the files in it: \(name)/*", exitCode: Exit.noInput)
    }
    guard status.st_size <= limit else {
      throw Failure(
        "\(name): the file has \(status.st_size >> 20) MB; the most is \(limit >> 20) MB",
        exitCode: Exit.badData)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("cannot be read", name: name, exitCode: Exit.inputOutput) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes a file so that it is there as a whole or not at all; the folders it lies in are made.
  package static func write(_ bytes: [UInt8], to path: String, named name: String) throws {
    let draft = try FileDraft(path: path, named: name)
    try draft.write(bytes)
    try draft.complete()
  }

  /// Makes a folder with the folders above it; one that is there is no error.
  package static func makeFolder(_ path: String, named name: String) throws {
    var walked = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      walked += (walked.isEmpty || walked.hasSuffix("/") ? "" : "/") + part
      if mkdir(walked, 0o755) != 0, errno != EEXIST {
        throw failure("cannot be written", name: name, exitCode: Exit.cannotCreate)
      }
    }
  }

  /// The names in a folder, without `.` and `..`, in no order.
  package static func names(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else {
      throw failure("cannot be read", name: folder, exitCode: Exit.noInput)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The directory of this process; empty when it cannot be told.
  static var processDirectory: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Removes a file; one that is not there is no error.
  package static func remove(_ path: String) { unlink(path) }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Every file below a folder, with its path relative to it, sorted; hidden files and folders are left out.
  package static func files(below folder: String, under prefix: String = "") throws -> [String] {
    var files: [String] = []
    for name in try names(in: folder).sorted() where !name.hasPrefix(".") {
      let (path, relative) = (folder + "/" + name, prefix + name)
      if isFolder(path) {
        files += try Self.files(below: path, under: relative + "/")
      } else {
        files.append(relative)
      }
    }
    return files
  }

  /// What is wrong with a file, with the system's word for it.
  package static func failure(_ what: String, name: String, exitCode: Int32) -> Failure {
    Failure("\(name): the file \(what) (\(String(cString: strerror(errno))))", exitCode: exitCode)
  }
}
