/// Google Meet's document: notes that a program made, then the transcript. Speech is a line that is only a time, and `Name: words` below it.
/// INTEROP, section 3.
enum GoogleMeet {
  /// Marks everything but speech as nobody's, and gives each line of speech the time above it.
  ///
  /// - Returns: the number of the first time line, before which nothing is speech; `nil` when the script is something else.
  static func mark(_ script: inout Script) -> Int? {
    let bytes = script.bytes
    guard let first = script.lines.firstIndex(where: { time($0, bytes) != nil }),
      script.lines.contains(where: { isFooter($0, bytes) })
    else { return nil }
    for number in script.lines[..<first].indices { script.lines[number].isAside = true }
    var (begins, hasEnded) = (Int?.none, false)
    for number in script.lines[first...].indices {
      let line = script.lines[number]
      hasEnded = hasEnded || isFooter(line, bytes)
      if let time = time(line, bytes) {
        (begins, script.lines[number].isAside) = (time, true)
      } else if hasEnded {
        script.lines[number].isAside = true
      } else {
        script.lines[number].begins = begins
      }
    }
    return first
  }

  /// A line that is only `HH:MM:SS`.
  private static func time(_ line: ScriptLine, _ bytes: [UInt8]) -> Int? {
    let content = Scan.trimmed(bytes, line.range)
    guard content.count == 8, let time = Timecode(bytes, at: content.lowerBound, before: content.upperBound),
      time.end == content.upperBound, time.isPadded
    else { return nil }
    return time.milliseconds
  }

  private static func isFooter(_ line: ScriptLine, _ bytes: [UInt8]) -> Bool {
    let content = Scan.trimmed(bytes, line.range)
    return Scan.has("Transcription ended after", bytes, at: content.lowerBound, before: content.upperBound)
  }
}
