import RealistModel

/// Why a change cannot be made as it was asked for; whatever the store itself refuses is a `StoreError`.
public enum EditingError: Error, Hashable, Sendable {
  /// A statement without any tag makes no configuration.
  case untagged(place: String, letters: [String])
  /// The study has these very bytes.
  case alreadyImported(file: String, source: String)
  /// A source has this name.
  case sourceExists(file: String, name: String)
}
