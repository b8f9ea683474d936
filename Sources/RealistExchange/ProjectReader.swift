import RealistFormats
import RealistModel

/// Reads a project of another program, whichever it is: the content decides, not the ending.
public enum ProjectReader {
  /// The largest file.
  public static let limit = 512 << 20

  /// - Parameter file: names the file in messages.
  /// - Throws: ``ExchangeError``; what is read is complete, or nothing is.
  public static func read(
    _ bytes: [UInt8], file: String, settings: ImportSettings
  ) throws(ExchangeError) -> ImportedProject {
    guard bytes.count <= limit else {
      throw .tooLarge(file: file, what: "it has \(bytes.count >> 20) MB", limit: limit >> 20)
    }
    if bytes.starts(with: [0x50, 0x4b]) {
      let found = try RefiReader.readArchive(bytes, file: file)
      var assembly = StudyAssembly(found.project, found.report, settings)
      return try assembly.assemble()
    }
    if isXML(bytes) {
      let found = try RefiReader.readDocument(bytes, file: file)
      var assembly = StudyAssembly(found.project, found.report, settings)
      return try assembly.assemble()
    }
    throw .notAProject(file: file)
  }

  /// Whether the first visible character, after a byte order mark, begins a tag.
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    return bytes[start...].first { $0 != 0x20 && !(0x09...0x0d).contains($0) } == UInt8(ascii: "<")
  }
}
