import Glibc

/// A folder for the files of one run.
struct TemporaryFolder {
  let path: String

  /// Below `$TMPDIR`, else `/tmp`.
  init() throws(BenchError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/realist-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system("\(parent): no folder can be made there") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A folder that is kept.
  init(keeping path: String) throws(BenchError) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system("\(path): cannot be made") }
    self.path = path
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Removes a study with the two files that SQLite keeps beside it.
  static func remove(study: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(study + suffix) }
  }

  /// Removes the folder with the files in it; nothing makes folders below it.
  func remove() {
    guard let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(file(name)) }
    }
    closedir(directory)
    rmdir(path)
  }
}
