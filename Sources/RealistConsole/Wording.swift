import RealistModel
import RealistStore

/// A time in a recording: `0:04:07`.
package func clock(_ milliseconds: Int) -> String {
  let seconds = milliseconds / 1000
  let parts = [seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
  return "\(seconds / 3600):\(parts[0]):\(parts[1])"
}

/// What goes with something: `3 segments, 5 codings`.
package func counted(_ dependents: [StoreError.Dependents]) -> String {
  dependents.map { counted($0.count, $0.kind.singular, $0.kind.plural) }.joined(separator: ", ")
}

extension String {
  /// The text as one word of a shell's command line, for hints that can be pasted.
  package var shellWord: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy {
        $0.value > 0x7f || $0.properties.isAlphabetic || "0123456789-_./:,+@%".unicodeScalars.contains($0)
      }
    return isPlain ? self : "'" + replacing("'", with: #"'\''"#) + "'"
  }
}
