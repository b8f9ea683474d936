import RealistFormats
import RealistModel
import RealistNotation

/// Why files are no study: what was found wrong in one reading, at most 20 of it.
public struct FolderError: Error, Hashable, Sendable {
  let all: [FolderProblem]
  /// The first ones in the order of reading.
  public var problems: [FolderProblem] { Array(all.prefix(Self.limit)) }
  /// How many there are in all.
  public var count: Int { all.count }

  public static let limit = 20

  init(_ problems: [FolderProblem]) { all = problems }
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
    /// A row with fewer or more cells than there are columns, where that is not allowed.
    case raggedRow(expected: Int, found: Int)
    case emptyCell(column: String)
    case badCell(column: String, value: String, expected: String)
    case duplicate(thing: String, name: String)
    case unknown(thing: String, name: String, nearest: String?)
    /// A hierarchical name with an empty part or white space around one.
    case badPath(String)
    /// The words are not in the source; the closest passages begin at these places of its text.
    case quoteNotFound(source: String, closest: [TextPlace])
    case quoteAmbiguous(source: String, count: Int, places: [TextPlace])
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
    /// A linked coding that links nothing.
    case singleRole(String)
    /// Words of a role that do not lie within the passage.
    case roleOutside
    /// A text of a source that sources.csv does not name.
    case notListed
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
