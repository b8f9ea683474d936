/// Why a workbook or a document could not be written. All wording of this module's errors is in this file.
public enum OfficeError: Error, Hashable, Sendable {
  /// The file, or a temporary file beside it, cannot be made or filled; the name as the user wrote it.
  case cannotWrite(file: String)
  /// More columns than a sheet has.
  case tooManyColumns(sheet: String, count: Int)
  /// The library that writes workbooks gave up; what it says.
  case library(file: String, String)
  /// The parts could not be put into an archive.
  case archive(file: String)

  /// One sentence in lower case, the place first, without a full stop.
  public var message: String {
    switch self {
    case .cannotWrite(let file): "\(file): the file cannot be written"
    case .tooManyColumns(let sheet, let count):
      "sheet \"\(sheet)\": the table has \(count) columns; a sheet of XLSX has room for \(SheetLimits.columns)"
    case .library(let file, let words): "\(file): the workbook could not be finished: \(words)"
    case .archive(let file): "\(file): the parts of the document could not be packed"
    }
  }

  /// What to do instead.
  public var hint: String? {
    switch self {
    case .cannotWrite: "look whether the folder can be written to and whether there is room"
    case .tooManyColumns: "write it as CSV: --format csv"
    case .library, .archive: nil
    }
  }
}
