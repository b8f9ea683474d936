extension String {
  /// Whether two strings are the same scalars. `==` on `String` treats canonically equivalent text as equal; files and SQLite do not.
  package func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
