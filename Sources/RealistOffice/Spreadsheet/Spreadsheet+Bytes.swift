import CXLSX
import RealistReports

extension Spreadsheet {
  /// The workbook as bytes. It is put together in memory; the library's own temporary files have no names and go with it.
  ///
  /// - Parameter file: what errors call it.
  public static func bytes(_ exhibits: [Exhibit], title: String = "", named file: String)
    throws(OfficeError) -> [UInt8]
  {
    let memory = cxlsx_memory_file()
    guard memory >= 0 else { throw .cannotWrite(file: file) }
    defer { close(memory) }
    let workbook = try Workbook(
      path: "/proc/self/fd/\(memory)", named: file, title: title,
      temporary: access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp",
      isStreaming: !exhibits.contains { $0.table.hasSpans })
    _ = try write(exhibits, into: workbook)
    let size = lseek(memory, 0, SEEK_END)
    guard size > 0 else { throw .cannotWrite(file: file) }
    var (bytes, read) = ([UInt8](repeating: 0, count: size), 0)
    while read < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(memory, $0.baseAddress?.advanced(by: read), size - read, read)
      }
      guard count > 0 else { throw .cannotWrite(file: file) }
      read += count
    }
    return bytes
  }
}
