import RealistModel

/// Names of other programs as a study can have them: one line, not empty, each once.
struct ForeignNames {
  private var taken: Set<[UInt8]> = []

  init(reserved: [String] = []) { for name in reserved { _ = taken.insert(Self.key(name)) } }

  private static func key(_ name: String) -> [UInt8] { Array(name.lowercased().utf8) }

  /// A name that is not taken: the name itself, else with a number behind it.
  mutating func free(_ name: String) -> String {
    if taken.insert(Self.key(name)).inserted { return name }
    var number = 2
    while !taken.insert(Self.key("\(name) (\(number))")).inserted { number += 1 }
    return "\(name) (\(number))"
  }

  /// A name on one line: white space and control characters are spaces, runs of them are one.
  static func line(_ name: String) -> String {
    var result = ""
    var isPending = false
    for scalar in name.unicodeScalars {
      if scalar.isWhiteSpace || scalar.value < 0x20 || scalar.value == 0x7f {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result += " " }
      isPending = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A name as one part of a code path.
  static func ofCode(_ name: String) -> String {
    String(String.UnicodeScalarView(line(name).unicodeScalars.map { $0 == "/" ? "∕" : $0 })).trimmed
  }
}
