import RealistModel

/// Counts the states of the study that were noticed, and keeps the lines that open pages are to be sent about them.
struct VersionCounter {
  private(set) var number = 1
  /// What the store said when it was asked last.
  private var seen: Int?
  private var unsent: [UInt8] = []
  private var lastSent: Timestamp?
  /// How long nothing may be sent, in milliseconds: a page that hears nothing for longer knows that the server is gone.
  static let longestSilence: Int64 = 10_000

  /// Whether the store's number is another one than last time.
  mutating func notice(_ dataVersion: Int) -> Bool {
    defer { seen = dataVersion }
    return seen != nil && seen != dataVersion
  }

  /// - Parameters:
  ///   - coder: `nil` when another process made the change.
  ///   - command: the journal's words; `nil` when another process made the change.
  mutating func advance(coder: String?, command: String?) {
    number += 1
    var text = JSONText()
    text.object { json in
      json.member("version", number)
      json.member("coder", coder)
      json.member("command", command)
    }
    unsent += text.bytes
    unsent.append(UInt8(ascii: "\n"))
  }

  /// The first line of a stream.
  var greeting: [UInt8] { Array(#"{"version":\#(number)}"#.utf8) + [UInt8(ascii: "\n")] }

  /// Lines that were not sent yet; a blank one after a long silence.
  mutating func news(at time: Timestamp) -> [UInt8] {
    let silence = lastSent.map { time.milliseconds - $0.milliseconds } ?? 0
    if lastSent == nil { lastSent = time }
    guard !unsent.isEmpty || silence >= Self.longestSilence else { return [] }
    defer { (unsent, lastSent) = ([], time) }
    return unsent.isEmpty ? [UInt8(ascii: "\n")] : unsent
  }
}
