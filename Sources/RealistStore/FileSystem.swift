#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few questions the store has about files.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Removes a file; one that is not there is no error.
  static func remove(_ path: String) { unlink(path) }

  static func rename(_ path: String, to target: String) -> Bool {
    #if canImport(Glibc)
      Glibc.rename(path, target) == 0
    #else
      Darwin.rename(path, target) == 0
    #endif
  }

  /// The folder a file lies in; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
