import CMicroHTTP

extension Engine {
  /// Sends an answer, or has it made first.
  func answer(_ answer: HTTPResponse, on pointer: OpaquePointer, _ connection: Connection) -> MHD_Result {
    guard case .later(let make) = answer.body else { return send(answer, on: pointer, connection) }
    connection.phase = .waiting(nil)
    MHD_suspend_connection(pointer)
    let number = UInt(bitPattern: pointer)
    if !workshop.start(number, make) { wake(pointer, with: Refusal.unsendable.response) }
    return .YES
  }

  /// Gives sleeping connections the answers that have been made meanwhile.
  func collect() {
    for (number, answer) in workshop.finished() {
      if let pointer = OpaquePointer(bitPattern: number) { wake(pointer, with: answer) }
    }
  }

  func wake(_ pointer: OpaquePointer, with answer: HTTPResponse) {
    guard let connection = connections[pointer], case .waiting(nil) = connection.phase else { return }
    connection.phase = .waiting(answer)
    MHD_resume_connection(pointer)
  }

  /// Hands an answer to the library.
  func send(_ answer: HTTPResponse, on pointer: OpaquePointer, _ connection: Connection) -> MHD_Result {
    hasAnswered = true
    connection.phase = .answering
    var answer = answer
    if connection.isHead, case .live = answer.body { answer.body = .bytes([]) }
    guard let response = response(answer, on: pointer) else {
      guard let excuse = response(Refusal.unsendable.response, on: pointer) else { return .NO }
      defer { MHD_destroy_response(excuse) }
      return MHD_queue_response(pointer, UInt32(Refusal.unsendable.status), excuse)
    }
    defer { MHD_destroy_response(response) }
    return MHD_queue_response(pointer, UInt32(answer.status), response)
  }

  /// `nil` when the library has no memory, or a header cannot stand in an answer.
  private func response(_ answer: HTTPResponse, on pointer: OpaquePointer) -> OpaquePointer? {
    let made =
      switch answer.body {
      case .bytes(let bytes): bytes.copiedResponse
      case .live(let first): liveResponse(first, on: pointer)
      case .later: nil as OpaquePointer?
      }
    guard let made else { return nil }
    for (name, value) in answer.allHeaders where MHD_add_response_header(made, name, value) != .YES {
      MHD_destroy_response(made)
      return nil
    }
    return made
  }

  private func liveResponse(_ first: [UInt8], on pointer: OpaquePointer) -> OpaquePointer? {
    let live = LiveAnswer(pointer, first)
    let context = Unmanaged.passRetained(live)
    let made = MHD_create_response_from_callback(
      UInt64.max, 4096,
      { context, _, buffer, capacity in
        guard let context, let buffer else { return -1 }
        return Unmanaged<LiveAnswer>.fromOpaque(context).takeUnretainedValue().fill(buffer, capacity)
      }, context.toOpaque(),
      { context in
        if let context { Unmanaged<LiveAnswer>.fromOpaque(context).release() }
      })
    if made == nil { context.release() } else { liveAnswers[pointer] = live }
    return made
  }
}

extension [UInt8] {
  fileprivate var copiedResponse: OpaquePointer? {
    withUnsafeBytes {
      MHD_create_response_from_buffer(
        $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
    }
  }
}

extension HTTPResponse {
  /// In the order they are sent.
  var allHeaders: [(name: String, value: String)] {
    [(name: "Content-Type", value: contentType)] + SecurityHeaders.all
      + headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  /// The answer as it stands on the wire, for a connection that is closed with it.
  var wholeBytes: [UInt8] {
    guard case .bytes(let bytes) = body else { return [] }
    let fields = allHeaders + [("Content-Length", String(bytes.count)), ("Connection", "close")]
    let head = fields.reduce("HTTP/1.1 \(status) \r\n") { $0 + "\($1.name): \($1.value)\r\n" }
    return Array((head + "\r\n").utf8) + bytes
  }
}
