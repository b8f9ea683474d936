import LoopbackServer
import RealistModel
import RealistStore

/// The interface of the workbench page: JSON over one open study.
///
/// Belongs to one thread, as its store does. It calls what the commands call; a request that changes something is one change of the store
/// and one line of the journal.
public final class Workbench: RequestHandler {
  let store: StudyStore
  /// Who works where a request does not say it.
  let coder: String
  let isReadOnly: Bool
  /// The name and version of the program.
  let program: String
  /// What Graphviz is called.
  let dotProgram: String
  private let now: () -> Timestamp
  private let random: @Sendable (Int) -> [UInt8]
  private var lastTime: Timestamp?
  var version = VersionCounter()
  var answers = AnswerCache()
  let room: ReadingRoom
  var progress = ProgressCache()

  /// - Parameters:
  ///   - coder: who works where a request does not say it.
  ///   - isReadOnly: refuses every change.
  ///   - program: name and version, for the page's foot.
  ///   - dotProgram: what Graphviz is called, or its path.
  ///   - now: the clock.
  ///   - random: as many random bytes as are asked for.
  public init(
    _ store: StudyStore, coder: String, isReadOnly: Bool = false, program: String = "realist",
    dotProgram: String = "dot", now: @escaping () -> Timestamp, random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    (self.store, self.coder, self.isReadOnly, self.program) = (store, coder, isReadOnly, program)
    (self.dotProgram, self.now, self.random) = (dotProgram, now, random)
    room = ReadingRoom(store.path)
  }

  /// Counts what every page asks for first, so that the first page need not wait for it.
  public func prepare() {
    // A study that cannot be read now says so when it is asked for.
    try? store.read { reader in _ = try progress.progress(of: try reader.sources(), reader) }
  }

  /// Answers a request below `/api/1`.
  public func respond(to request: HTTPRequest) -> HTTPResponse {
    do {
      try notice()
      return try answer(request)
    } catch {
      return Refusal(error, file: store.path).response
    }
  }

  private func answer(_ request: HTTPRequest) throws -> HTTPResponse {
    let method = request.method == .head ? .get : request.method
    guard request.path.count > 2, request.path[0] == "api", request.path[1] == "1" else {
      throw WebError.noResource
    }
    if method == .get, let known = answers[request] { return known }
    let address = request.path[2...]
    var allowed: [String] = []
    for route in Route.all {
      guard let names = route.names(in: address) else { continue }
      guard route.method == method else {
        allowed.append(route.method.rawValue)
        continue
      }
      let call = Call(request: request, names: names)
      if method != .get, let done = try repeated(call) { return done }
      let response = try route.answer(self, call)
      return method == .get ? answers.keeping(response, for: request) : response
    }
    throw allowed.isEmpty ? WebError.noResource : WebError.method(allowed: allowed)
  }

  /// Looks whether somebody else has changed the study.
  func notice() throws {
    guard version.notice(try store.dataVersion()) else { return }
    answers.forget()
    progress.forget(.everything)
    version.advance(coder: nil, command: nil)
  }

  /// The moment of a change, always later than that of the one before, so that what is made later has a greater id.
  func time() -> Timestamp {
    var time = now()
    if let lastTime, time <= lastTime { time = Timestamp(milliseconds: lastTime.milliseconds + 1) }
    lastTime = time
    return time
  }

  public func news() -> [UInt8] {
    // A study that cannot be asked now will be asked again; requests say what is wrong with it.
    try? notice()
    return version.news()
  }

  func note(_ call: Call, _ command: String) throws -> ChangeNote {
    let time = time()
    return ChangeNote(
      coder: try coder(of: call), time: time, command: command,
      ids: UUIDv7Source(time: time, random: WorkbenchRandom(bytes: random)), entry: try call.requestID())
  }

  private func coder(of call: Call) throws -> String {
    guard let name = try call.header("realist-coder")?.trimmed, !name.isEmpty else { return coder }
    guard name.utf8.count <= 200,
      !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f })
    else { throw WebError.badCoder }
    return name
  }
}

/// Random words from the handler's bytes.
struct WorkbenchRandom: RandomNumberGenerator, Sendable {
  let bytes: @Sendable (Int) -> [UInt8]

  mutating func next() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
