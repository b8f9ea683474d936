import RealistFormats

/// The fuzz target of workbooks, surveys, tables of coded segments and references: whatever the bytes are, there is an error with a sentence or
/// a table that holds together.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  do throws(ImportError) {
    let isSound = try TableInput.isSound(Array(UnsafeBufferPointer(start: data, count: size)))
    precondition(isSound)
  } catch {
    precondition(!error.message.isEmpty)
  }
  return 0
}
