/// Counts the states of the study that were noticed, and keeps the lines that open pages are to be sent about them.
struct VersionCounter {
  private(set) var number = 1
  /// What the store said when it was asked last.
  private var seen: Int?
  private var unsent: [UInt8] = []

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

  /// Lines that were not sent yet.
  mutating func news() -> [UInt8] {
    defer { unsent = [] }
    return unsent
  }
}
