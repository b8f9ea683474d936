import CMicroHTTP

/// An answer that stays open: what is still to be sent, and whether its connection sleeps because there is nothing.
final class LiveAnswer {
  private let connection: OpaquePointer
  private var waiting: [UInt8]
  private var sent = 0
  private var isAsleep = false
  private var isOver = false
  /// A reader that falls this far behind is let go; a page that comes back asks for the state of things.
  private static let mostWaiting = 4 << 20

  init(_ connection: OpaquePointer, _ first: [UInt8]) {
    (self.connection, waiting) = (connection, first)
  }

  /// What the library asks for when it can send; -1 ends the answer.
  func fill(_ buffer: UnsafeMutablePointer<CChar>, _ capacity: Int) -> Int {
    let count = min(capacity, waiting.count - sent)
    if count > 0 {
      waiting.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(start: buffer, count: count).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[sent..<sent + count]))
      }
      sent += count
      if sent == waiting.count { (waiting, sent) = ([], 0) }
      return count
    }
    if isOver { return -1 }
    isAsleep = true
    MHD_suspend_connection(connection)
    return 0
  }

  func add(_ bytes: [UInt8]) {
    if waiting.count - sent + bytes.count > Self.mostWaiting { return end() }
    waiting += bytes
    wake()
  }

  func end() {
    isOver = true
    wake()
  }

  private func wake() {
    if isAsleep { MHD_resume_connection(connection) }
    isAsleep = false
  }
}
