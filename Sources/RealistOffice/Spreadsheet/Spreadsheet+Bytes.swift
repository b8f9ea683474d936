import CXLSX
import RealistReports

extension Spreadsheet {
  /// The workbook as bytes. It is put together in memory; the library's own temporary files have no names and go with it.
  ///
  /// - Parameter file: what errors call it.
  public static func bytes(_ exhibits: [Exhibit], title: String = "", named file: String)
    throws(OfficeError) -> [UInt8]
  {
    let memory = try MemoryFile(named: file)
    let isStreaming = !exhibits.contains { $0.table.hasSpans }
    _ = try write(exhibits, into: try memory.workbook(title: title, isStreaming: isStreaming))
    return try memory.bytes()
  }
}

extension SpreadsheetQuoteWriter {
  /// A workbook of quotes as bytes, put together in the same way.
  ///
  /// - Parameters:
  ///   - file: what errors call it.
  ///   - body: hands the quotes over, one by one.
  public static func bytes(
    named file: String, _ options: QuoteOptions = QuoteOptions(),
    _ body: (SpreadsheetQuoteWriter) throws -> Void
  ) throws -> [UInt8] {
    let memory = try MemoryFile(named: file)
    let writer = try SpreadsheetQuoteWriter(
      into: try memory.workbook(title: options.title, isStreaming: true), options)
    try body(writer)
    _ = try writer.finish()
    return try memory.bytes()
  }
}

/// A file without a name that is only in memory.
private final class MemoryFile {
  private let descriptor: Int32
  private let file: String

  init(named file: String) throws(OfficeError) {
    self.file = file
    descriptor = cxlsx_memory_file()
    guard descriptor >= 0 else { throw .cannotWrite(file: file) }
  }

  deinit { close(descriptor) }

  func workbook(title: String, isStreaming: Bool) throws(OfficeError) -> Workbook {
    try Workbook(
      path: "/proc/self/fd/\(descriptor)", named: file, title: title,
      temporary: access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", isStreaming: isStreaming)
  }

  /// What was written.
  func bytes() throws(OfficeError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { throw .cannotWrite(file: file) }
    var (bytes, read) = ([UInt8](repeating: 0, count: size), 0)
    while read < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: read), size - read, read)
      }
      guard count > 0 else { throw .cannotWrite(file: file) }
      read += count
    }
    return bytes
  }
}
