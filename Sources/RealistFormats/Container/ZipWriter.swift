import CZip

/// Puts a ZIP archive together in memory. Equal entries in equal order give equal bytes: the entries' date is the first that ZIP knows.
package final class ZipWriter {
  /// Why there is no archive.
  package enum Problem: Error { case noMemory, refused(entry: String) }

  private var entries: [(name: String, bytes: [UInt8], isPacked: Bool)] = []

  package init() {}

  /// Adds a file.
  ///
  /// - Parameter isPacked: whether to deflate it; what is compressed already is stored.
  package func add(_ name: String, _ bytes: [UInt8], isPacked: Bool = true) {
    entries.append((name, bytes, isPacked))
  }

  /// The archive. The entries are not kept any longer.
  package func finish() throws(Problem) -> [UInt8] {
    var error = zip_error_t()
    guard let target = zip_source_buffer_create(nil, 0, 1, &error) else { throw .noMemory }
    defer { zip_source_free(target) }
    // The archive takes one reference, the bytes are read through the other.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw .noMemory
    }
    // libzip reads an entry only when it is closed.
    var memory: [UnsafeMutableRawBufferPointer] = []
    defer { for block in memory { block.deallocate() } }
    for place in entries.indices {
      let entry = entries[place]
      entries[place].bytes = []
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
      block.copyBytes(from: entry.bytes)
      memory.append(block)
      guard add(entry.name, block, count: entry.bytes.count, isPacked: entry.isPacked, to: archive) else {
        zip_discard(archive)
        throw .refused(entry: entry.name)
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .noMemory
    }
    return try Self.bytes(of: target)
  }

  private func add(
    _ name: String, _ block: UnsafeMutableRawBufferPointer, count: Int, isPacked: Bool,
    to archive: OpaquePointer
  ) -> Bool {
    guard let source = zip_source_buffer(archive, block.baseAddress, UInt64(count), 0) else { return false }
    let number = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard number >= 0 else {
      zip_source_free(source)
      return false
    }
    let method = isPacked ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    // 1 January 1980, 0:00.
    return zip_set_file_compression(archive, UInt64(number), Int32(method), isPacked ? 3 : 0) == 0
      && zip_file_set_dostime(archive, UInt64(number), 0, 0x21, 0) == 0
  }

  private static func bytes(of source: OpaquePointer) throws(Problem) -> [UInt8] {
    var stat = zip_stat_t()
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw .noMemory }
    defer { zip_source_close(source) }
    var isWhole = false
    let size = Int(stat.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
      isWhole = count == size
    }
    guard isWhole else { throw .noMemory }
    return bytes
  }
}
