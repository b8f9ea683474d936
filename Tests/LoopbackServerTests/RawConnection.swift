import Glibc

/// A client that sends exactly the bytes it is given.
final class RawConnection {
  enum Problem: Error, Equatable {
    case noConnection(Int32)
    /// The server has closed it; or nothing came for some seconds.
    case ended(partly: Int)
    case unreadable(String)
  }

  private let socket: Int32
  private var received: [UInt8] = []

  init(port: UInt16, host: UInt32 = 0x7f00_0001, patience seconds: Double = 10) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var patience = timeval(
      tv_sec: Int(seconds), tv_usec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e6))
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = host.bigEndian
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard outcome == 0 else { throw Problem.noConnection(errno) }
  }

  deinit { close(socket) }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Problem.ended(partly: sent) }
      sent += count
    }
  }

  /// No more is sent; answers can still be read.
  func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// The next whole answer.
  func answer(isHead: Bool = false) throws -> RawAnswer {
    let head = try line(endingWith: "\r\n\r\n")
    var lines = head.split(separator: "\r\n").map(String.init)
    let words = lines.removeFirst().split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { throw Problem.unreadable(head) }
    var answer = RawAnswer(status: status)
    for line in lines {
      let sides = line.split(separator: ":", maxSplits: 1).map(String.init)
      answer.headers[sides[0].lowercased()] = sides.count == 2 ? String(sides[1].drop { $0 == " " }) : ""
    }
    if isHead { return answer }
    if answer.headers["transfer-encoding"] == "chunked" {
      while case let piece = try chunk(), !piece.isEmpty { answer.bytes += piece }
    } else {
      answer.bytes = try take(Int(answer.headers["content-length"] ?? "0") ?? 0)
    }
    return answer
  }

  /// The head of an answer that stays open.
  func openAnswer() throws -> String { try line(endingWith: "\r\n\r\n") }

  /// The next chunk of an open answer; empty at its end.
  func chunk() throws -> [UInt8] {
    let size = try line(endingWith: "\r\n")
    guard let count = Int(size, radix: 16) else { throw Problem.unreadable(size) }
    let piece = try take(count)
    _ = try take(2)
    return piece
  }

  /// Whether the server has closed the connection and nothing is left to read.
  var isAtEnd: Bool {
    get throws {
      guard received.isEmpty else { return false }
      var byte: UInt8 = 0
      return recv(socket, &byte, 1, 0) <= 0 && errno != EAGAIN
    }
  }

  private func line(endingWith ending: String) throws -> String {
    let ending = Array(ending.utf8)
    var searched = 0
    while true {
      for start in searched..<max(searched, received.count - ending.count + 1)
      where received[start..<start + ending.count].elementsEqual(ending) {
        return String(decoding: try take(start + ending.count).dropLast(ending.count), as: UTF8.self)
      }
      searched = max(0, received.count - ending.count + 1)
      try fill()
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while received.count < count { try fill() }
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  private func fill() throws {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0 else { throw Problem.ended(partly: received.count) }
    received += buffer[..<count]
  }
}

/// An answer as it came over the wire.
struct RawAnswer: Equatable {
  var status: Int
  var headers: [String: String] = [:]
  var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
