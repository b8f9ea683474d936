extension ConfigurationNotation {
  /// The key of a configuration that has none: its title as a slug, made unique by a number.
  public static func key(title: String, position: Int, taken: [String]) -> String {
    ConfigurationReader.key(title: title, position: position, taken: taken)
  }

  /// Whether a text can be a key: not empty, without white space, braces, quotation marks, commas and semicolons.
  public static func isKey(_ text: String) -> Bool { NotatedHeading.isKey(text) }
}
