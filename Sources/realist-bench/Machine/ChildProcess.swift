@preconcurrency import Glibc

/// A process that has ended.
struct ChildProcess {
  var status: Int32
  /// From its start to its end.
  var times: Times
  /// The most memory it held at one moment. Linux counts what this process held when it started the other, so this one stays small:
  /// everything that needs memory is done by children.
  var megabytes: Double
  var output: [UInt8]

  /// Runs a program to its end, its standard output in a file.
  ///
  /// - Parameter keepsOutput: whether the output is wanted; else only its size is worth anything and the file stays unread.
  static func run(
    _ program: String, _ arguments: [String], output: String, keepsOutput: Bool = false
  ) throws(BenchError) -> ChildProcess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(
      &actions, STDERR_FILENO, output + ".errors", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    var watch = Stopwatch()
    watch.start()
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
      throw .cannotStart(program: program)
    }
    let (status, usage) = wait(for: child)
    watch.stop()
    let cpu = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    return ChildProcess(
      status: status, times: Times(wall: watch.times.wall, cpu: cpu),
      megabytes: Double(usage.ru_maxrss) / 1024,
      output: keepsOutput ? read(output) : [])
  }

  private static func wait(for child: pid_t) -> (status: Int32, usage: rusage) {
    var (status, usage) = (Int32(0), rusage())
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    // The macros WIFEXITED and WEXITSTATUS; a signal becomes 128 + its number, as in a shell.
    return (status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f), usage)
  }

  private static func read(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count <= 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// The folder this program lies in, where the other one is too.
  static func ownProgram() throws(BenchError) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { throw .system("this program cannot find itself") }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
