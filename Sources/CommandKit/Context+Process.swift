@preconcurrency import Glibc

// The only file that asks the operating system.
extension Context {
  /// The world of this process. Also makes a closed pipe an error of `write` instead of the end of the process.
  public static func process() -> Context {
    signal(SIGPIPE, SIG_IGN)
    let environment = processEnvironment()
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    return Context(
      output: Output(capacity: isOutputTerminal ? 4096 : 65_536) { bytes throws(OutputError) in
        try writeAll(bytes, to: STDOUT_FILENO)
      },
      errorOutput: Output { bytes throws(OutputError) in try writeAll(bytes, to: STDERR_FILENO) },
      input: readStandardInput,
      isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isOutputTerminal,
      isErrorTerminal: isatty(STDERR_FILENO) == 1,
      width: terminalWidth(environment), environment: environment, directory: currentDirectory(),
      now: milliseconds,
      randomBytes: { count in
        var source = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
      })
  }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
  var offset = 0
  while offset < bytes.count {
    let written = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset)
    }
    if written >= 0 {
      offset += written
    } else if errno == EPIPE {
      throw .brokenPipe
    } else if errno == EAGAIN {
      // The other end made the shared terminal or pipe non-blocking.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, -1)
    } else if errno != EINTR {
      throw .failed(systemMessage())
    }
  }
}

@Sendable private func readStandardInput() throws -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count >= 0 { return Array(bytes.prefix(count)) }
    if errno != EINTR {
      throw Failure("cannot read standard input: \(systemMessage())", exitCode: ExitCode.inputFailed)
    }
  }
}

private func systemMessage() -> String {
  strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
}

private func processEnvironment() -> [String: String] {
  var result: [String: String] = [:]
  var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
  while let text = entry.pointee {
    let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if pair.count == 2 { result[String(pair[0])] = String(pair[1]) }
    entry += 1
  }
  return result
}

private func terminalWidth(_ environment: [String: String]) -> Int {
  var size = winsize()
  for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
  }
  return environment["COLUMNS"].flatMap { Int($0) } ?? 80
}

private func currentDirectory() -> String {
  guard let path = getcwd(nil, 0) else { return "." }
  defer { free(path) }
  return String(cString: path)
}

@Sendable private func milliseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}
