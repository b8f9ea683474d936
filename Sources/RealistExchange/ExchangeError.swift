import RealistFormats

/// Why a project could not be read or written. No case holds words of a transcript.
public enum ExchangeError: Error, Hashable, Sendable {
  /// The archive, its XML or a text in it; the error says where.
  case file(ImportError)
  /// The file is no project of any program.
  case notAProject(file: String)
  /// It is a transcript or a table.
  case transcript(file: String)
  /// An archive without a project in it.
  case noProject(file: String)
  case severalProjects(file: String, entries: [String])
  /// The root is of another namespace, or another element.
  case wrongRoot(file: String, entry: String, place: TextPlace, element: String, namespace: String)
  case missingAttribute(file: String, entry: String, place: TextPlace, element: String, attribute: String)
  case badAttribute(
    file: String, entry: String, place: TextPlace, element: String, attribute: String, expected: String)
  case duplicateGUID(file: String, entry: String, place: TextPlace, element: String, guid: String)
  /// A code lies below itself.
  case cycle(file: String, code: String)
  /// SQLite found something wrong with the file; the code is its own.
  case database(file: String, message: String)
  /// A database that is a study of this program.
  case ownStudy(file: String)
  /// A database of a program that is not known.
  case unknownDatabase(file: String)
  case missingTable(file: String, program: String, table: String)
  /// Larger than any project.
  case tooLarge(file: String, what: String, limit: Int)
  /// The study's codes are no tree, or a name cannot be written.
  case unwritable(reason: String)
}
