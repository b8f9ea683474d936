#if canImport(Glibc)
  import Glibc

  /// Seconds on a clock that only runs forward. A time limit cannot do without one.
  func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Sends to one socket and receives from others at the same time, so that neither side waits for the other.
  struct Exchange {
    let input: [UInt8]
    let target: SocketPair
    let origins: [SocketPair]
    private(set) var received: [[UInt8]]
    /// The most bytes that are received from one socket.
    let limit: Int
    private(set) var isOverfull = false
    private var sent = 0
    private var open: Set<Int>

    init(input: [UInt8], to target: SocketPair, from origins: [SocketPair], limit: Int) {
      (self.input, self.target, self.origins, self.limit) = (input, target, origins, limit)
      received = origins.map { _ in [] }
      open = Set(origins.indices)
      if input.isEmpty { target.closeOurs() }
    }

    /// Whether everything was exchanged before the time was over; not when there is more than the limit.
    mutating func finish(until deadline: Double) -> Bool {
      while !open.isEmpty {
        let isSending = sent < input.count
        let places = open.sorted()
        var waiting = places.map { pollfd(fd: origins[$0].ours, events: Int16(POLLIN), revents: 0) }
        if isSending { waiting.append(pollfd(fd: target.ours, events: Int16(POLLOUT), revents: 0)) }
        let left = deadline - seconds()
        guard left > 0 else { return false }
        guard
          poll(&waiting, nfds_t(waiting.count), Int32(min(left * 1000 + 1, 60_000))) >= 0 || errno == EINTR
        else { return false }
        if isSending, waiting[places.count].revents != 0 { send() }
        for (slot, place) in places.enumerated() where waiting[slot].revents != 0 { receive(place) }
        isOverfull = received.contains { $0.count > limit }
        if isOverfull { return false }
      }
      return true
    }

    private mutating func send() {
      let count = input.withUnsafeBytes { bytes in
        Glibc.send(
          target.ours, bytes.baseAddress.map { $0 + sent }, input.count - sent,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      sent = count < 0 ? input.count : sent + count
      if sent == input.count { target.closeOurs() }
    }

    private mutating func receive(_ place: Int) {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = Glibc.read(origins[place].ours, &buffer, buffer.count)
      if count < 0, errno == EINTR { return }
      if count <= 0 { open.remove(place) } else { received[place] += buffer[..<count] }
    }
  }

  /// Two connected sockets, one for us and one for the child; what is still open is closed with the value.
  final class SocketPair {
    private(set) var ours: Int32
    private(set) var theirs: Int32

    init(_ program: String) throws(ChildProgramError) {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .system(program: program, errno: errno) }
      (ours, theirs) = (ends[0], ends[1])
    }

    deinit {
      closeOurs()
      closeTheirs()
    }

    func closeOurs() {
      if ours >= 0 { close(ours) }
      ours = -1
    }

    func closeTheirs() {
      if theirs >= 0 { close(theirs) }
      theirs = -1
    }
  }
#endif
