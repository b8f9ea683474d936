/// All words of this module about changes that cannot be made.
extension EditingError {
  public var message: String {
    switch self {
    case .untagged(let place, _): "\(place): a statement without any tag"
    case .alreadyImported(let file, let source): "\(file): the same file was imported as '\(source)'"
    case .sourceExists(let file, let name): "\(file): there is already a source '\(name)'"
    }
  }

  /// What to do about it, wherever it was asked for; a command may know more.
  public var hint: String? {
    switch self {
    case .untagged(_, let letters):
      "end each clause with its tag: " + letters.map { "(\($0))" }.joined(separator: ", ")
    case .alreadyImported: nil
    case .sourceExists: "give it another name"
    }
  }
}
