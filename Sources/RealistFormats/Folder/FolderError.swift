import RealistModel

/// Why files are no study: what was found wrong in one reading, at most 20 of it.
public struct FolderError: Error, Hashable, Sendable {
  /// The first ones in the order of reading.
  public let problems: [FolderProblem]
  /// How many there are in all.
  public let count: Int

  public static let limit = 20

  init(_ problems: [FolderProblem]) {
    (self.problems, count) = (Array(problems.prefix(Self.limit)), problems.count)
  }
}

/// One finding in one file of a study folder.
public struct FolderProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case missingFile
    case csv(CSVError.Kind)
    case json(JSONError.Kind)
    case notation(NotationProblem.Kind)
    case notUTF8(byte: UInt8)
    case forbiddenCharacter
    case newerFormat(Int)
    case missingMember(String)
    case wrongMember(String, expected: String)
    case missingColumn(String)
    case duplicateColumn(String)
    case tooManyCells(expected: Int, found: Int)
    case emptyCell(column: String)
    case badCell(column: String, value: String, expected: String)
    case duplicate(thing: String, name: String)
    case unknown(thing: String, name: String, nearest: String?)
    /// A hierarchical name with an empty part or white space around one.
    case badPath(String)
    /// The words are not in the source; the closest passages begin at these places of its text.
    case quoteNotFound(source: String, closest: [TextPlace])
    case quoteAmbiguous(source: String, places: [TextPlace])
    case noSuchOccurrence(Int, count: Int)
    case missingQuote
    case spanOutside(source: String, length: Int)
    /// The words at the span are others than the quote says.
    case spanDiffers(source: String)
    case unknownRevision(source: String, revision: Int)
    case missingText(source: String)
    /// The transcript reader's own words.
    case unreadableOriginal(message: String, hint: String?)
    case wrongNumber(Int, position: Int)
    case notInLoop
  }

  /// The path below the folder.
  public var file: String
  /// `nil` for the file as a whole.
  public var place: TextPlace?
  public var kind: Kind

  public init(_ file: String, _ place: TextPlace?, _ kind: Kind) {
    (self.file, self.place, self.kind) = (file, place, kind)
  }
}
