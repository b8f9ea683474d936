import Foundation
import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore

@testable import RealistWeb

/// A study in a folder of its own with a workbench over it; the text, the people and the words are invented.
///
/// The clock stands still unless ``clock`` is moved.
final class Desk {
  let folder: URL
  let store: StudyStore
  let workbench: Workbench
  let clock = Clock()

  final class Clock {
    var milliseconds: Int64 = 1_772_442_000_000
  }

  static let text = """
    Ada: The clinics were filled weeks in advance. 👨‍👩‍👧 waited.
    Interviewer: And then?
    Bo: We trusted the nurse e\u{301} more.
    """

  init(isReadOnly: Bool = false, empty: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "realist-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "café.realist").path(percentEncoded: false)
    let time = Timestamp(milliseconds: 1_772_000_000_000)
    let study = Study(id: ID(high: 1, low: 2), title: "Warm Plate", question: "For whom?", created: time)
    store = try StudyStore.create(
      path, contents: StudyContents(study: study, revisions: []), entry: Self.note("init", at: time))
    let clock = clock
    workbench = Workbench(
      store, coder: "Iris", isReadOnly: isReadOnly, program: "realist 9.9",
      now: { Timestamp(milliseconds: clock.milliseconds) },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    if !empty { try fill() }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func note(_ command: String, coder: String = "Iris", at time: Timestamp) -> ChangeNote {
    ChangeNote(
      coder: coder, time: time, command: command,
      ids: UUIDv7Source(time: time, random: SystemRandomNumberGenerator()))
  }

  /// Two participants with attributes, one source of three turns, two codes with one above.
  private func fill() throws {
    let time = Timestamp(milliseconds: 1_772_000_001_000)
    try store.change(Self.note("fill", at: time)) { writer in
      try writer.put(
        attribute: AttributeDefinition(name: "profession", subject: .participant, kind: .text))
      try writer.put(attribute: AttributeDefinition(name: "band", subject: .participant, kind: .number))
      let ada = Participant(
        id: writer.newID(), key: "P01", name: "Ada",
        attributes: ["profession": .text("nurse"), "band": .number(4)], consent: ["quote"])
      let bo = Participant(
        id: writer.newID(), key: "P02", name: "Bo", attributes: ["profession": .text("OT")])
      try writer.put(ada)
      try writer.put(bo)
      let text = try SourceText(Self.text)
      var turns: [Turn] = []
      var offset = 0
      for line in Self.text.split(separator: "\n") {
        let label = line.prefix { $0 != ":" }
        let speaker: ID<Participant>? = label == "Ada" ? ada.id : label == "Bo" ? bo.id : nil
        turns.append(
          Turn(
            span: try TextSpan(
              start: offset + label.unicodeScalars.count + 2, end: offset + line.unicodeScalars.count),
            speaker: String(label), participant: speaker))
        offset += line.unicodeScalars.count + 1
      }
      let source = Source(id: writer.newID(), name: "I1", title: "First", participants: [ada.id, bo.id])
      try writer.add(
        source, Revision(source: source.id, text: text, turns: turns, imported: time))
      try writer.addCode(path: "outcomes/demand")
      try writer.addCode(path: "mechanisms/trust")
    }
  }

  /// A second connection to the file, as another process has it.
  func otherStore() throws -> StudyStore { try StudyStore.open(store.path) }
}

/// What came back.
struct Answer {
  let response: HTTPResponse

  /// - Parameter response: made now, when it takes its time.
  init(response: HTTPResponse) {
    if case .later(let make) = response.body { self.response = make() } else { self.response = response }
  }

  var status: Int { response.status }
  var bytes: [UInt8] {
    switch response.body {
    case .bytes(let bytes), .live(let bytes): bytes
    case .later: []
    }
  }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value at a path such as `codes[0].name`; `nil` when there is nothing.
  subscript(path: String) -> JSONValue? {
    guard var value = try? JSONValue(bytes) else { return nil }
    for part in path.split(separator: ".") {
      let name = part.prefix { $0 != "[" }
      if !name.isEmpty {
        guard let member = value.object?[String(name)] else { return nil }
        value = member
      }
      for place in part.dropFirst(name.count).split(whereSeparator: { "[]".contains($0) }) {
        guard let elements = value.array, let index = Int(place), elements.indices.contains(index) else {
          return nil
        }
        value = elements[index]
      }
    }
    return value
  }

  /// The objects of a list.
  func objects(_ path: String) -> [[String: JSONValue]]? { self[path]?.array?.compactMap(\.object) }

  /// The texts of a list.
  func strings(_ path: String) -> [String]? { self[path]?.array?.compactMap(\.string) }

  /// `404 unknown`, for errors.
  var outcome: String {
    status < 300 ? "\(status)" : "\(status) \(self["error.kind"]?.string ?? "?")"
  }
}

extension Desk {
  /// `GET sources?where=x` below `/api/1/`.
  @discardableResult
  func get(_ address: String, headers: [String: String] = [:]) -> Answer {
    send(.get, address, body: [], headers: headers)
  }

  @discardableResult
  func post(_ address: String, _ json: String = "", headers: [String: String] = [:]) -> Answer {
    send(.post, address, body: Array(json.utf8), headers: headers)
  }

  @discardableResult
  func patch(_ address: String, _ json: String) -> Answer { send(.patch, address, body: Array(json.utf8)) }

  @discardableResult
  func delete(_ address: String) -> Answer { send(.delete, address, body: []) }

  func send(
    _ method: HTTPRequest.Method, _ address: String, body: [UInt8], headers: [String: String] = [:]
  ) -> Answer {
    let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
    var query: [String: String] = [:]
    for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      query[parts[0]] = parts.count > 1 ? parts[1].removingPercentEncoding : ""
    }
    let path = ["api", "1"] + halves[0].split(separator: "/").map(String.init)
    return Answer(
      response: workbench.respond(
        to: HTTPRequest(method, path: path, query: query, headers: headers, body: body)))
  }

  /// The id of the only source.
  var source: String { self.get("sources")["sources[0].id"]?.string ?? "?" }

  func code(_ path: String) -> String {
    let codes = get("codes")["codes"]?.array ?? []
    return codes.first { $0.object?["path"]?.string == path }?.object?["id"]?.string ?? "?"
  }

  /// Marks words of the text with codes.
  @discardableResult
  func tag(_ words: String, _ paths: [String], headers: [String: String] = [:]) -> Answer {
    guard let range = Self.text.range(of: words) else { return get("no/such") }
    let scalars = Self.text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    let end = scalars.distance(from: scalars.startIndex, to: range.upperBound)
    let codes = paths.map { #"{"path":"\#($0)"}"# }.joined(separator: ",")
    return post(
      "sources/\(source)/segments", #"{"start":\#(start),"end":\#(end),"codes":[\#(codes)]}"#,
      headers: headers)
  }

  /// The journal's newest line.
  var lastCommand: String? { self.get("journal?limit=1")["entries[0].command"]?.string }
}
