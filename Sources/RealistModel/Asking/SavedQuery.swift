/// A question to what was coded that is asked again and again, under a name: `@doubt`.
public struct SavedQuery: Entity {
  public var id: ID<SavedQuery>
  /// What follows the `@`; unique in the study.
  public var name: String
  /// The query as written.
  public var text: String

  public init(id: ID<SavedQuery>, name: String, text: String) {
    (self.id, self.name, self.text) = (id, name, text)
  }

  /// Whether a text can be the name of a query: letters, digits, `-`, `_` and `.`, so that it needs no quotes anywhere.
  public static func isValid(name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0)
      }
  }
}
