import CMicroHTTP

extension Engine {
  /// Starts the library with callbacks that come back here.
  func start(on socket: Int32) -> OpaquePointer? {
    var server = cmicrohttp_server()
    server.listening_socket = socket
    server.connections = UInt32(rules.connectionLimit)
    server.idle_seconds = UInt32(rules.secondsToArrive) + 5
    // Four times what a head may have, so that nearly always the refusal is ours and has our headers.
    server.memory_for_a_connection = 4 * rules.headLimit
    server.context = Unmanaged.passUnretained(self).toOpaque()
    server.connection_changed = { context, connection, _, change in
      guard let connection else { return }
      Engine.of(context)?.changed(connection, isOpen: change == .CONNECTION_NOTIFY_STARTED)
    }
    server.request_began = { context, target, connection in
      guard let target, let connection else { return nil }
      Engine.of(context)?.began(connection, target: bytes(target))
      return nil
    }
    server.request_arrives = { context, connection, _, method, _, data, count, _ in
      guard let connection, let method, let count, let engine = Engine.of(context) else { return .NO }
      let received = UnsafeRawBufferPointer(start: data, count: count.pointee)
      count.pointee = 0
      return engine.arrives(connection, method: method, received)
    }
    server.request_ended = { context, connection, _, _ in
      guard let connection else { return }
      Engine.of(context)?.ended(connection)
    }
    return cmicrohttp_start(&server)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Engine? {
    context.map { Unmanaged<Engine>.fromOpaque($0).takeUnretainedValue() }
  }

  private func changed(_ pointer: OpaquePointer, isOpen: Bool) {
    connections[pointer] =
      isOpen ? Connection(socket: cmicrohttp_socket(pointer), now: clock.now) : nil
  }

  private func began(_ pointer: OpaquePointer, target: [UInt8]) {
    connections[pointer]?.phase = .began(target: target)
  }

  private func ended(_ pointer: OpaquePointer) {
    liveAnswers[pointer] = nil
    connections[pointer]?.finish(now: clock.now)
  }

  /// Called once for the head, then for each piece of the body, then once more.
  private func arrives(
    _ pointer: OpaquePointer, method: UnsafePointer<CChar>, _ received: UnsafeRawBufferPointer
  ) -> MHD_Result {
    guard let connection = connections[pointer] else { return .NO }
    switch connection.phase {
    case .began(let target):
      do throws(Refusal) {
        connection.isHead = String(cString: method) == HTTPRequest.Method.head.rawValue
        let request = try admission.request(
          method: String(cString: method), target: target, fields: fields(pointer))
        connection.request = request
        connection.phase = .receiving(limit: rules.bodyLimit(of: request.path))
        return .YES
      } catch {
        return send(error.response, on: pointer, connection)
      }
    case .receiving(let limit) where !received.isEmpty:
      if (connection.request?.body.count ?? 0) + received.count > limit {
        connection.request?.body = []
        connection.phase = .overflowing(limit: limit)
      } else {
        connection.request?.body.append(contentsOf: received)
      }
      return .YES
    case .overflowing where !received.isEmpty: return .YES
    case .receiving:
      guard let request = connection.request.take() else { return .NO }
      return answer(handler.respond(to: request), on: pointer, connection)
    case .overflowing(let limit):
      return send(Refusal.bodyTooLarge(limit: limit).response, on: pointer, connection)
    case .waiting(let made?): return send(made, on: pointer, connection)
    case .idle, .answering, .waiting(nil): return .NO
    }
  }

  private func fields(_ pointer: OpaquePointer) -> [(name: [UInt8], value: [UInt8])] {
    var fields: [(name: [UInt8], value: [UInt8])] = []
    withUnsafeMutablePointer(to: &fields) { place in
      _ = MHD_get_connection_values_n(
        pointer, .HEADER_KIND,
        { context, _, name, nameCount, value, valueCount in
          context?.assumingMemoryBound(to: [(name: [UInt8], value: [UInt8])].self).pointee.append(
            (bytes(name, nameCount), bytes(value, valueCount)))
          return .YES
        }, place)
    }
    return fields
  }
}

private func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
  var end = text
  while end.pointee != 0 { end += 1 }
  return bytes(text, end - text)
}

private func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
  Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
}
