import CZip

/// A ZIP archive in memory, guarded against archives that are made to do harm. Reading only.
///
/// libzip inflates whatever there is and does not notice a wrong size, so the limits are ours: the number of entries, their names, how much
/// an entry may unpack to, and how much more than its packed size.
package final class ZipArchive {
  /// How much one entry may unpack to.
  package static let largestEntry = 256 << 20
  /// How many times its packed size an entry may unpack to, once that is more than ``harmlessSize``. XML packs 10 to 30 times.
  package static let largestRatio = 100
  package static let harmlessSize = 8 << 20
  package static let mostEntries = 10_000

  /// The names of the entries with their numbers.
  package private(set) var entries: [String: UInt64] = [:]
  private let file: String
  private let memory: UnsafeMutableRawBufferPointer
  private let handle: OpaquePointer

  /// Refuses what is no archive, too many entries, unsafe names and names that come twice.
  package init(_ bytes: [UInt8], file: String) throws(ImportError) {
    self.file = file
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    memory.copyBytes(from: bytes)
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, &error) else {
      memory.deallocate()
      throw .damagedArchive(file: file, entry: nil)
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      memory.deallocate()
      let isArchive = bytes.starts(with: [0x50, 0x4b])
      throw isArchive ? .damagedArchive(file: file, entry: nil) : .notAnArchive(file: file)
    }
    self.handle = handle
    try listEntries()
  }

  deinit {
    zip_discard(handle)
    memory.deallocate()
  }

  private func listEntries() throws(ImportError) {
    let count = zip_get_num_entries(handle, 0)
    guard count <= Self.mostEntries else {
      throw .tooManyEntries(file: file, count: Int(count), limit: Self.mostEntries)
    }
    for number in 0..<UInt64(max(count, 0)) {
      guard let pointer = zip_get_name(handle, number, ZIP_FL_ENC_GUESS) else {
        throw .damagedArchive(file: file, entry: nil)
      }
      let name = String(cString: pointer)
      guard Self.isSafe(name) else { throw .unsafeEntry(file: file, entry: Self.printable(name)) }
      guard entries.updateValue(number, forKey: name) == nil else {
        throw .duplicateEntry(file: file, entry: Self.printable(name))
      }
    }
  }

  /// Whether a name stays inside of the archive: not absolute, no drive, no `..`.
  package static func isSafe(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    guard let first = parts.first, !first.isEmpty, !first.contains(":") else { return false }
    return !parts.contains("..")
  }

  /// For messages: short, without control characters.
  private static func printable(_ name: String) -> String {
    let scalars = name.unicodeScalars.prefix(80).map { $0.value < 0x20 || $0.value == 0x7f ? "?" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  package func has(_ name: String) -> Bool { entries[name] != nil }

  /// Unpacks an entry, chunk by chunk.
  ///
  /// - Throws: what `body` throws, and errors for entries that are missing, encrypted, damaged, of another size than the archive says or
  ///   larger than any document.
  package func read(_ name: String, _ body: (UnsafeRawBufferPointer) throws(ImportError) -> Void)
    throws(ImportError)
  {
    var stat = zip_stat_t()
    guard let number = entries[name], zip_stat_index(handle, number, 0, &stat) == 0 else {
      throw .damagedArchive(file: file, entry: name)
    }
    guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(file: file, entry: name) }
    if stat.comp_method == UInt16(ZIP_CM_STORE), stat.comp_size != stat.size {
      throw .lyingSize(file: file, entry: name)
    }
    guard let entry = zip_fopen_index(handle, number, 0) else {
      throw .damagedArchive(file: file, entry: name)
    }
    defer { zip_fclose(entry) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var total: UInt64 = 0
    while true {
      let count = zip_fread(entry, buffer.baseAddress, UInt64(buffer.count))
      guard count >= 0 else { throw .damagedArchive(file: file, entry: name) }
      guard count > 0 else { break }
      total += UInt64(count)
      guard total <= stat.size else { throw .lyingSize(file: file, entry: name) }
      guard !Self.isBomb(unpacked: total, packed: stat.comp_size) else {
        throw .inflatesTooMuch(file: file, entry: name)
      }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
    }
    guard total == stat.size else { throw .lyingSize(file: file, entry: name) }
  }

  /// An entry as a whole.
  package func bytes(of name: String) throws(ImportError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(name) { (chunk: UnsafeRawBufferPointer) throws(ImportError) in bytes.append(contentsOf: chunk) }
    return bytes
  }

  private static func isBomb(unpacked: UInt64, packed: UInt64) -> Bool {
    unpacked > largestEntry || (unpacked > harmlessSize && unpacked / UInt64(largestRatio) > packed)
  }
}
