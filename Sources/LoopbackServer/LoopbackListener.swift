import Glibc

/// A port of 127.0.0.1 that is listened on; nobody else's machine can reach it.
public struct LoopbackListener: ~Copyable {
  public let port: UInt16
  private let socket: Int32

  /// - Parameter port: 0 lets the system choose.
  public init(port wanted: UInt16 = 0) throws(ServerError) {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let socket = Glibc.socket(AF_INET, kind, 0)
    guard socket >= 0 else { throw .system(step: "a socket", errno: errno) }
    do throws(ServerError) {
      port = try Self.listen(socket, on: wanted)
    } catch {
      close(socket)
      throw error
    }
    self.socket = socket
  }

  deinit { close(socket) }

  /// Answers requests on this thread until it is over; open answers are ended then.
  ///
  /// - Parameter isOver: asked several times a second.
  /// - Throws: ``ServerError/library``.
  public consuming func run(
    _ rules: ServerRules, handler: any RequestHandler, until isOver: () -> Bool
  ) throws(ServerError) {
    let (port, socket) = (port, socket)
    discard self
    try Engine(rules: rules, port: port, handler: handler).run(on: socket, until: isOver)
  }

  private static func listen(_ socket: Int32, on wanted: UInt16) throws(ServerError) -> UInt16 {
    // Without it a port stays taken for a minute after the program that used it was killed.
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = wanted.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) } == 0
    }
    guard isBound, Glibc.listen(socket, 512) == 0 else {
      switch errno {
      case EADDRINUSE: throw .portInUse(wanted)
      case EACCES: throw .portRefused(wanted)
      default: throw .system(step: "port \(wanted)", errno: errno)
      }
    }
    let isKnown = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) } == 0
    }
    guard isKnown else { throw .system(step: "port \(wanted)", errno: errno) }
    return UInt16(bigEndian: address.sin_port)
  }
}
