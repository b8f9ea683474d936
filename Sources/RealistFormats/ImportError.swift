/// Why a file could not be imported. No case holds words of a transcript.
///
/// All are bad data but for two: ``unknownEncoding(name:)`` is wrong usage, and ``unsupported(file:kind:)`` is a file of a kind that no
/// reader is for (bad data as well, but nothing is wrong with the file).
public enum ImportError: Error, Hashable, Sendable {
  case unknownEncoding(name: String)
  case unsupported(file: String, kind: ForeignKind)

  // Any file
  case empty(file: String)
  case tooLarge(file: String, bytes: Int, limit: Int)
  case tooManyLines(file: String, limit: Int)

  // Text
  case badByte(file: String, place: TextPlace, byte: UInt8, encoding: TextEncoding)
  case badUTF16(file: String, place: TextPlace, encoding: TextEncoding)
  case noByteOrderMark(file: String)
  case otherByteOrderMark(file: String, mark: TextEncoding, named: TextEncoding)
  case containsNull(file: String, place: TextPlace, looksLike: TextEncoding?)

  // Captions
  case noHeader(file: String)
  case noCues(file: String, format: String)
  case badTiming(file: String, line: Int)
  case cutShort(file: String, line: Int)

  // Documents, pages, data of programs
  case endsEarly(file: String)
  case needsPages(file: String)
  case onlyPictures(file: String, pages: Int)
  case malformedJSON(file: String, place: TextPlace)
  case badRow(file: String, line: Int)

  // Tables
  case noSheet(file: String, name: String, among: [String])
  case noRows(file: String)
  case badTable(file: String, error: CSVError)
  case noColumn(file: String, name: String, among: [String])
  case emptyID(file: String, line: Int, column: String)
  case repeatedID(file: String, line: Int, first: Int, column: String)
  case badCell(file: String, line: Int, column: String, kind: String)
  case noAnswers(file: String)
  case noTurns(file: String, format: String)

  // Archives and XML
  case notAnArchive(file: String)
  case damagedArchive(file: String, entry: String?)
  case encrypted(file: String, entry: String)
  case unsafeEntry(file: String, entry: String)
  case duplicateEntry(file: String, entry: String)
  case tooManyEntries(file: String, count: Int, limit: Int)
  case lyingSize(file: String, entry: String)
  case inflatesTooMuch(file: String, entry: String)
  case noDocument(file: String)
  case doctype(file: String, entry: String)
  case malformedXML(file: String, entry: String, place: TextPlace)
  case nestedTooDeep(file: String, entry: String, limit: Int)
}

/// Kinds of files that are recognised but not read.
public enum ForeignKind: String, Hashable, Sendable {
  case oldWord = "an old or password-protected Word document"
  case openDocument = "an OpenDocument file other than a text"
  case spreadsheet = "a spreadsheet"
  case presentation = "a presentation"
  case json = "a JSON file without a transcript in it"
  case sqlite = "an SQLite database"
  case recording = "a sound or video recording"
}
