import Foundation
import Glibc

/// Requests to a port of this machine, one connection each.
struct LocalHTTP {
  let port: UInt16
  var secondsAllowed = 60

  struct Answer {
    var status: Int
    var head: String
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  enum Problem: Error { case noConnection(Int32), ended(String) }

  func request(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = []
  ) throws -> Answer {
    let socket = try connected()
    defer { close(socket) }
    var fields = ["Host": "127.0.0.1:\(port)", "Connection": "close", "Content-Length": String(body.count)]
    fields.merge(headers) { $1 }
    let head = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    let bytes = Array("\(method) \(path) HTTP/1.1\r\n\(head)\r\n".utf8) + body
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    return try answer(from: socket)
  }

  /// Asks the same again and again on one connection; the milliseconds that each answer took.
  func times(_ count: Int, _ path: String, token: String) throws -> [Double] {
    let socket = try connected()
    defer { close(socket) }
    let request = Array(
      "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nRealist-Token: \(token)\r\n\r\n".utf8)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    return try (0..<count).map { _ in
      let begin = ContinuousClock.now
      send(socket, request, request.count, Int32(MSG_NOSIGNAL))
      var (received, length) = (0, Int.max)
      while received < length {
        let count = buffer.withUnsafeMutableBytes {
          recv(socket, $0.baseAddress?.advanced(by: received), $0.count - received, 0)
        }
        guard count > 0 else { throw Problem.ended("after \(received) bytes") }
        received += count
        if length == .max { length = Self.length(of: buffer[..<received]) }
      }
      return (ContinuousClock.now - begin) / .milliseconds(1)
    }
  }

  /// How long an answer is with its head; the largest number when the head is not whole yet.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int {
    guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return .max }
    let head = String(decoding: bytes[..<end.upperBound], as: UTF8.self).lowercased()
    let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
    return end.upperBound
      + (length.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0)
  }

  /// An open connection on which nothing is said yet.
  func connected() throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var patience = timeval(tv_sec: secondsAllowed, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard outcome == 0 else {
      defer { close(socket) }
      throw Problem.noConnection(errno)
    }
    return socket
  }

  /// Reads until as much is there as the head says, or the other side closes.
  private func answer(from socket: Int32) throws -> Answer {
    var (received, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    var (end, length): (Int?, Int?) = (nil, nil)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count > 0 { received += buffer[..<count] }
      if end == nil, let found = Data(received).range(of: Data("\r\n\r\n".utf8)) {
        end = found.upperBound
        let head = String(decoding: received[..<found.upperBound], as: UTF8.self).lowercased()
        length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
      }
      if count <= 0 || end.map({ received.count >= $0 + (length ?? .max / 2) }) == true { break }
    }
    guard let end else { throw Problem.ended(String(decoding: received, as: UTF8.self)) }
    let head = String(decoding: received[..<end], as: UTF8.self)
    let words = head.split(separator: " ", maxSplits: 2)
    guard words.count > 1, let status = Int(words[1]) else { throw Problem.ended(head) }
    return Answer(status: status, head: head, body: Array(received[end...]))
  }
}
