import RealistFolder
import RealistNotation
import RealistStore

/// A key that a person gave to something, as it can be written in a study folder and in links.
///
/// - Throws: ``StoreError/invalidName(_:name:reason:)``.
public func requireKey(_ key: String, of kind: StoreError.Kind) throws {
  guard ConfigurationNotation.isKey(key) else {
    throw StoreError.invalidName(kind, name: key, reason: "a key has no spaces, braces or quotation marks")
  }
}
